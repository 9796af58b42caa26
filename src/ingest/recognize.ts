import { SECTIONS, type Form, type Section } from '../catalog/forms.js';
import { formOfApplications, formOfDisclosures } from './forms/formOf.js';
import { lookUp } from './forms/lookUp.js';
import { isOldForm, isReport } from './forms/kindOf.js';
import type { Line, Match, SectionMatch } from './Match.js';
import { Refusal } from './Refusal.js';
import { areReordered } from './recognize/areReordered.js';
import { entriesOf } from './recognize/entriesOf.js';
import { templatesIn } from './recognize/templatesIn.js';
import { linesOf } from './recognize/linesOf.js';
import { zonesOf, type Zone } from './recognize/zonesOf.js';
import { compact } from './text/compact.js';
import type { Document } from './types.js';
import { isFigure } from './value.js';
import { flatten } from '../flatten.js';

/** The comparable text of a section's lines, for words that may be broken over them. */
function textOf(zones: readonly Zone[], section: Section, lines: readonly Line[]): string {
  let text = '';
  for (const zone of zones)
    if (zone.section === section) for (const index of zone.lines) text += lines[index]?.text ?? '';
  return compact(text);
}

type Forms = Readonly<Record<Section, Form>>;

/** The edition of each section. A table too incomplete to tell is taken to be in the edition of the other one. */
function formsOf(zones: readonly Zone[], lines: readonly Line[]): Forms | null {
  const disclosures = formOfDisclosures(textOf(zones, 'DISCLOSURES', lines));
  const applications = formOfApplications(textOf(zones, 'APPLICATIONS', lines));
  const either = applications ?? disclosures;
  return either && { DISCLOSURES: disclosures ?? either, APPLICATIONS: either, REVIEWS: either };
}

/** Why a document in which no table can be read is refused. */
function refusal(document: Document, lines: readonly Line[], zones: readonly Zone[]): Refusal {
  if (isOldForm(lines)) return new Refusal('OLD_FORM', 'a report of 2018 or before, in the form of that time');
  if (!isReport(document, lines)) return new Refusal('NOT_A_REPORT', 'no title or section of a report was found');
  const figures = zones.some((zone) => zone.lines.some((index) => lines[index]?.words.some(isFigure)));
  return figures
    ? new Refusal('FORM_UNKNOWN', 'the edition of the form cannot be told from the tables')
    : new Refusal('NO_TABLE', 'a report without a table of figures');
}

/** Which lines are a table's: those of a zone up to its last label or figure. What follows is prose again. */
function tabularOf(zones: readonly Zone[], lines: readonly Line[]): boolean[] {
  const tabular = lines.map(() => false);
  for (const zone of zones) {
    const end = zone.lines.findLastIndex((index) => lines[index]?.words.some((word) => isFigure(word) || lookUp(word)));
    for (const index of zone.lines.slice(0, end + 1)) tabular[index] = true;
  }
  return tabular;
}

/**
 * Finds the tables of sections two, three and four and the edition that each is in, told by headers and rows, never by
 * the year, for section two and section three separately.
 * @throws Refusal NOT_A_REPORT, OLD_FORM (the 统计表 of 2018 and before), NO_TABLE (a report, but none of its tables),
 *   FORM_UNKNOWN
 */
export function recognize(document: Document): Match {
  const lines = linesOf(document);
  const zones = zonesOf(lines);
  const forms = formsOf(zones, lines);
  if (forms === null) throw refusal(document, lines, zones);
  const match = (section: Section): SectionMatch | null => {
    const own = zones.filter((zone) => zone.section === section);
    const templates = templatesIn(lines, flatten(own.map((zone) => zone.lines)), section, forms[section]);
    const isFilled = (line: Line | undefined): line is Line =>
      line !== undefined && (line.table === null || !templates.has(line.table));
    const parts = own.map((zone) => zone.lines.map((index) => lines[index]).filter(isFilled));
    const form = forms[section];
    const entries = flatten(parts.map((part) => entriesOf(part, section, form)));
    return entries.length === 0 ? null : { section, form, entries, reordered: areReordered(flatten(parts)) };
  };
  const sections = {
    DISCLOSURES: match('DISCLOSURES'),
    APPLICATIONS: match('APPLICATIONS'),
    REVIEWS: match('REVIEWS'),
  };
  if (SECTIONS.every((section) => sections[section] === null))
    throw isOldForm(lines)
      ? refusal(document, lines, zones)
      : new Refusal('NO_TABLE', 'a report whose tables hold no figures');
  return {
    sections,
    lines,
    tabular: tabularOf(
      zones.filter(({ section }) => sections[section] !== null),
      lines,
    ),
  };
}
