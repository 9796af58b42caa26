/**
 * Records of a BIFF stream that say what is in cells and how it is shown ([MS-XLS] 2.3). The parser takes the rest at
 * its word: for a link over a whole sheet it makes every cell of it.
 */
const KEPT = new Set([
  0x0006, // Formula
  0x000a, // EOF
  0x0022, // Date1904
  0x002f, // FilePass: what follows is encrypted
  0x003c, // Continue
  0x0042, // CodePage
  0x0085, // BoundSheet8
  0x00bd, // MulRk
  0x00d6, // RString
  0x00e0, // XF
  0x00e5, // MergeCells
  0x00fc, // SST
  0x00fd, // LabelSst
  0x0203, // Number
  0x0204, // Label
  0x0205, // BoolErr
  0x0207, // String
  0x027e, // RK
  0x041e, // Format
  0x0809, // BOF
]);
const CONTINUE = 0x003c;
const HEAD = 4;

/** The stream without any other record. Offsets of sheets are as before: records left out become ones that nobody reads. */
export function keepRecords(stream: Buffer): Buffer {
  const kept = Buffer.from(stream);
  let last = 0;
  for (let at = 0; at + HEAD <= kept.length; at += HEAD + kept.readUInt16LE(at + 2)) {
    const type = kept.readUInt16LE(at);
    const continued = type === CONTINUE && !KEPT.has(last);
    if (type !== CONTINUE) last = type;
    if (!KEPT.has(type) || continued) kept.writeUInt16LE(PADDING, at);
  }
  return kept;
}

/** PhoneticInfo, which the parser skips by its length and without a word. */
const PADDING = 0x00ef;
