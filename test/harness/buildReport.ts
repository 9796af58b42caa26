import { createHash } from 'node:crypto';
import type { AgencyKind } from '../../src/catalog/agencyKinds.js';
import type { Form, Scope, Section } from '../../src/catalog/forms.js';
import { SECTIONS } from '../../src/catalog/forms.js';
import type { FigureState } from '../../src/catalog/figureStates.js';
import { type Place, placesOf } from '../../src/catalog/places.js';
import type { Figure, Finding, Report, SectionTable } from '../../src/ingest/types.js';

/** What a test says of a report; all else is zeros in a whole table. A figure is its value, or the state of one that has none. */
export interface ReportSketch {
  readonly agency?: string;
  readonly kind?: AgencyKind;
  readonly division?: string | null;
  readonly site?: string | null;
  readonly year?: number;
  readonly scope?: Scope;
  readonly disclosureForm?: Form | null;
  readonly applicationForm?: Form | null;
  /** Left out: as section three. */
  readonly reviewForm?: Form | null;
  readonly figures?: Readonly<Record<string, number | string>>;
  readonly publishedOn?: string | null;
  readonly retrievedAt?: Date;
  readonly text?: string;
  readonly findings?: readonly Finding[];
}

const STATES: readonly unknown[] = ['BLANK', 'UNREADABLE', 'ABSENT'];

function figureAt(place: Place, index: number, given: number | string): Figure {
  const state = STATES.includes(given) ? (given as FigureState) : 'REPORTED';
  const value = state === 'REPORTED' ? String(given) : null;
  const cell = state === 'ABSENT' ? null : { raw: value ?? '', page: null, table: 1, row: index + 1, column: 1 };
  return { place, value, state, cell };
}

function tableOf(section: Section, form: Form | null, sketch: ReportSketch): SectionTable {
  const figures =
    form === null
      ? []
      : placesOf(section, form).map((place, index) => figureAt(place, index, sketch.figures?.[place] ?? 0));
  const whole = form !== null && figures.every(({ state }) => state !== 'ABSENT');
  return { section, form, whole, figures };
}

/** A report as the stages hand it to `store`. */
export function buildReport(sketch: ReportSketch = {}): Report {
  const { agency = '南阳市财政局', division = '411300', year = 2020, scope = 'OWN' } = sketch;
  const applicationForm = sketch.applicationForm === undefined ? 'FORM_2019' : sketch.applicationForm;
  const disclosureForm = sketch.disclosureForm === undefined ? applicationForm : sketch.disclosureForm;
  const forms: Record<Section, Form | null> = {
    DISCLOSURES: disclosureForm,
    APPLICATIONS: applicationForm,
    REVIEWS: sketch.reviewForm === undefined ? applicationForm : sketch.reviewForm,
  };
  const bytes = Buffer.from(JSON.stringify(sketch));
  return {
    source: {
      bytes,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      fileName: 'report.txt',
      url: null,
      declaredType: null,
      retrievedAt: sketch.retrievedAt ?? new Date('2021-02-01T00:00:00Z'),
    },
    mediaType: 'text/plain',
    identity: {
      agencyName: agency,
      normalizedName: agency,
      kind: sketch.kind ?? 'DEPARTMENT',
      division,
      site: sketch.site ?? null,
      year,
      scope,
      scopeBasis: 'DEFAULT',
      title: `${agency}${year}年政府信息公开工作年度报告`,
      publishedOn: sketch.publishedOn ?? null,
    },
    form: disclosureForm !== null && disclosureForm !== applicationForm ? 'MIXED' : (applicationForm ?? 'FORM_2019'),
    tables: Object.fromEntries(
      SECTIONS.map((section) => [section, tableOf(section, forms[section], sketch)]),
    ) as Report['tables'],
    narrative: [{ heading: '一、总体情况', text: sketch.text ?? '本年度工作平稳。' }],
    findings: sketch.findings ?? [],
    checks: { passed: 40, failed: 0, skipped: 0 },
  };
}
