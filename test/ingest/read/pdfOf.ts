/** A PDF of pages given as content streams (PDF 1.7, 8 and 9), text in Helvetica as /F. y runs upwards from the bottom. */
export function pdfOf(...pages: readonly string[]): Uint8Array {
  const kids = pages.map((_, index) => `${index * 2 + 4} 0 R`).join(' ');
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[${kids}]/Count ${pages.length}>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
    ...pages.flatMap((content, index) => [
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F 3 0 R>>>>/Contents ${index * 2 + 5} 0 R>>`,
      `<</Length ${content.length}>>stream\n${content}\nendstream`,
    ]),
  ];
  let file = '%PDF-1.7\n';
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj${object}endobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  return Buffer.from(
    `${file}xref\n0 ${size}\n0000000000 65535 f \n${table}trailer<</Root 1 0 R/Size ${size}>>\nstartxref\n${file.length}\n%%EOF`,
    'latin1',
  );
}

/** Words at a place of the page. */
export const text = (x: number, y: number, words: string, size = 10): string =>
  `BT /F ${size} Tf ${x} ${y} Td (${words}) Tj ET`;

/** A straight line. */
export const line = (x1: number, y1: number, x2: number, y2: number): string => `${x1} ${y1} m ${x2} ${y2} l S`;

/** Rows of words, ruled all over; rows 20 high and columns 60 wide, from the upper left corner at x, y downwards. */
export function ruled(x: number, y: number, rows: readonly (readonly string[])[]): string {
  const [height, width] = [rows.length * 20, (rows[0]?.length ?? 0) * 60];
  return [
    ...rows.flatMap((row, i) => row.map((words, j) => text(x + j * 60 + 5, y - i * 20 - 14, words))),
    ...Array.from({ length: rows.length + 1 }, (_, i) => line(x, y - i * 20, x + width, y - i * 20)),
    ...Array.from({ length: width / 60 + 1 }, (_, j) => line(x + j * 60, y, x + j * 60, y - height)),
  ].join('\n');
}
