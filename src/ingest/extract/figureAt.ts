import { DISCLOSURE_MEASURES, printedDisclosures } from '../../catalog/disclosures.js';
import { FORMS } from '../../catalog/forms.js';
import { placeOf, type Place } from '../../catalog/places.js';
import type { Piece } from '../Match.js';
import { collapse } from '../text/collapse.js';
import type { Figure, Flag } from '../types.js';
import { readValue, type Quantity } from '../value.js';

/** What the columns of section two count; all others are counts. */
const QUANTITIES = new Map<Place, Quantity>(
  FORMS.flatMap((form) =>
    printedDisclosures(form).map(({ item, measure }) => {
      const { unit, signed } = DISCLOSURE_MEASURES[measure];
      return [placeOf('DISCLOSURES', item, measure), unit === 'CNY_10K' ? 'money' : signed ? 'change' : 'count'];
    }),
  ),
);

/**
 * From here on, money with no more than two decimals is rather in 元, to the 分: 100,000 万元 are a milliard 元, which
 * only the whole of a large city takes in fees.
 */
const DOUBTFUL = 100_000;
const isDoubtful = (value: string): boolean => Number(value) >= DOUBTFUL && (value.split('.')[1] ?? '').length <= 2;

/** Reads the cell of one place; null where none was located. Flags what is wrong with its text. */
export function figureAt(place: Place, piece: Piece | null, flag: Flag): Figure {
  if (piece === null) return { place, value: null, state: 'ABSENT', cell: null };
  const quantity = QUANTITIES.get(place) ?? 'count';
  const { page, table, row, column } = piece.position;
  const raw = collapse(piece.text);
  const cell = { raw, page, table, row, column };
  const read = readValue(piece.text, quantity);
  if (read.state !== 'REPORTED') {
    if (read.state === 'UNREADABLE') flag({ code: 'VALUE_UNREADABLE', place, raw });
    return { place, value: null, state: read.state, cell };
  }
  const { value, converted } = read;
  if (value.startsWith('-') && quantity !== 'change') flag({ code: 'NEGATIVE_COUNT', place, raw });
  if (converted) flag({ code: 'UNIT_IN_CELL', place, raw, actual: value });
  else if (piece.unit !== undefined || (quantity === 'money' && isDoubtful(value)))
    flag({ code: 'UNIT_DOUBTFUL', place, raw });
  return { place, value, state: 'REPORTED', cell };
}
