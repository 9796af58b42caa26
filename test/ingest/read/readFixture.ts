import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A document or figures out of test/fixtures/documents. Tests run from the root of the repository. */
export const readFixture = (name: string): Buffer => readFileSync(join('test/fixtures/documents', name));
