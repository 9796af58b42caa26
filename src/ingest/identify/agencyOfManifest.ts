import type { AgencyKind } from '../../catalog/agencyKinds.js';
import type { Gazetteer } from '../gazetteer.js';
import type { ManifestEntry } from '../manifest/ManifestEntry.js';
import { compact } from '../text/compact.js';
import { kindOf } from './kindOf.js';
import { nameOfGovernment } from './nameOfGovernment.js';
import { withoutScopeRemark } from './withoutScopeRemark.js';

/** An agency as a manifest names it, and the year of the document. */
export interface ManifestAgency {
  readonly division: string;
  readonly name: string;
  readonly kind: AgencyKind;
  readonly from: number;
}

/**
 * The agency that a manifest names, as `identify` would have it of a document that says nothing itself; null where name, year
 * or division stay open: without its document such an agency is nobody.
 */
export function agencyOfManifest(
  { agency, year, division }: ManifestEntry,
  gazetteer: Gazetteer,
): ManifestAgency | null {
  if (agency === undefined || year === undefined) return null;
  const named = withoutScopeRemark(compact(agency));
  const located = gazetteer.locate(named, year, []);
  const code = located.division?.code ?? division;
  if (named === '' || code === undefined) return null;
  const name = nameOfGovernment(named, located).replaceAll('(', '（').replaceAll(')', '）');
  return { division: code, name, kind: kindOf(name), from: year };
}
