const MIB = 1024 * 1024;

/**
 * What a document may cost before it is refused with LIMIT_EXCEEDED. Real reports stay far below: the largest known
 * PDF has some 30 pages and 8 MiB (scanned annexes), the largest page 2 MiB, and a report's three tables have about
 * 300 cells. The limits leave a factor of ten or more, and still keep one hostile document from taking the machine.
 */
export const LIMITS = {
  /** Bytes of one document. */
  documentBytes: 64 * MIB,
  /** Milliseconds for reading one document; looked at between pages and parts, so a little more may pass. */
  milliseconds: 20_000,
  /** Paragraphs of one document. */
  paragraphs: 100_000,
  /** Cells of all tables of one document, each place that a merged cell covers counted. */
  cells: 100_000,
  /** Columns of one table; the widest of a report has 15. */
  columns: 500,
  /** Tables within tables; the deepest page layouts seen have 6. */
  nesting: 20,
  /** Pages of a PDF. */
  pages: 300,
  /** Characters of one PDF page; a page of the smallest print in use has about 5,000. */
  pageCharacters: 50_000,
  /** Path segments of one PDF page; a table drawn cell by cell has some 2,000, one in dots some 50,000. */
  pagePaths: 200_000,
  /** Ruling lines of one PDF page after joining; each horizontal one is held against each vertical one. */
  pageRules: 4_000,
  /** Places of one ruled table, before those between which no line runs are joined; above it is a drawing. */
  tablePlaces: 20_000,
  /** Bytes of memory that PDFium may keep between documents; above it is started anew, since its memory never shrinks. */
  pdfiumBytes: 256 * MIB,
  /** Parts of one Word or Excel file. */
  parts: 5_000,
  /** Bytes of the parts of one Word or Excel file, inflated. */
  partsBytes: 64 * MIB,
  /** Bytes of one XML part that is parsed; a sheet of a million cells has 30 MiB, the text of a report 1 MiB. */
  partBytes: 16 * MIB,
  /** Members of one archive, those of archives within it counted too. */
  members: 100_000,
  /** Bytes of all members of one archive, inflated, those of archives within it counted too. */
  membersBytes: 4096 * MIB,
  /** Bytes of an archive within an archive, inflated. */
  innerArchiveBytes: 512 * MIB,
  /** Inflated to deflated size of one member. Deflate reaches 1,032; pages of tables stay below 60. */
  ratio: 200,
  /** Inflated size below which no ratio is looked at: small members do no harm. */
  ratioFreeBytes: MIB,
  /** Archives within archives: a.zip!/b.zip!/c.html is 2 deep. */
  archiveDepth: 2,
} as const;
