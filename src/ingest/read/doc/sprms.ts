/** Single property modifiers of Word's binary format that matter here ([MS-DOC] 2.6). */
export const SPRM = {
  deleted: 0x0800,
  hidden: 0x083c,
  struck: 0x0837,
  struckTwice: 0x2a53,
  /** A sign of a font of its own, in the place of a bracket. */
  symbol: 0x6a09,
  /** The number of the style of a run. */
  style: 0x4a30,
  /** 1 above the line, 2 below it. */
  offLine: 0x2a48,
  inTable: 0x2416,
  rowEnd: 0x2417,
  depth: 0x6649,
  innerCellEnd: 0x244b,
  innerRowEnd: 0x244c,
  outlineLevel: 0x2640,
  tableColumns: 0xd608,
  hugeProperties: 0x6646,
  tableProperties: 0x646b,
} as const;

const TAB_CHANGES = 0xc615;
/** Bytes of the operand by the three topmost bits; 6 says its own length. */
const SIZES = [1, 1, 2, 4, 2, 2, 0, 3] as const;

/** Operands of the modifiers in a list of them, the last of a kind counting. What runs over the end is left out. */
export function readSprms(list: Buffer): Map<number, Buffer> {
  const operands = new Map<number, Buffer>();
  let at = 0;
  while (at + 3 <= list.length) {
    const code = list.readUInt16LE(at);
    const [start, size] = extent(list, code, at + 2);
    if (start + size > list.length) break;
    operands.set(code, list.subarray(start, start + size));
    at = start + size;
  }
  return operands;
}

function extent(list: Buffer, code: number, at: number): [start: number, size: number] {
  const size = SIZES[code >> 13] ?? 0;
  if (size > 0) return [at, size];
  if (code === SPRM.tableColumns && at + 2 <= list.length) return [at + 2, Math.max(0, list.readUInt16LE(at) - 1)];
  const length = list[at] ?? 0;
  if (code === TAB_CHANGES && length === 255) return [at + 1, list.length];
  return [at + 1, length];
}
