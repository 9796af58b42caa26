import { Manifest } from './Manifest.js';
import { parseCsv } from './parseCsv.js';
import { parseJson } from './parseJson.js';
import { readText } from '../acquire/readText.js';

/** Reads a manifest, JSON where it begins with a bracket, else CSV. @throws TableError */
export async function readManifest(file: string): Promise<Manifest> {
  const text = await readText(file);
  const parse = /^\s*[[{]/.test(text) ? parseJson : parseCsv;
  return new Manifest(file, parse(file, text));
}
