import { APPLICANT_COLUMNS } from '../../../src/catalog/applicants.js';
import { placeOf } from '../../../src/catalog/places.js';
import type { Check, Unchecked } from '../../../src/ingest/checks/Check.js';
import type { Figure, Finding, Identity, SectionTable } from '../../../src/ingest/types.js';

const IDENTITY: Identity = {
  agencyName: '沭阳县财政局',
  normalizedName: '沭阳县财政局',
  kind: 'DEPARTMENT',
  division: '321322',
  site: null,
  year: 2020,
  scope: 'OWN',
  scopeBasis: 'DEFAULT',
  title: null,
  publishedOn: null,
};
const absent = (section: SectionTable['section']): SectionTable => ({ section, form: null, whole: false, figures: [] });

export const HEADINGS = [
  '一、总体情况',
  '二、主动公开政府信息情况',
  '三、收到和处理政府信息公开申请情况',
  '四、政府信息公开行政复议、行政诉讼情况',
  '五、存在的主要问题及改进情况',
  '六、其他需要报告的事项',
];

/** A report with the totals of section three and the prose given; null is a blank cell. */
export function reportOf(
  totals: Readonly<Record<string, number | null>>,
  texts: Readonly<Record<number, string>> = {},
  identity: Partial<Identity> = {},
): Unchecked {
  const figures = Object.entries(totals).flatMap(([row, total]) =>
    APPLICANT_COLUMNS.map((column): Figure => {
      const value = column === 'TOTAL' && total !== null ? String(total) : null;
      return {
        place: placeOf('APPLICATIONS', row, column),
        value,
        state: value === null ? 'BLANK' : 'REPORTED',
        cell: null,
      };
    }),
  );
  return {
    source: {
      bytes: new Uint8Array(),
      sha256: '',
      fileName: null,
      url: null,
      declaredType: null,
      retrievedAt: new Date(0),
    },
    mediaType: 'text/plain',
    identity: { ...IDENTITY, ...identity },
    form: 'FORM_2021',
    tables: {
      DISCLOSURES: absent('DISCLOSURES'),
      APPLICATIONS: { section: 'APPLICATIONS', form: 'FORM_2021', whole: false, figures },
      REVIEWS: absent('REVIEWS'),
    },
    narrative: HEADINGS.map((heading, index) => ({ heading, text: texts[index + 1] ?? '有' })),
  };
}

/** What a check flags: its values in order, blank ones left out. */
export function flagged(check: Check, report: Unchecked): string[] {
  const findings: string[] = [];
  check(report, ({ code, place, raw, expected, actual }: Pick<Finding, 'code'> & Partial<Finding>) => {
    findings.push(
      [code, place, raw, expected, actual].filter((part) => part !== undefined && part !== null).join(' | '),
    );
  });
  return findings;
}
