import { effectsOf, Styles } from './Styles.js';
import { readSprms, SPRM } from './sprms.js';
import { formatAt, type Format, type WordBinary } from './WordBinary.js';

/** Not at all (deleted with changes tracked, or hidden), as another sign, struck out, above or below the line. */
export type Mark = 'unprinted' | 'symbol' | 'struck' | 'above' | 'below';

/** Finds out how the text at a place of the stream is printed, null where as any other: by its run, and by the styles of run and paragraph. */
export function markAt(word: Pick<WordBinary, 'styles' | 'formats'>): (offset: number) => Mark | null {
  const styles = new Styles(word.styles());
  const runs = word.formats('characters');
  const sprms = new Map(runs.map((run) => [run, readSprms(run.properties)] as const));
  const paragraphs = styles.markParagraphs ? word.formats('paragraphs') : [];
  const known = new Map<Format | null, Map<number, Mark | null>>();

  const markOf = (run: Format | null, paragraphStyle: number): Mark | null => {
    const own = (run && sprms.get(run)) ?? new Map<number, Buffer>();
    if (own.get(SPRM.deleted)?.[0] === 1) return 'unprinted';
    const runStyle = own.get(SPRM.style)?.readUInt16LE(0);
    const ofParagraph = paragraphStyle < 0 ? {} : styles.effects(paragraphStyle);
    const { hidden, struck, level } = effectsOf(own, {
      ...ofParagraph,
      ...(runStyle === undefined ? {} : styles.effects(runStyle)),
    });
    if (hidden === true) return 'unprinted';
    if (own.has(SPRM.symbol)) return 'symbol';
    if (struck === true) return 'struck';
    return level === 1 ? 'above' : level === 2 ? 'below' : null;
  };

  return (offset) => {
    const run = formatAt(runs, offset);
    const properties = formatAt(paragraphs, offset)?.properties;
    const style = properties !== undefined && properties.length >= 2 ? properties.readUInt16LE(0) : -1;
    const ofRun = known.get(run) ?? new Map<number, Mark | null>();
    const mark = ofRun.has(style) ? (ofRun.get(style) ?? null) : markOf(run, style);
    known.set(run, ofRun.set(style, mark));
    return mark;
  };
}
