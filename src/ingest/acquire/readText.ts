import { isUtf8 } from 'node:buffer';
import { readFile } from 'node:fs/promises';

/** A list or table that somebody made, without its byte order mark. Those of Excel and Notepad in China are in GB18030 and don't say so. */
export async function readText(file: string): Promise<string> {
  const bytes = await readFile(file);
  return new TextDecoder(isUtf8(bytes) ? 'utf-8' : 'gb18030').decode(bytes);
}
