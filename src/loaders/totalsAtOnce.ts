import type { Cube } from '../cube/Cube.js';
import { MAX_GROUPS_TOGETHER } from '../queries/totals/page.js';
import type { TotalsSource } from '../totals/TotalsSource.js';
import { NotAtOnce } from '../totals/NotAtOnce.js';

/** Totals of the cube alone, of one place after another. Throws where it has none, and where there are too many. */
export function totalsAtOnce(cube: Cube): TotalsSource {
  let given = 0;
  return {
    groups: (kind, { of, key }, question) => {
      const rows = cube.ask(kind, of, question)?.readyRows(key) ?? null;
      // How many they are together is for those to say who see all places.
      if (rows === null || (given += rows.length) > MAX_GROUPS_TOGETHER) throw new NotAtOnce();
      return rows;
    },
    reports: (root, wanted) => cube.reports(root, wanted),
    ranking: (asked) => {
      const rows = cube.ranking(asked);
      if (rows === null) throw new NotAtOnce();
      return rows;
    },
  };
}
