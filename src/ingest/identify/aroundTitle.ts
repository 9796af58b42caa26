/** Lines that may tell of the document: a page shows other documents' labels too, and its own stand nearest. */
export interface Around {
  /** Indices of the lines from the title down to section one. */
  readonly beneath: readonly number[];
  /** Of those above the title, the nearest first. */
  readonly above: readonly number[];
}

/** How far above its title the table of a document's particulars begins, each cell a line. */
const REACH = 40;

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);

export const aroundTitle = (title: number, opening: number): Around => ({
  beneath: range(title, Math.max(title + 1, opening)),
  above: range(Math.max(0, title - REACH), title).reverse(),
});
