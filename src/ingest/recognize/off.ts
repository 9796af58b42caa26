/** A figure is under its column, or off by the rounding of places in print to places in text. */
export const OFF = 1;
