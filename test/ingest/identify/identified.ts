import { readDivisions } from '../../../src/divisions/readDivisions.js';
import { createGazetteer } from '../../../src/ingest/gazetteer.js';
import { identify, type IdentifyInput } from '../../../src/ingest/identify.js';
import { Refusal } from '../../../src/ingest/Refusal.js';
import type { Document, Finding, Identity } from '../../../src/ingest/types.js';
import { documentOf } from '../documentOf.js';

const gazetteer = createGazetteer(readDivisions());

export type Rest = Partial<Omit<IdentifyInput, 'document' | 'gazetteer'>>;

/** Who a document is by, and the codes of its findings with their values. */
export function identified(document: Document, rest: Rest = {}): Identity & { readonly findings: readonly string[] } {
  const findings: string[] = [];
  const flag = ({ code, place, expected, actual }: Pick<Finding, 'code'> & Partial<Finding>) =>
    void findings.push([code, place, expected, actual].filter((part) => part !== undefined && part !== null).join(' '));
  const source = { url: null, fileName: null };
  return { ...identify({ document, narrative: [], source, manifest: null, gazetteer, ...rest }, flag), findings };
}

/** The sections of a report, as far as identification looks at them. */
export const BODY = [
  '一、总体情况',
  '本机关做了应做的工作。',
  '二、主动公开政府信息情况',
  '第二十条第（一）项',
  '六、其他需要报告的事项',
  '无',
];
export const titled = (...lines: string[]) => identified(documentOf([...lines, ...BODY]));
export const who = ({ agencyName, division, year }: Identity) => [agencyName, division, year];

/** The reason of the refusal; none where there is none. */
export function reasonOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof Refusal) return error.reason;
    throw error;
  }
  return 'none';
}
