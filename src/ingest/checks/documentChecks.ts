import type { Check } from './Check.js';
import { late } from './late.js';
import { narrativeMismatch } from './narrativeMismatch.js';
import { sectionEmpty } from './sectionEmpty.js';
import { sectionMissing } from './sectionMissing.js';

/** The checks of a single report beyond its balances, in the order of their findings. */
export const documentChecks: readonly Check[] = Object.freeze([narrativeMismatch, sectionMissing, sectionEmpty, late]);
