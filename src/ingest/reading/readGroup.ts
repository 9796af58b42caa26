import { readDivisions } from '../../divisions/readDivisions.js';
import { createGazetteer, type Gazetteer } from '../gazetteer.js';
import { type Reading, readDocument, type Unread } from './readDocument.js';

let gazetteer: Gazetteer | undefined;

/** Reads documents one after another; what a worker thread of the pool does. */
export async function readGroup(documents: readonly Unread[]): Promise<Reading[]> {
  gazetteer ??= createGazetteer(readDivisions());
  const readings: Reading[] = [];
  for (const document of documents) readings.push(await readDocument(document, gazetteer));
  return readings;
}
