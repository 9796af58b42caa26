import { type FieldNode, type FragmentDefinitionNode, Kind, type SelectionSetNode } from 'graphql';

export type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

/**
 * The fields of selections on one object type, by the name that the answer gives them, in order.
 * @returns null where directives decide what is asked
 */
export function collectFields(
  selections: readonly SelectionSetNode[],
  fragments: Fragments,
): ReadonlyMap<string, readonly FieldNode[]> | null {
  const fields = new Map<string, FieldNode[]>();
  const add = (selection: SelectionSetNode): boolean =>
    selection.selections.every((node) => {
      if (node.directives !== undefined && node.directives.length > 0) return false;
      if (node.kind === Kind.FIELD) {
        const name = (node.alias ?? node.name).value;
        fields.set(name, [...(fields.get(name) ?? []), node]);
        return true;
      }
      // There are no interfaces and unions: a fragment of a valid document is one on this very type.
      if (node.kind === Kind.INLINE_FRAGMENT) return add(node.selectionSet);
      const fragment = fragments.get(node.name.value);
      return fragment !== undefined && add(fragment.selectionSet);
    });
  return selections.every(add) ? fields : null;
}
