import { type DocumentNode, type GraphQLSchema, Kind, TypeInfo, visit, visitWithTypeInfo } from 'graphql';

/** Of each group of totals only that it is there. */
const JUST_THERE = {
  kind: Kind.SELECTION_SET,
  selections: [{ kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } }],
} as const;

/** A question without the figures of its totals: as many groups, for next to nothing each. */
export function groupsAlone(schema: GraphQLSchema, document: DocumentNode): DocumentNode {
  const types = new TypeInfo(schema);
  return visit(
    document,
    visitWithTypeInfo(types, {
      Field: (node) =>
        types.getFieldDef()?.args.some(({ name }) => name === 'groupBy')
          ? { ...node, selectionSet: JUST_THERE }
          : undefined,
    }),
  );
}
