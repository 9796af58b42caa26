import type { Hidden, Stretch } from './withoutHidden.js';

/** Records of a BIFF stream ([MS-XLS] 2.4). */
const RECORD = { end: 0x000a, columns: 0x007d, sheet: 0x0085, row: 0x0208, begin: 0x0809 } as const;
const HEAD = 4;

/** What the sheets of a stream hide, a sheet each, in the order in which they stand in it. */
export function hiddenInXls(stream: Buffer): Hidden[] {
  const sheets: number[] = [];
  walk(stream, 0, (type, record) => {
    if (type === RECORD.sheet && record.length >= 4) sheets.push(record.readUInt32LE(0));
  });
  return sheets.toSorted((a, b) => a - b).map((offset) => hiddenIn(stream, offset));
}

function hiddenIn(stream: Buffer, offset: number): Hidden {
  const rows: Stretch[] = [];
  const columns: Stretch[] = [];
  walk(stream, offset, (type, record) => {
    if (type === RECORD.row && record.length >= 16 && (record.readUInt8(12) & 0x20) !== 0) {
      rows.push([record.readUInt16LE(0), record.readUInt16LE(0)]);
    }
    if (type !== RECORD.columns || record.length < 10) return;
    const isHidden = (record.readUInt16LE(8) & 1) !== 0 || record.readUInt16LE(4) === 0;
    if (isHidden) columns.push([record.readUInt16LE(0), record.readUInt16LE(2)]);
  });
  return { rows, columns };
}

/** Tells of each record of a part of the stream, up to its end; charts within a sheet are parts of their own. */
function walk(stream: Buffer, offset: number, tell: (type: number, record: Buffer) => void): void {
  let depth = 0;
  for (let at = offset; at + HEAD <= stream.length;) {
    const type = stream.readUInt16LE(at);
    const next = at + HEAD + stream.readUInt16LE(at + 2);
    if (type === RECORD.begin) depth += 1;
    else if (type === RECORD.end) depth -= 1;
    else if (depth === 1) tell(type, stream.subarray(at + HEAD, next));
    if (depth <= 0) return;
    at = next;
  }
}
