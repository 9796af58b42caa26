import { readFileSync } from 'node:fs';
import { APPLICANT_COLUMNS } from '../../src/catalog/applicants.js';
import { printedDisclosures } from '../../src/catalog/disclosures.js';
import { printedDispositions, type Disposition } from '../../src/catalog/dispositions.js';
import type { Form, Section } from '../../src/catalog/forms.js';
import { placeOf, placesOf, type Place } from '../../src/catalog/places.js';

/** The right values of a report, a place each: exact decimals, null where the cell is blank. */
export interface Truth {
  readonly forms: Readonly<Record<Section, Form>>;
  readonly figures: ReadonlyMap<Place, string | null>;
}

type Printed = number | string | null;
/** The catalogue's own notation: values in printed order, rows of section three by short names. */
interface TruthFile {
  readonly t2: Readonly<Record<string, Printed | readonly Printed[]>>;
  readonly t3: Readonly<Record<string, readonly Printed[]>>;
  readonly t4: readonly Printed[];
}

const SHORT: Readonly<Record<string, Disposition>> = {
  new: 'RECEIVED',
  carry: 'CARRIED_IN',
  open: 'GRANTED',
  part: 'PARTIALLY_GRANTED',
  d1: 'STATE_SECRET',
  d2: 'PROHIBITED_BY_LAW',
  d3: 'SECURITY_AND_STABILITY',
  d4: 'THIRD_PARTY_RIGHTS',
  d5: 'INTERNAL_AFFAIRS',
  d6: 'DELIBERATIVE_PROCESS',
  d7: 'ENFORCEMENT_FILE',
  d8: 'ADMINISTRATIVE_QUERY',
  u1: 'NOT_HELD',
  u2: 'REQUIRES_CREATION',
  u3: 'STILL_UNCLEAR',
  r1: 'PETITION_OR_COMPLAINT',
  r2: 'DUPLICATE',
  r3: 'PUBLISHED_MATERIAL',
  r4: 'VEXATIOUS',
  r5: 'CONFIRM_OR_REISSUE',
  other: 'OTHER_HANDLING',
  o1: 'OVERDUE_CORRECTION',
  o2: 'OVERDUE_FEE',
  o3: 'OTHER_REASON',
  total: 'TOTAL_HANDLED',
  next: 'CARRIED_OUT',
};

const decimal = (printed: Printed): string | null => {
  if (printed === null) return null;
  const text = String(printed);
  return text.endsWith('元') && !text.endsWith('万元') ? String(Number(text.slice(0, -1)) / 10_000) : text;
};

/** Reads a file of `shared/reports/truth`. */
export function readTruth(file: string): Truth {
  const { t2, t3, t4 } = JSON.parse(readFileSync(file, 'utf8')) as TruthFile;
  const disclosures = Object.values(t2).flat();
  const forms = {
    DISCLOSURES: disclosures.length === placesOf('DISCLOSURES', 'FORM_2019').length ? 'FORM_2019' : 'FORM_2021',
    APPLICATIONS: 'other' in t3 ? 'FORM_2019' : 'FORM_2021',
    REVIEWS: 'other' in t3 ? 'FORM_2019' : 'FORM_2021',
  } as const;
  const figures = new Map<Place, string | null>();
  printedDisclosures(forms.DISCLOSURES).forEach(({ item, measure }, at) =>
    figures.set(placeOf('DISCLOSURES', item, measure), decimal(disclosures[at] ?? null)),
  );
  const rows = new Map(Object.entries(t3).map(([short, cells]) => [SHORT[short], cells]));
  for (const row of printedDispositions(forms.APPLICATIONS))
    APPLICANT_COLUMNS.forEach((column, at) =>
      figures.set(placeOf('APPLICATIONS', row, column), decimal(rows.get(row)?.[at] ?? null)),
    );
  placesOf('REVIEWS', forms.REVIEWS).forEach((place, at) => figures.set(place, decimal(t4[at] ?? null)));
  return { forms, figures };
}
