import { isUtf8 } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import { Manifest } from './Manifest.js';
import { parseCsv } from './parseCsv.js';
import { parseJson } from './parseJson.js';

/** Tables that Excel makes in China are in GB18030 and don't say so. */
const textOf = (bytes: Buffer): string => new TextDecoder(isUtf8(bytes) ? 'utf-8' : 'gb18030').decode(bytes);

/** Reads a manifest, JSON where it begins with a bracket, else CSV. @throws ManifestError */
export async function readManifest(file: string): Promise<Manifest> {
  const text = textOf(await readFile(file));
  const parse = /^\s*[[{]/.test(text) ? parseJson : parseCsv;
  return new Manifest(file, parse(file, text));
}
