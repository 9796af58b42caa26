import { type DocumentNode, Kind, type SelectionSetNode } from 'graphql';
import { fragmentsOf } from './fragmentsOf.js';

/** The size of a document as it is written; fragments count where they are spread. */
export interface DocumentSize {
  /** Fields below one another. */
  readonly depth: number;
  /** Aliases, those of a fragment once. */
  readonly aliases: number;
  /** Fields at the root of the largest operation. */
  readonly rootFields: number;
}

/** Measures a document that need not be valid; takes time in proportion to its length. */
export function measureDocument(document: DocumentNode): DocumentSize {
  const fragments = fragmentsOf(document);
  let aliases = 0;
  const known = new Map<string, { depth: number; fields: number }>();

  /** Depth of a selection and the number of its own fields; a fragment is walked once, one that holds itself ends. */
  const walk = ({ selections }: SelectionSetNode): { depth: number; fields: number } => {
    const size = { depth: 0, fields: 0 };
    for (const selection of selections) {
      let inner = { depth: 1, fields: 1 };
      if (selection.kind === Kind.FIELD) {
        if (selection.alias) aliases += 1;
        if (selection.selectionSet) inner = { depth: 1 + walk(selection.selectionSet).depth, fields: 1 };
      } else if (selection.kind === Kind.INLINE_FRAGMENT) inner = walk(selection.selectionSet);
      else inner = walkFragment(selection.name.value);
      size.depth = Math.max(size.depth, inner.depth);
      size.fields += inner.fields;
    }
    return size;
  };
  const walkFragment = (name: string): { depth: number; fields: number } => {
    const done = known.get(name);
    if (done) return done;
    known.set(name, { depth: 0, fields: 0 });
    const fragment = fragments.get(name);
    const size = fragment ? walk(fragment.selectionSet) : { depth: 0, fields: 0 };
    known.set(name, size);
    return size;
  };

  let depth = 0;
  let rootFields = 0;
  for (const name of fragments.keys()) walkFragment(name);
  for (const definition of document.definitions)
    if (definition.kind === Kind.OPERATION_DEFINITION) {
      const size = walk(definition.selectionSet);
      depth = Math.max(depth, size.depth);
      rootFields = Math.max(rootFields, size.fields);
    }
  return { depth, aliases, rootFields };
}
