import type { ClientBase } from 'pg';

/** A question that goes down to reports, with many values of its variables, so that none is asked twice in a row. */
export interface DetailQuestion {
  readonly name: string;
  readonly query: string;
  readonly variants: readonly Readonly<Record<string, unknown>>[];
}

const REPORT = `query ($id: ID!) { report(id: $id) {
  id year scope form title publishedOn revision active checks { passed failed skipped }
  agency { id name kind division { code name } }
  source { sha256 url retrievedAt } sources { sha256 } revisions { id revision active }
  sections { heading text } disclosures { item measure value cell { raw row column } }
  outcomes { disposition computed naturalPerson business research nonprofit legalService otherOrganization total cell { raw } }
  reviews { track upheld corrected other pending total }
  findings { code severity place message } } }`;

const REPORTS_OF_DIVISION = `query ($code: DivisionCode!) { division(code: $code) { name reports(first: 50) {
  totalCount pageInfo { endCursor hasNextPage }
  nodes { year agency { name } outcomes { disposition total naturalPerson business } findings { code place message } } } } }`;

const REPORTS_WITH_FINDINGS = `query ($code: DivisionCode!, $year: Int!) {
  reports(filter: { within: [$code], years: { from: $year, to: $year }, hasFindings: true }, first: 50) {
    totalCount nodes { year agency { name division { fullName } } outcomes { disposition total } findings { code place } } } }`;

const LATEST = `query ($scope: ReportScope!) { reports(filter: { scope: $scope }, first: 50) {
  nodes { year agency { name division { name } } outcomes { disposition total } } } }`;

const AGENCY = `query ($id: ID!) { agency(id: $id) { name kind division { fullName }
  reports(first: 20) { totalCount nodes { year form checks { passed failed skipped } outcomes { disposition total } } }
  applicationTotals(filter: { dispositions: [RECEIVED] }, groupBy: [YEAR]) { year total coverage { reported expected } } } }`;

const AGENCIES_OF_DIVISION = `query ($code: DivisionCode!) { division(code: $code) { agencies(first: 50) {
  totalCount nodes { name kind reports(first: 3) { totalCount nodes { year } } } } } }`;

const SEARCH = `query ($search: String!) { agencies(filter: { search: $search }, first: 20) {
  totalCount nodes { name division { fullName } } } }`;

const MISSING = `query ($code: DivisionCode!, $year: Int!) { division(code: $code) {
  applicationTotals(filter: { dispositions: [RECEIVED], years: { from: $year, to: $year } }, groupBy: [YEAR]) {
    coverage { reported expected } missing(first: 50) { totalCount nodes { year agency { name division { name } } } } } } }`;

const FINDINGS = `query ($code: String!, $year: Int!) {
  findings(filter: { codes: [$code], years: { from: $year, to: $year } }, first: 50) {
    totalCount nodes { code place message report { year agency { name } } } } }`;

const CITIES = `query ($indicator: Indicator!, $year: Int!) { ranking(indicator: $indicator, year: $year, first: 50) {
  rank percentile value numerator denominator change division { name } } }`;

const AGENCIES = `query ($code: DivisionCode!, $year: Int!) {
  ranking(indicator: DENIAL_RATE, year: $year, of: AGENCY, within: $code, minimumDenominator: 5, first: 50) {
    rank percentile value numerator denominator change agency { name division { name } } } }`;

const LARGEST = `query ($code: DivisionCode!, $year: Int!) {
  applicationTotals(filter: { dispositions: [RECEIVED], years: { from: $year, to: $year }, within: [$code] },
    groupBy: [AGENCY], orderBy: TOTAL_DESC, first: 20) { agency { name division { name } } total coverage { reported } } }`;

const FIRST_OF_NATION = `query ($disposition: Disposition!, $year: Int!) {
  applicationTotals(filter: { dispositions: [$disposition], years: { from: $year, to: $year } }, groupBy: [AGENCY], first: 100) {
    agency { name division { name } } total coverage { reported } } }`;

const YEARS = [2019, 2020, 2021, 2022, 2023, 2024, 2025];
const INDICATORS = ['DISCLOSURE_RATE', 'DENIAL_RATE', 'NOT_HELD_RATE', 'RECONSIDERATION_RATE', 'LITIGATION_RATE'];
const DISPOSITIONS = ['RECEIVED', 'GRANTED', 'NOT_HELD'];
const CODES = ['APPLICANT_BALANCE', 'TABLE_INCOMPLETE', 'SECTION_EMPTY'];

/** How many reports, agencies and names are asked about. */
const SOME = 200;

/** Keys that lie scattered over a table, always the same ones. */
const SAMPLES = {
  report: `select r.agency_id || '-' || r.id as key from annual_report as r order by hashint8(r.id) limit ${SOME}`,
  agency: `select a.id::text as key from agency as a order by hashint8(a.id) limit ${SOME}`,
  name: `select left(a.name, 4) as key from agency as a order by hashint8(a.id) limit ${SOME}`,
  city: `select d.code as key from division as d where d.level = 'CITY' and not d.synthetic order by hashtext(d.code)`,
  county: `select d.code as key from division as d where d.level = 'COUNTY' and d.valid_to is null order by hashtext(d.code)`,
  province: `select distinct d.province_code as key from division as d where d.level = 'CITY' order by 1`,
} as const;

const inYears = (variant: Readonly<Record<string, string>>) => YEARS.map((year) => ({ ...variant, year }));

/** The questions, over what is in the database. */
export async function detailQuestions(client: ClientBase): Promise<DetailQuestion[]> {
  const keys = async (sample: keyof typeof SAMPLES): Promise<string[]> =>
    (await client.query<{ key: string }>(SAMPLES[sample])).rows.map(({ key }) => key);
  const ids = async (sample: 'report' | 'agency') => (await keys(sample)).map((id) => ({ id }));
  const codes = async (sample: 'city' | 'county' | 'province') => (await keys(sample)).map((code) => ({ code }));
  const [cities, counties, provinces] = [await codes('city'), await codes('county'), await codes('province')];
  const names = (await keys('name')).map((search) => ({ search }));
  const of = (name: string, query: string, variants: DetailQuestion['variants']): DetailQuestion => ({
    name,
    query,
    variants,
  });
  return [
    of('a report with all its rows', REPORT, await ids('report')),
    of('50 reports of a city with outcomes and findings', REPORTS_OF_DIVISION, cities),
    of('50 reports of a province with outcomes and findings', REPORTS_OF_DIVISION, provinces),
    of('50 reports of a city and year that have findings', REPORTS_WITH_FINDINGS, cities.flatMap(inYears)),
    of('the latest 50 reports of all', LATEST, [{ scope: 'OWN' }, { scope: 'CONSOLIDATED' }]),
    of('an agency with its reports', AGENCY, await ids('agency')),
    of('50 agencies of a county with reports', AGENCIES_OF_DIVISION, counties),
    of('agencies by a part of their name', SEARCH, names),
    of('who is missing in a province', MISSING, provinces.flatMap(inYears)),
    of('findings by code', FINDINGS, CODES.map((code) => ({ code })).flatMap(inYears)),
    of('cities by an indicator', CITIES, INDICATORS.map((indicator) => ({ indicator })).flatMap(inYears)),
    of('agencies of a province by an indicator', AGENCIES, provinces.flatMap(inYears)),
    of('agencies of a province by applications', LARGEST, provinces.flatMap(inYears)),
    of(
      'the first agencies of the nation',
      FIRST_OF_NATION,
      DISPOSITIONS.map((disposition) => ({ disposition })).flatMap(inYears),
    ),
  ];
}
