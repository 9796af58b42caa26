/** Stands in for a reader that can't be loaded. */
export const readGroup = (): never => {
  throw new Error('not reached');
};

throw new Error('never starts');
