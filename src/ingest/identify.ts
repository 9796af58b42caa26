import { Refusal } from './Refusal.js';
import { chapterOf } from './forms/chapterOf.js';
import type { Gazetteer, Located } from './gazetteer.js';
import { bestTitle } from './identify/bestTitle.js';
import { compact } from './text/compact.js';
import { decideScope, scopeByText } from './identify/decideScope.js';
import { findPublished } from './identify/findPublished.js';
import { kindOf } from './identify/kindOf.js';
import { linesOf } from './identify/linesOf.js';
import { nameOfGovernment } from './identify/nameOfGovernment.js';
import { normalizeName } from './identify/normalizeName.js';
import { reportConflicts } from './identify/reportConflicts.js';
import { settleDivision } from './identify/settleDivision.js';
import { statedPeriod, yearOfText } from './identify/yearOfText.js';
import { withoutScopeRemark } from './identify/withoutScopeRemark.js';
import type { ManifestEntry } from './manifest/ManifestEntry.js';
import type { Document, Flag, Identity, NarrativeSection, Source } from './types.js';

/** What `identify` looks at. */
export interface IdentifyInput {
  readonly document: Document;
  readonly narrative: readonly NarrativeSection[];
  readonly source: Pick<Source, 'url' | 'fileName'>;
  readonly manifest: ManifestEntry | null;
  readonly gazetteer: Gazetteer;
}

function siteOf(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  const { hostname } = new URL(url);
  return hostname === '' ? null : hostname;
}

/** Says what of the place stays open. */
function flagDivision(flag: Flag, name: string, { division, candidates }: Located): void {
  if (division !== null) return;
  if (candidates.length === 0) flag({ code: 'DIVISION_UNKNOWN', raw: name });
  else flag({ code: 'DIVISION_AMBIGUOUS', raw: name, actual: candidates.map(({ code }) => code).join(' ') });
}

/**
 * Whose report of which year and scope a document is, wherever it says so: a title line (also broken over lines), a sentence,
 * the container's title, a printed publisher. The manifest decides what the document leaves open.
 * @throws Refusal AGENCY_UNKNOWN, YEAR_UNKNOWN
 * Flags TITLE_YEAR, DIVISION_UNKNOWN, DIVISION_AMBIGUOUS, MANIFEST_CONFLICT, SCOPE_ASSUMED.
 */
export function identify({ document, narrative, source, manifest, gazetteer }: IdentifyInput, flag: Flag): Identity {
  const lines = linesOf(document);
  const stated = statedPeriod(lines.map(({ text }) => text).join('\n'));
  const title = bestTitle({ document, lines, stated, fileName: source.fileName });

  const first = narrative.find(({ heading }) => chapterOf(heading) === 1);
  const opening = (first?.text ?? '').split('\n').map(compact);
  const year = title.year ?? stated ?? manifest?.year;
  if (year === undefined) throw new Refusal('YEAR_UNKNOWN', 'expected the year in a title, came none');
  const spoken = title.year === null ? null : yearOfText(opening, title.year);
  if (spoken !== null && spoken !== year) flag({ code: 'TITLE_YEAR', expected: String(spoken), actual: String(year) });

  const named = title.agency ?? (manifest?.agency === undefined ? null : withoutScopeRemark(compact(manifest.agency)));
  if (named === null) throw new Refusal('AGENCY_UNKNOWN', 'expected the name of an agency in a title, came none');
  const site = siteOf(source.url);
  const read = gazetteer.locate(named, year, site === null ? title.surroundings : [...title.surroundings, site]);
  const settled = settleDivision(read, named, year, manifest, gazetteer);
  const agencyName = nameOfGovernment(named, settled).replaceAll('(', '（').replaceAll(')', '）');
  const located: Located = { ...settled, rest: settled.rest + agencyName.slice(named.length) };
  flagDivision(flag, agencyName, located);

  const kind = kindOf(agencyName);
  const preamble = lines.slice(0, title.opening).map(({ text }) => text);
  const said = scopeByText(compact(title.printed ?? ''), [preamble.join(''), opening.join('')], kind);
  const [scope, scopeBasis] = decideScope(manifest?.scope, said, kind);
  if (scopeBasis === 'TITLE') flag({ code: 'SCOPE_ASSUMED', actual: scope });

  const published = findPublished(lines, document.declaredDate, title.line, title.around);
  if (manifest !== null) {
    const [own, basis] = decideScope(undefined, said, kind);
    const agency = title.agency === null ? null : agencyName;
    const places = (read.division === null ? read.candidates : [read.division]).map(({ code }) => code);
    const saidScope = basis === 'DEFAULT' ? null : own;
    const saidSelf = { agency, located, places, year: title.year, scope: saidScope, published };
    reportConflicts(manifest, saidSelf, year, gazetteer, flag);
  }
  return {
    agencyName,
    normalizedName: normalizeName(agencyName, located.division, located.rest),
    kind,
    division: located.division?.code ?? null,
    site,
    year,
    scope,
    scopeBasis,
    title: title.printed,
    publishedOn: published ?? manifest?.published ?? null,
  };
}
