import { posix } from 'node:path';
import type { OfficeParts } from './officeParts.js';
import { walkXml } from './walkXml.js';

/** Another part that a part of an Office file goes with. */
export interface Relation {
  readonly id: string;
  /** The last word of its kind: styles, worksheet. */
  readonly kind: string;
  /** Its name. */
  readonly target: string;
}

/** The parts that a part goes with; of the file itself those of ''. Throws Refusal UNREADABLE, LIMIT_EXCEEDED. */
export async function relationsOf(parts: OfficeParts, part: string): Promise<Relation[]> {
  const folder = posix.dirname(part);
  const relations: Relation[] = [];
  walkXml(await parts.xml(posix.join(folder, '_rels', `${posix.basename(part)}.rels`)), {
    open(name, { Id: id = '', Type = '', Target, TargetMode }) {
      if (name !== 'Relationship' || Target === undefined || TargetMode === 'External') return;
      const target = posix.normalize(Target.startsWith('/') ? Target.slice(1) : posix.join(folder, Target));
      relations.push({ id, kind: Type.slice(Type.lastIndexOf('/') + 1), target });
    },
  });
  return relations;
}

/** The part of a kind; programs that name it otherwise than others do say so. */
export const partOfKind = (relations: readonly Relation[], kind: string, usual: string): string =>
  relations.find((relation) => relation.kind === kind)?.target ?? usual;
