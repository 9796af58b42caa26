import { deflateSync } from 'node:zlib';

/** A4 in points. */
export const PAGE = { width: 595, height: 842 } as const;

/** UTF-16 units in hexadecimal, which are the codes of the font's characters. */
const hex = (text: string): string =>
  Array.from({ length: text.length }, (_, at) => text.charCodeAt(at).toString(16).padStart(4, '0')).join('');

/** Every code is the UTF-16 unit that it prints. */
const TO_UNICODE = [
  '/CIDInit /ProcSet findresource begin 12 dict begin begincmap',
  '/CMapName /U def /CMapType 2 def 1 begincodespacerange <0000> <ffff> endcodespacerange',
  ...[0x00, 0x20, 0x30, 0xff, ...Array.from({ length: 0x52 }, (_, high) => 0x4e + high)].map((high) => {
    const range = high.toString(16).padStart(2, '0');
    return `1 beginbfrange <${range}00> <${range}ff> <${range}00> endbfrange`;
  }),
  'endcmap end end',
].join('\n');

/** Words at a place of the page; y counts from its upper side down to their base line; `spacing` sets letters apart. */
export const words = (x: number, y: number, text: string, size: number, spacing = 0): string =>
  `BT /F ${size} Tf ${spacing} Tc ${x.toFixed(2)} ${(PAGE.height - y).toFixed(2)} Td <${hex(text)}> Tj ET`;

/** A straight line; y counts from the page's upper side. */
export const line = (x1: number, y1: number, x2: number, y2: number): string =>
  `${x1} ${PAGE.height - y1} m ${x2} ${PAGE.height - y2} l S`;

/** Width of a text: a Chinese character is as wide as the print is large, any other half as much. */
export const widthOf = (text: string, size: number, spacing = 0): number =>
  Array.from(text).reduce((sum, character) => sum + (character < '\u2e80' ? size / 2 : size) + spacing, 0);

/** A PDF of pages given as content streams, with the Chinese characters of a font that it names but does not hold. */
export function chinesePdf(pages: readonly string[]): Uint8Array {
  const stream = (content: string): Buffer => {
    const packed = deflateSync(content);
    const head = `<</Filter/FlateDecode/Length ${packed.length}>>stream\n`;
    return Buffer.concat([Buffer.from(head), packed, Buffer.from('\nendstream')]);
  };
  const kids = pages.map((_, index) => `${index * 2 + 7} 0 R`).join(' ');
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[${kids}]/Count ${pages.length}>>`,
    '<</Type/Font/Subtype/Type0/BaseFont/SimSun/Encoding/Identity-H/ToUnicode 6 0 R/DescendantFonts[4 0 R]>>',
    '<</Type/Font/Subtype/CIDFontType2/BaseFont/SimSun/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor 5 0 R/DW 1000/W[0 255 500]>>',
    '<</Type/FontDescriptor/FontName/SimSun/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 80>>',
    stream(TO_UNICODE),
    ...pages.flatMap((content, index) => [
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${PAGE.width} ${PAGE.height}]/Resources<</Font<</F 3 0 R>>>>/Contents ${index * 2 + 8} 0 R>>`,
      stream(content),
    ]),
  ];
  const parts = [Buffer.from('%PDF-1.7\n')];
  let length = parts[0]?.length ?? 0;
  const offsets = objects.map((object, index) => {
    const part = Buffer.concat([Buffer.from(`${index + 1} 0 obj`), Buffer.from(object), Buffer.from('endobj\n')]);
    const offset = length;
    parts.push(part);
    length += part.length;
    return offset;
  });
  const size = objects.length + 1;
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const end = `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer<</Root 1 0 R/Size ${size}>>\nstartxref\n${length}\n%%EOF`;
  return Buffer.concat([...parts, Buffer.from(end)]);
}
