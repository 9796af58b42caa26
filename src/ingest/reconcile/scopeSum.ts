import type { Decimal } from 'decimal.js';
import { Exact } from '../../Exact.js';
import { type Form, FORMS, type Section, SECTIONS } from '../../catalog/forms.js';
import { placeOf, placesOf } from '../../catalog/places.js';
import type { Whole } from './scopeParts.js';
import type { PlaceSum } from './scopeSums.js';

/** A consolidated figure unlike its parts. */
export interface Unlike {
  readonly place: string;
  readonly expected: string;
  readonly actual: string;
}

const isCompared = (place: string): boolean => place.startsWith('DISCLOSURES') || place.endsWith('/TOTAL');

/** In the form of 2021 the sum of three rows: what those of both forms have in common. */
const OTHER_HANDLING = placeOf('APPLICATIONS', 'OTHER_HANDLING', 'TOTAL');

/** What is compared: every cell of section two, the 总计 of each row of section three and four; the rest follows from it. */
const COMPARED: readonly { readonly section: Section; readonly place: string; readonly forms: readonly Form[] }[] =
  SECTIONS.flatMap((section) =>
    [...new Set(FORMS.flatMap((form) => placesOf(section, form)))].filter(isCompared).map((place) => ({
      section,
      place,
      forms: FORMS.filter((form) => place === OTHER_HANDLING || placesOf(section, form).includes(place)),
    })),
  );

type Sums = ReadonlyMap<string, PlaceSum>;

/** The figure of the report itself; null where it has none. An unstored one of a whole table is a printed zero. */
function figureOf({ whole }: Whole, section: Section, own: PlaceSum | undefined): Decimal | null {
  if (own === undefined) return whole[section] ? new Exact(0) : null;
  return own.value === null ? null : new Exact(own.value);
}

/** Among reports of the form of 2021 alone the three rows say it all. */
const isSaidByRows = ({ forms, parts }: Whole, place: string): boolean =>
  place === OTHER_HANDLING &&
  [forms, ...parts.map((part) => part.forms)].every((all) => all.APPLICATIONS !== 'FORM_2019');

/** How many of the parts print a figure there. */
function printedBy({ parts }: Whole, { section, forms }: (typeof COMPARED)[number], sum: PlaceSum | undefined): number {
  const onForm = parts.filter(({ forms: ofPart, whole }) => {
    const form = ofPart[section];
    return whole[section] && form !== null && forms.includes(form);
  });
  return onForm.length - (sum?.storedInWhole ?? 0) + (sum?.printed ?? 0);
}

/**
 * SCOPE_SUM: figures of a consolidated report below the sum of its parts, or unlike it where every part prints its own and none is
 * missing. 本年增/减 may be negative, so that of some parts alone it says nothing. A blank operand is skipped.
 */
export function scopeSum(whole: Whole, own: Sums, sums: Sums): Unlike[] {
  return COMPARED.flatMap((cell) => {
    const form = whole.forms[cell.section];
    const sum = sums.get(cell.place);
    const actual = figureOf(whole, cell.section, own.get(cell.place));
    if (form === null || !cell.forms.includes(form) || actual === null || isSaidByRows(whole, cell.place)) return [];
    const expected = new Exact(sum?.value ?? 0);
    if (actual.equals(expected)) return [];
    const printed = printedBy(whole, cell, sum);
    const isBelow = actual.lessThan(expected) && printed > 0 && !cell.place.endsWith('/CHANGE');
    const isAll = printed === whole.parts.length && !whole.incomplete;
    return isBelow || isAll ? [{ place: cell.place, expected: expected.toFixed(), actual: actual.toFixed() }] : [];
  });
}
