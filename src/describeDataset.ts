import type { Context } from './context.js';
import { dataset } from './queries/dataset.js';

/** What the database holds, and up to which year reports are expected. */
export const describeDataset = async ({ db, dueYear }: Context) => ({ ...(await dataset(db)), dueYear });
