import type { EntityManager } from 'typeorm';
import type { ReportKey } from '../store/Revision.js';
import { carryOverChain } from './carryOverChain.js';
import { itemChain } from './itemChain.js';
import { jump } from './jump.js';
import { keyArrays } from '../store/keyArrays.js';
import { PAIRS } from './pairs.js';
import { type FoundIn, replaceFindings } from './replaceFindings.js';
import { codesOf, foundBy, type Rule } from './Rule.js';
import { stockChain } from './stockChain.js';

/** The checks between a report and that of the year before. */
const CHAINS: readonly Rule[] = [carryOverChain, stockChain, itemChain, jump];

const SQL = `with ${PAIRS}, found as materialized (${foundBy(CHAINS)}), ${replaceFindings(codesOf(CHAINS))}`;

/** Checks the changed reports, and those of the year after, against the year before; returns where something was found anew. */
export const reconcileChains = (manager: EntityManager, changed: readonly ReportKey[]): Promise<FoundIn[]> =>
  manager.query<FoundIn[]>(SQL, keyArrays(changed));
