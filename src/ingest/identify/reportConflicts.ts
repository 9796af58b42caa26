import type { Scope } from '../../catalog/forms.js';
import type { Gazetteer, Located } from '../gazetteer.js';
import type { ManifestEntry } from '../manifest/ManifestEntry.js';
import type { Flag } from '../types.js';
import { compact } from '../text/compact.js';
import { nameOfGovernment } from './nameOfGovernment.js';
import { normalizeName } from './normalizeName.js';
import { withoutScopeRemark } from './withoutScopeRemark.js';

/** What the document itself says; null for what it leaves open. */
export interface Said {
  readonly agency: string | null;
  /** Where its agency is, the manifest's word included. */
  readonly located: Located;
  /** Codes of the divisions that its own words may mean. */
  readonly places: readonly string[];
  readonly year: number | null;
  readonly scope: Scope | null;
  readonly published: string | null;
}

/** Flags MANIFEST_CONFLICT for each entry of the manifest that the document contradicts; the place is the entry's name. */
export function reportConflicts(
  manifest: ManifestEntry,
  said: Said,
  year: number,
  gazetteer: Gazetteer,
  flag: Flag,
): void {
  const compare = (
    place: keyof ManifestEntry,
    expected: string | undefined,
    actual: string | null | undefined,
  ): void => {
    if (expected !== undefined && actual !== null && actual !== undefined && expected !== actual)
      flag({ code: 'MANIFEST_CONFLICT', place, expected, actual });
  };
  const sameAgency = (): boolean => {
    if (manifest.agency === undefined || said.agency === null) return true;
    const own = said.located.division;
    const bare = withoutScopeRemark(compact(manifest.agency));
    const listed = gazetteer.locate(bare, year, own === null ? [] : [own.fullName]);
    const name = nameOfGovernment(bare, listed);
    const printed = normalizeName(said.agency, own, said.located.rest);
    // A list of one place's organs leaves the place out.
    const spellings = [[listed.division, listed.rest + name.slice(bare.length)] as const, [own, name] as const];
    return spellings.some(([division, rest]) => normalizeName(name, division, rest) === printed);
  };
  if (!sameAgency()) compare('agency', manifest.agency, said.agency);
  compare('year', manifest.year?.toString(), said.year?.toString());
  const isPlace = said.places.length === 0 || said.places.includes(manifest.division ?? '');
  if (!isPlace) compare('division', manifest.division, said.places.join(' '));
  compare('scope', manifest.scope, said.scope);
  compare('published', manifest.published, said.published);
}
