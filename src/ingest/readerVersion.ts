/** Counts up with each change of the reader that can change a figure; every revision knows by which it was read. */
export const READER_VERSION = 9;
