import type { DataSource } from 'typeorm';
import { agencyRanking } from './agencyRanking.js';
import { divisionRanking } from './divisionRanking.js';
import type { RankedRow, RankingAsked } from './RankedRow.js';

/** A page of a ranking: ranks 1, 2, 2, 4 among all peers; percentile is the share of the others strictly lower. */
export const ranking = (db: DataSource, asked: RankingAsked): Promise<RankedRow[]> =>
  asked.selection.groupBy.includes('AGENCY') ? agencyRanking(db, asked) : divisionRanking(db, asked);
