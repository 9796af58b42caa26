const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);

/**
 * Indices of lines in the order in which labels are looked for: from the title down to section one, then up from the title, then
 * behind. A page shows other documents' labels too, and its own stand nearest.
 */
export const aroundTitle = (count: number, title: number, opening: number): number[] => {
  const end = Math.max(title + 1, opening);
  return [...range(title, end), ...range(0, title).reverse(), ...range(end, count)];
};
