import type { Form, Scope } from '../../src/catalog/forms.js';
import type { BenchAgency } from './agencies.js';
import { Random } from './Random.js';

/** A report of the national data set; its figures follow from its id. */
export interface BenchReport {
  readonly id: number;
  readonly agency: BenchAgency;
  readonly year: number;
  readonly scope: Scope;
  readonly disclosureForm: Form;
  readonly applicationForm: Form;
}

const YEARS = [2019, 2020, 2021, 2022, 2023, 2024, 2025];

/** A prime, so that the agency-years without a report lie scattered. */
const STRIDE = 999_983;

function formsOf(id: number, year: number): Pick<BenchReport, 'disclosureForm' | 'applicationForm'> {
  const random = new Random(id, 1);
  const usual: Form = year <= 2020 ? 'FORM_2019' : 'FORM_2021';
  const other: Form = year <= 2020 ? 'FORM_2021' : 'FORM_2019';
  const applicationForm = random.chance(0.01) ? other : usual;
  return { applicationForm, disclosureForm: random.chance(0.003) ? 'FORM_2021' : applicationForm };
}

/** So many reports, one after another: every agency's in every year but few; governments have one of either scope. */
export function* benchReports(agencies: readonly BenchAgency[], count: number): Generator<BenchReport> {
  const slots = agencies.flatMap((agency) =>
    YEARS.flatMap((year) =>
      (agency.kind === 'GOVERNMENT' ? (['CONSOLIDATED', 'OWN'] as const) : (['OWN'] as const)).map(
        (scope) => ({ agency, year, scope }),
      ),
    ),
  );
  if (slots.length < count) throw new RangeError(`${agencies.length} agencies have ${slots.length} reports at most`);
  const missing = slots.length - count;
  let id = 0;
  for (const [index, slot] of slots.entries())
    if ((index * STRIDE) % slots.length >= missing) {
      id += 1;
      yield { id, ...slot, ...formsOf(id, slot.year) };
    }
}
