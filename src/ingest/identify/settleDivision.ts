import type { Gazetteer, Located } from '../gazetteer.js';
import type { ManifestEntry } from '../manifest/ManifestEntry.js';
import { compact } from '../text/compact.js';
import { withoutScopeRemark } from './withoutScopeRemark.js';

/**
 * The division by the manifest where the document leaves it open: the one it gives, else that of the agency it names. The name is
 * then read from there: 县财政局 in 沭阳县 is the 财政局 of 沭阳县.
 */
export function settleDivision(
  read: Located,
  name: string,
  year: number,
  manifest: ManifestEntry | null,
  gazetteer: Gazetteer,
): Located {
  if (read.division !== null || manifest === null) return read;
  const { division, agency } = manifest;
  const listed = agency === undefined ? null : gazetteer.locate(withoutScopeRemark(compact(agency)), year).division;
  const place = division === undefined ? listed : gazetteer.find(division);
  if (place === null || place === undefined) return read;
  const again = gazetteer.locate(name, year, [place.fullName]);
  if (again.division?.code === place.code) return again;
  if (division === undefined) return read;
  // The name of another place is no part of the name of this one: its 审计局 is not this place's.
  const isOther = read.candidates.length > 0 && !read.candidates.includes(place);
  return { division: place, candidates: [place], rest: isOther ? name : read.rest };
}
