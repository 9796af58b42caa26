import type { Pdfium } from '../../pdfium.js';
import { Refusal } from '../../Refusal.js';
import { LIMITS } from '../limits.js';
import type { PageContent } from './geometry.js';
import { readGlyphs, type Glyphs } from './readGlyphs.js';
import { readRules } from './readRules.js';
import { edgesOf, keptWithin, withinPage } from './withinPage.js';

/** A PDF as taken out of PDFium. */
export interface PdfContent {
  /** Title of its properties; null where it has none. */
  readonly title: string | null;
  readonly pages: readonly PageContent[];
  /** Characters that are in the file but not printed. */
  readonly invisible: number;
}

/** FPDF_GetLastError (fpdfview.h). */
const PASSWORD = 4;
const SECURITY = 5;
const SCRATCH_BYTES = 64;
const TITLE_BYTES = 1024;

/** Opens a PDF, takes text and lines out of its pages and closes it. Throws Refusal UNREADABLE, LIMIT_EXCEEDED. */
export function readContent(pdfium: Pdfium, bytes: Uint8Array): PdfContent {
  const data = pdfium.malloc(bytes.length);
  if (data === 0) throw new Refusal('LIMIT_EXCEEDED', 'the document does not fit into memory');
  pdfium.HEAPU8.set(bytes, data);
  const scratch = pdfium.malloc(SCRATCH_BYTES);
  const document = pdfium.FPDF_LoadMemDocument(data, bytes.length, 0);
  try {
    if (document === 0) throw openingFault(pdfium.FPDF_GetLastError());
    return readPages(pdfium, document, scratch);
  } finally {
    if (document !== 0) pdfium.FPDF_CloseDocument(document);
    pdfium.free(scratch);
    pdfium.free(data);
  }
}

function openingFault(code: number): Refusal {
  if (code === PASSWORD || code === SECURITY) return new Refusal('UNREADABLE', 'the PDF is encrypted');
  return new Refusal('UNREADABLE', `the PDF is damaged (PDFium's error ${code})`);
}

function readPages(pdfium: Pdfium, document: number, scratch: number): PdfContent {
  const count = pdfium.FPDF_GetPageCount(document);
  if (count > LIMITS.pages) throw new Refusal('LIMIT_EXCEEDED', `${count} pages, more than ${LIMITS.pages}`);
  const deadline = performance.now() + LIMITS.milliseconds;
  const pages: PageContent[] = [];
  let invisible = 0;
  for (let index = 0; index < count; index += 1) {
    if (performance.now() > deadline) {
      throw new Refusal('LIMIT_EXCEEDED', `reading takes longer than ${LIMITS.milliseconds} ms`);
    }
    const page = pdfium.FPDF_LoadPage(document, index);
    // A page that can't be loaded may hold a table: what is left would look whole and is not.
    if (page === 0) throw new Refusal('UNREADABLE', `page ${index + 1} is damaged`);
    try {
      const { glyphs, turn, invisible: hidden } = readText(pdfium, page, scratch);
      const edges = edgesOf(pdfium, page, turn, scratch);
      const rules = withinPage(readRules(pdfium, page, turn, scratch), edges);
      pages.push({ page: index + 1, glyphs: keptWithin(glyphs, edges), rules });
      invisible += hidden;
    } finally {
      pdfium.FPDF_ClosePage(page);
    }
  }
  return { title: titleOf(pdfium, document), pages, invisible };
}

function readText(pdfium: Pdfium, page: number, scratch: number): Glyphs {
  const textPage = pdfium.FPDFText_LoadPage(page);
  if (textPage === 0) throw new Refusal('UNREADABLE', 'the text of a page is damaged');
  try {
    return readGlyphs(pdfium, textPage, scratch);
  } finally {
    pdfium.FPDFText_ClosePage(textPage);
  }
}

function titleOf(pdfium: Pdfium, document: number): string | null {
  const tag = pdfium.malloc(8);
  const buffer = pdfium.malloc(TITLE_BYTES);
  try {
    pdfium.HEAPU8.set(new TextEncoder().encode('Title\0'), tag);
    const length = pdfium.FPDF_GetMetaText(document, tag, buffer, TITLE_BYTES);
    if (length < 2 || length > TITLE_BYTES) return null;
    const title = Buffer.from(pdfium.HEAPU8.slice(buffer, buffer + length - 2))
      .toString('utf16le')
      .trim();
    return title === '' ? null : title;
  } finally {
    pdfium.free(buffer);
    pdfium.free(tag);
  }
}
