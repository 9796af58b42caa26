import { walkXml } from '../walkXml.js';
import { formatNumber } from './formatNumber.js';
import { levelOf, type ListPlace } from './readStyles.js';

interface Level {
  start: number;
  format: string;
  /** Such as 第%1条 or %1.%2. */
  text: string;
}

interface List {
  /** Lists of one kind count on in each other. */
  kind: string;
  /** Levels that this list starts anew. */
  readonly restarts: Map<number, number>;
}

const NONE = '0';

/** The numbers that Word prints before the paragraphs of its lists: they are not in the text. */
export class Numbering {
  readonly #kinds: ReadonlyMap<string, ReadonlyMap<number, Level>>;
  readonly #lists: ReadonlyMap<string, List>;
  readonly #counts = new Map<string, number[]>();
  readonly #begun = new Set<string>();

  constructor(xml: string) {
    const kinds = new Map<string, Map<number, Level>>();
    const lists = new Map<string, List>();
    readNumbering(xml, kinds, lists);
    this.#kinds = kinds;
    this.#lists = lists;
  }

  /** What is printed before the next paragraph at a place of a list, such as （三）; empty where nothing is. */
  next({ list: id, level }: ListPlace): string {
    const list = this.#lists.get(id);
    const levels = this.#kinds.get(list?.kind ?? '');
    const own = levels?.get(level);
    if (id === NONE || list === undefined || levels === undefined || own === undefined) return '';
    const counts = this.#counts.get(list.kind) ?? [];
    this.#counts.set(list.kind, counts);
    if (!this.#begun.has(id)) {
      this.#begun.add(id);
      for (const [at, start] of list.restarts) counts[at] = start - 1;
    }
    counts[level] = (counts[level] ?? own.start - 1) + 1;
    counts.length = level + 1;
    return own.text.replaceAll(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      const { format = 'decimal', start = 1 } = levels.get(at) ?? {};
      return formatNumber(counts[at] ?? start, format);
    });
  }
}

function readNumbering(xml: string, kinds: Map<string, Map<number, Level>>, lists: Map<string, List>): void {
  let kind = new Map<number, Level>();
  let list: List | null = null;
  let level: Level | null = null;
  let at = 0;
  walkXml(xml, {
    open(name, { abstractNumId = '', numId = '', ilvl, val = '' }) {
      if (name === 'abstractNum') kinds.set(abstractNumId, (kind = new Map()));
      if (name === 'num') lists.set(numId, (list = { kind: '', restarts: new Map() }));
      if (name === 'abstractNumId' && list !== null) list.kind = val;
      if (name === 'lvlOverride') at = levelOf(ilvl);
      if (name === 'startOverride') list?.restarts.set(at, whole(val));
      if (name === 'lvl') {
        level = { start: 1, format: 'decimal', text: '' };
        // A list may replace levels of its kind; what it prints then is the kind's, but for the start.
        if (list === null) kind.set(levelOf(ilvl), level);
      }
      if (level === null) return;
      if (name === 'start') level.start = whole(val);
      if (name === 'numFmt') level.format = val;
      if (name === 'lvlText') level.text = val;
    },
    close(name) {
      if (name === 'lvl') level = null;
      if (name === 'num') list = null;
    },
  });
  for (const levels of kinds.values()) {
    for (const [index, { format }] of levels) if (format === 'bullet' || format === 'none') levels.delete(index);
  }
}

const whole = (value: string): number => (/^\d{1,6}$/.test(value) ? Number(value) : 1);
