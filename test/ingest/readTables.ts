import type { Section } from '../../src/catalog/forms.js';
import { extract } from '../../src/ingest/extract.js';
import { readHtml } from '../../src/ingest/read/html.js';
import { readText } from '../../src/ingest/read/text.js';
import { recognize } from '../../src/ingest/recognize.js';
import type { Document, Finding, SectionTable } from '../../src/ingest/types.js';
import { validate } from '../../src/ingest/validate.js';

/** What the stages from reading to the balances make of a document. */
export interface Tables {
  readonly document: Document;
  readonly tables: Readonly<Record<Section, SectionTable>>;
  readonly findings: readonly Finding[];
  readonly checks: ReturnType<typeof validate>;
}

/** Reads a web page, plain text or Markdown up to its balances. Throws Refusal as the stages do. */
export function readTables(content: Uint8Array | string, type: string): Tables {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const findings: Finding[] = [];
  const flag = (finding: Pick<Finding, 'code'> & Partial<Finding>): void =>
    void findings.push({ place: null, raw: null, expected: null, actual: null, ...finding });
  const document = type === 'text/html' ? readHtml(bytes, type) : readText(bytes, type);
  const tables = extract(recognize(document), flag);
  return { document, tables, findings, checks: validate(tables, flag) };
}
