import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { TableError, type TableFault } from '../tables/TableError.js';
import type { FieldValue } from '../tables/TableRecord.js';
import { isManifestField, MANIFEST_FIELDS, type ManifestRecord } from './ManifestField.js';

/** Names the line of an offset, from 1. */
function lineFinder(text: string): (offset: number) => number {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let [low, high] = [0, starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

const shown = (node: Node | undefined, text: string): string =>
  node === undefined ? 'nothing' : text.slice(node.offset, node.offset + Math.min(node.length, 60));

/** A manifest as an array of objects. @throws TableError */
export function parseJson(file: string, source: string): ManifestRecord[] {
  const text = source.replace(/^\ufeff/, '');
  const lineAt = lineFinder(text);
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { disallowComments: true });
  const [error] = errors;
  if (error)
    throw new TableError([
      { file, line: lineAt(error.offset), field: null, found: printParseErrorCode(error.error), expected: 'JSON' },
    ]);
  const faults: TableFault[] = [];
  const fault = (node: Node | undefined, field: string | null, expected: string): void =>
    void faults.push({ file, line: lineAt(node?.offset ?? 0), field, found: shown(node, text), expected });
  if (tree?.type !== 'array') fault(tree, null, 'an array of objects');
  const records = (tree?.type === 'array' ? (tree.children ?? []) : []).map((entry): ManifestRecord => {
    if (entry.type !== 'object') fault(entry, null, 'an object');
    const named = new Set<string>();
    const values = (entry.type === 'object' ? (entry.children ?? []) : []).flatMap(
      ({ children: [key, value] = [] }): [string, FieldValue][] => {
        const name = String(key?.value);
        // JSON.parse would take the last one and say nothing.
        if (named.has(name)) fault(key, name, 'it once');
        named.add(name);
        if (!isManifestField(name)) fault(key, null, `one of ${MANIFEST_FIELDS.join(', ')}`);
        else if (value?.type === 'string' || value?.type === 'number')
          return [[name, { text: String(value.value).trim(), line: lineAt(value.offset) }]];
        else if (value?.type !== 'null') fault(value, name, 'a text or a number');
        return [];
      },
    );
    const fields = Object.fromEntries(values.filter(([, { text }]) => text !== '')) as ManifestRecord['fields'];
    return { line: lineAt(entry.offset), fields };
  });
  if (faults.length > 0) throw new TableError(faults);
  return records;
}
