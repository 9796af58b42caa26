import type { DivisionLevel } from '../catalog/divisionLevels.js';

/** An administrative division (行政区划) of the reference data. */
export interface Division {
  /** Six digits: GB/T 2260, and the National Bureau of Statistics' own for development zones. */
  readonly code: string;
  readonly name: string;
  /** With the names of its province and city, none twice: 河南省南阳市, 北京市朝阳区. */
  readonly fullName: string;
  readonly level: DivisionLevel;
  /** A node of ours: the one CITY of a municipality, 省直辖县级行政区划. */
  readonly synthetic: boolean;
  /** The first year of a code established since 2019; null for an older one. */
  readonly validFrom: number | null;
  /** The last year in which an abolished code was in force; null for one in force. */
  readonly validTo: number | null;
  /** Codes that hold its territory since; empty for one in force. */
  readonly successors: readonly string[];
  /** Domains of its government’s site (nanyang.gov.cn), as far as they are known. */
  readonly sites: readonly string[];
  readonly parent: string | null;
  /** Codes from the nation down, self not included. */
  readonly ancestors: readonly string[];
}
