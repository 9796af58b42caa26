import { DISCLOSURE_MEASURES, type DisclosureMeasure } from '../../catalog/disclosures.js';
import type { Form } from '../../catalog/forms.js';
import { lookUp } from '../forms/lookUp.js';
import { measuresOf } from '../forms/measuresOf.js';
import { rowPlaces } from '../forms/rowPlaces.js';
import type { Term } from '../forms/terms.js';
import type { Entry, Spare } from '../Match.js';
import { compact } from '../text/compact.js';
import { assignCells, meaning, namedIn, type Assigned } from './assignCells.js';
import type { Locator } from './Locator.js';

/** A site's header 本年数量 in place of 本年增/减: the figures under it are no changes. */
const isRelabelled = (entry: Entry): boolean =>
  entry.headers.some(({ text }) => lookUp(text)?.terms.some(({ kind, code }) => kind === 'measure' && code === null));

function assign(entry: Entry, measures: readonly DisclosureMeasure[], spare: Spare): Assigned {
  if (entry.ambiguous || measures.length === 0) return null;
  const indexOf = (term: Term): number =>
    term.kind === 'measure' && term.code !== null ? measures.indexOf(term.code) : -1;
  const assigned = assignCells(entry, measures.length, namedIn(entry.headers, meaning(indexOf)), spare);
  if (assigned === null || !isRelabelled(entry)) return assigned;
  return assigned.map((cell, at) => (measures[at] === 'CHANGE' ? undefined : cell));
}

/** The unit that the header of an amount names. */
const UNIT = /金额.{0,8}?(亿元|万元|千元|百元|元)/;

/** The unit that sites name behind the label of a row: 行政事业性收费（元）. */
const UNIT_OF_ROW = /\((?:计量)?(?:单位)?:?(?:人民币)?(亿元|万元|千元|百元|元)\)/;

/** The unit that sites name behind the article over a block: 第二十条第（八）项（单位：元）. */
const UNIT_OF_ARTICLE = /第\(?[一五六八九]\)?项\(?(?:计量)?单位:?(?:人民币)?(亿元|万元|千元|百元|元)/;

/** The cells of a row, the amount with the unit of its label, header or article where that is another than the form's. */
function withUnit(assigned: Assigned, measures: readonly DisclosureMeasure[], { headers, label }: Entry): Assigned {
  const amount = measures.findIndex((measure) => DISCLOSURE_MEASURES[measure].unit === 'CNY_10K');
  if (assigned === null || amount < 0) return assigned;
  const above = compact(headers.map(({ text }) => text).join(''));
  const named = [UNIT_OF_ROW.exec(compact(label)), UNIT.exec(above), UNIT_OF_ARTICLE.exec(above)];
  const unit = named.map((found) => found?.[1] ?? '万元').find((found) => found !== '万元');
  return unit === undefined ? assigned : assigned.map((cell, at) => (cell && at === amount ? { ...cell, unit } : cell));
}

/** Locates the cells of section two. */
export function locateDisclosures(entries: readonly Entry[], form: Form, spare: Spare, locator: Locator): void {
  for (const entry of entries) {
    if (entry.term?.kind !== 'item') continue;
    const item = entry.term.code;
    const row = `DISCLOSURES/${item}`;
    const measures = measuresOf(item, form);
    locator.row(row, rowPlaces(row, form), withUnit(assign(entry, measures, spare), measures, entry), entry);
  }
}
