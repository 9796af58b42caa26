import { lookUp } from '../forms/lookUp.js';
import { widthOf } from '../forms/widthOf.js';
import type { Entry, Piece, SectionMatch } from '../Match.js';

const isContent = ({ text }: Piece): boolean => lookUp(text)?.terms.some(({ code }) => code === 'CONTENT') ?? false;

/**
 * Rows of section two in which merged cells, those of the header too, are repeated for each place that they cover: with
 * each of them once, where that makes as many as the form has.
 */
export const withoutRepeats = ({ section, form, entries }: SectionMatch): readonly Entry[] =>
  section !== 'DISCLOSURES'
    ? entries
    : entries.map((entry) => {
        const { cells, headers: printed } = entry;
        const headers = printed.slice(printed.findLastIndex(isContent) + 1);
        if (headers.length !== cells.length) return entry;
        const isRepeat = (pieces: readonly Piece[], at: number): boolean => pieces[at]?.text === pieces[at - 1]?.text;
        const once = cells.filter((_, at) => !isRepeat(headers, at) || !isRepeat(cells, at));
        return once.length === widthOf(section, form, entry.term) ? { ...entry, cells: once } : entry;
      });
