import { Decimal } from 'decimal.js';

/**
 * Decimal numbers that are never rounded: as many digits as PostgreSQL's numbers have before the point. Decimals as
 * decimal.js makes them by itself are exact as long as they are only read; sums and products have 20 digits.
 */
export const Exact = Decimal.clone({ precision: 200_000, toExpNeg: -1e9, toExpPos: 1e9 });
