import { APPLICANT_COLUMNS } from '../catalog/applicants.js';
import { childrenOf, type Disposition, DISPOSITION_CODES, printedDispositions } from '../catalog/dispositions.js';
import type { Form } from '../catalog/forms.js';

type Values = readonly (number | null)[];

/** A row of section three as printed, or a parent computed from its children. */
export interface Outcome {
  readonly disposition: Disposition;
  readonly computed: boolean;
  /** The seven columns in printed order. */
  readonly values: Values;
}

const ZEROS: Values = APPLICANT_COLUMNS.map(() => 0);
const NULLS: Values = APPLICANT_COLUMNS.map(() => null);

/** Column by column the sum of what is not null; null where all are. */
const sumOf = (rows: readonly Values[]): Values =>
  NULLS.map((_, column) => {
    const printed = rows.flatMap((row) => row[column] ?? []);
    return printed.length === 0 ? null : printed.reduce((sum, value) => sum + value, 0);
  });

/**
 * The rows of section three, in the order of the form: those it prints, or those asked, parents among them. An
 * unstored row of a whole table is seven printed zeros, of any other it was not located: null. A row that the form does
 * not have is left out.
 * @param form null where the table is absent: no rows
 */
export function outcomes(
  form: Form | null,
  whole: boolean,
  stored: readonly { readonly disposition: Disposition; readonly values: Values }[],
  asked: readonly Disposition[] | null,
): readonly Outcome[] {
  if (form === null) return [];
  const printed = printedDispositions(form);
  const values = new Map(stored.map((row) => [row.disposition, row.values]));
  const valuesOf = (code: Disposition): Values => values.get(code) ?? (whole ? ZEROS : NULLS);
  const printedRow = (disposition: Disposition): Outcome => ({
    disposition,
    computed: false,
    values: valuesOf(disposition),
  });
  if (asked === null) return printed.map(printedRow);
  return DISPOSITION_CODES.filter((code) => asked.includes(code)).flatMap((disposition) => {
    if (printed.includes(disposition)) return printedRow(disposition);
    const children = childrenOf(disposition).filter((child) => printed.includes(child));
    return children.length === 0 ? [] : { disposition, computed: true, values: sumOf(children.map(valuesOf)) };
  });
}
