import type { Section } from '../../catalog/forms.js';
import { articleOf } from '../forms/articleOf.js';
import { lookUp } from '../forms/lookUp.js';
import type { Term } from '../forms/terms.js';
import type { Line } from '../Match.js';
import { isFigure } from '../value.js';

/** What a line says of the section it stands in. */
export interface Sign {
  /** The section whose table it belongs to, null where a section without a table begins, undefined where it says nothing. */
  readonly section: Section | null | undefined;
  readonly heading: boolean;
}

const BY_CHAPTER = { 1: null, 2: 'DISCLOSURES', 3: 'APPLICATIONS', 4: 'REVIEWS', 5: null, 6: null } as const;
const NOTHING: Sign = { section: undefined, heading: false };

/** The section that a label stands in; undefined for those of more than one section, and for those that prose has too. */
function sectionOf(term: Term): Section | undefined {
  switch (term.kind) {
    case 'measure':
      return 'DISCLOSURES';
    case 'track':
      return term.code === 'RECONSIDERATION' ? undefined : 'REVIEWS';
    case 'result':
      return term.code === 'TOTAL' ? undefined : 'REVIEWS';
    case 'applicant':
      return term.code === 'NATURAL_PERSON' || term.code === 'LEGAL_SERVICE' ? 'APPLICATIONS' : undefined;
    case 'disposition':
      return ['OTHER_REASON', 'OTHER_HANDLING', 'TOTAL_HANDLED'].includes(term.code) ? undefined : 'APPLICATIONS';
    case 'header':
      return term.code === 'CONTENT' ? 'DISCLOSURES' : term.code === 'LITIGATION' ? 'REVIEWS' : 'APPLICATIONS';
    case 'item':
      return undefined;
  }
}

function signOf(line: Line): Sign {
  if (line.text.length < 2) return NOTHING;
  if (line.chapter !== null) return { section: BY_CHAPTER[line.chapter], heading: true };
  if (articleOf(line.text) !== null) return { section: 'DISCLOSURES', heading: false };
  for (const word of line.words) {
    const found = word.length < 3 ? null : lookUp(word);
    if (found === null) continue;
    const [section, ...others] = found.terms.map(sectionOf);
    if (section !== undefined && others.every((other) => other === section)) return { section, heading: false };
  }
  return NOTHING;
}

/** A stretch of the document that holds (a part of) the table of one section. */
export interface Zone {
  readonly section: Section;
  /** Indices of its lines, headings left out, from its first label on. */
  readonly lines: readonly number[];
}

/**
 * Divides a document among its three tables: by headings, and by labels that only one table has, since headings are
 * sometimes lost, restart their numbers or stand in a table of contents.
 */
export function zonesOf(lines: readonly Line[]): Zone[] {
  const zones: Zone[] = [];
  let section: Section | null = null;
  let open: number[] | null = null;
  lines.forEach((line, index) => {
    const sign = signOf(line);
    if (sign.section !== undefined && (sign.section !== section || sign.heading)) {
      section = sign.section;
      open = null;
    }
    if (sign.heading || section === null || isProse(line)) return;
    if (open === null) {
      // Between a heading and the first label there is prose only.
      if (sign.section === undefined && !startsTable(line, section)) return;
      open = [];
      zones.push({ section, lines: open });
    }
    open.push(index);
  });
  return zones;
}

/** Sentences, as against labels and notes. */
const isProse = ({ table, text }: Line): boolean => table === null && /[。！？]/.test(text) && !/[|\t]/.test(text);

const KINDS: Record<Section, ReadonlySet<Term['kind']>> = {
  DISCLOSURES: new Set(['item']),
  APPLICATIONS: new Set(['applicant', 'disposition']),
  REVIEWS: new Set(['track', 'result']),
};

/** A line of figures, or with a label that prose or another section has too. */
function startsTable(line: Line, section: Section): boolean {
  const labelled = line.words.some((word) => lookUp(word)?.terms.some(({ kind }) => KINDS[section].has(kind)));
  return labelled || line.words.filter(isFigure).length >= 3;
}
