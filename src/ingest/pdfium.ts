import { readFile } from 'node:fs/promises';
import { init } from '@embedpdf/pdfium';
import { LIMITS } from './read/limits.js';
import { Refusal } from './Refusal.js';

type Call = (...args: number[]) => number;

/** The functions of PDFium (fpdfview.h, fpdf_text.h, fpdf_edit.h) that are called here; pointers and booleans are numbers. */
const CALLS = [
  'malloc',
  'free',
  'FPDF_LoadMemDocument',
  'FPDF_CloseDocument',
  'FPDF_GetLastError',
  'FPDF_GetPageCount',
  'FPDF_GetMetaText',
  'FPDF_LoadPage',
  'FPDF_ClosePage',
  'FPDF_GetPageBoundingBox',
  'FPDFText_LoadPage',
  'FPDFText_ClosePage',
  'FPDFText_CountChars',
  'FPDFText_GetUnicode',
  'FPDFText_IsGenerated',
  'FPDFText_HasUnicodeMapError',
  'FPDFText_GetCharBox',
  'FPDFText_GetLooseCharBox',
  'FPDFText_GetCharOrigin',
  'FPDFText_GetCharAngle',
  'FPDFText_GetTextObject',
  'FPDFTextObj_GetTextRenderMode',
  'FPDFPage_CountObjects',
  'FPDFPage_GetObject',
  'FPDFPageObj_GetType',
  'FPDFPageObj_GetMatrix',
  'FPDFPageObj_GetBounds',
  'FPDFFormObj_CountObjects',
  'FPDFFormObj_GetObject',
  'FPDFPath_GetDrawMode',
  'FPDFPath_CountSegments',
  'FPDFPath_GetPathSegment',
  'FPDFPathSegment_GetType',
  'FPDFPathSegment_GetPoint',
  'FPDFPathSegment_GetClose',
] as const;

/** Views of PDFium's memory, made anew when it grows: never keep one over a call. */
interface Memory {
  readonly HEAPU8: Uint8Array;
  readonly HEAPU16: Uint16Array;
  readonly HEAPF32: Float32Array;
  readonly HEAPF64: Float64Array;
}

export type Pdfium = Memory & Readonly<Record<(typeof CALLS)[number], Call>>;

let current: Promise<Pdfium> | null = null;

/**
 * Runs `work` with PDFium, which is started when first needed. After a crash within it, or when a document made it
 * take much memory, the next caller gets a new one. Throws what `work` throws.
 */
export async function usePdfium<T>(work: (pdfium: Pdfium) => T): Promise<T> {
  current ??= start().catch((error: unknown) => {
    current = null;
    throw error;
  });
  const pdfium = await current;
  try {
    return work(pdfium);
  } catch (error) {
    if (!(error instanceof Refusal)) current = null;
    throw error;
  } finally {
    if (pdfium.HEAPU8.length > LIMITS.pdfiumBytes) current = null;
  }
}

async function start(): Promise<Pdfium> {
  const wasm = await readFile(new URL(import.meta.resolve('@embedpdf/pdfium/pdfium.wasm')));
  const { pdfium } = await init({ wasmBinary: Uint8Array.from(wasm).buffer, print: silent, printErr: silent });
  const exported = pdfium.wasmExports as unknown as Record<string, Call | undefined>;
  const views = pdfium as unknown as Memory;
  const calls = CALLS.map((name) => {
    const call = exported[name];
    if (call === undefined) throw new Error(`PDFium has no ${name}`);
    return [name, call];
  });
  exported['PDFiumExt_Init']?.();
  // Called as bare exports: the package's wrappers take several times as long, at five calls a character.
  return {
    ...(Object.fromEntries(calls) as Record<(typeof CALLS)[number], Call>),
    get HEAPU8() {
      return views.HEAPU8;
    },
    get HEAPU16() {
      return views.HEAPU16;
    },
    get HEAPF32() {
      return views.HEAPF32;
    },
    get HEAPF64() {
      return views.HEAPF64;
    },
  };
}

/** What it prints of damaged documents is of no use to anyone. */
const silent = (): void => undefined;
