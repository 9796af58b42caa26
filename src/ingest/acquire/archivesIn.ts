import { MEMBER_MARK } from './memberMark.js';

/** The archives that a path such as a.zip!/b.zip!/c.html says it is in, outermost first: a.zip, a.zip!/b.zip. */
export function archivesIn(path: string): string[] {
  const archives: string[] = [];
  for (let at = path.indexOf(MEMBER_MARK, 1); at > 0; at = path.indexOf(MEMBER_MARK, at + 1))
    archives.push(path.slice(0, at));
  return archives;
}
