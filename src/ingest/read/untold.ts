/** Stands in a cell for what is shown there and can't be read: a picture, a field whose value is not in the document. */
export const UNTOLD = '\ufffc';

const HAN = /\p{Script=Han}/u;

/**
 * The text of a cell. What can't be read beside the words of a label is an ornament; beside a figure it may be a part of
 * it, and a cell with nothing else in it is not blank.
 * @param pictured whether there is a picture in the cell: that counts only where nothing else is there
 */
export function untoldIn(text: string, pictured: boolean): string {
  if (text.trim() === '') return pictured ? UNTOLD : text;
  return text.includes(UNTOLD) && HAN.test(text) ? text.replaceAll(UNTOLD, '') : text;
}

/** A block of running text without what only cells must tell; none where nothing else is in it. */
export function told<T extends { readonly kind: 'grid' | 'paragraph'; readonly text?: string }>(block: T): T[] {
  if (!block.text?.includes(UNTOLD)) return [block];
  const text = block.text.replaceAll(UNTOLD, '').trim();
  return text === '' ? [] : [{ ...block, text }];
}
