import type { ReportForm, Section } from '../catalog/forms.js';
import { Refusal } from './Refusal.js';
import type { SectionTable } from './types.js';

/**
 * The form of a whole report: MIXED where sections two and three differ; where one is absent the other's.
 * @throws Refusal NO_TABLE where the report has neither
 */
export function reportForm({ DISCLOSURES, APPLICATIONS }: Readonly<Record<Section, SectionTable>>): ReportForm {
  const disclosures = DISCLOSURES.form;
  const applications = APPLICATIONS.form;
  if (disclosures !== null && applications !== null && disclosures !== applications) return 'MIXED';
  const form = applications ?? disclosures;
  if (form === null) throw new Refusal('NO_TABLE', 'expected the table of section two or three, came neither');
  return form;
}
