/** Import rules as data: what may know what. They are checked on what tsc built. */
const never = (name, from, to) => ({ name, severity: 'error', from: { path: from }, to: { path: to } });

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    never('catalog-is-a-leaf', '^dist/src/catalog', '^dist/src/(?!catalog)'),
    never(
      'stages-are-pure',
      '^dist/src/ingest/(read|recognize|extract|identify|validate|forms|text)',
      '^(fs|node:fs|http|node:http|https|node:https|net|node:net)|node_modules/(typeorm|pg)/',
    ),
    never('ingest-ignores-the-api', '^dist/src/ingest', '^dist/src/(schema|resolvers|loaders|queries)'),
    never('api-ignores-ingest', '^dist/src/(schema|resolvers|loaders|queries|entities)', '^dist/src/ingest'),
    never('resolvers-hold-no-sql', '^dist/src/resolvers', 'node_modules/(typeorm|pg)/|^dist/src/entities'),
    never('schema-is-a-leaf', '^dist/src/schema', '^dist/src/(?!schema|catalog)'),
    never('entities-know-no-api', '^dist/src/entities', 'node_modules/type-graphql/'),
    never('schema-knows-no-orm', '^dist/src/schema', 'node_modules/typeorm/'),
    never('source-ignores-tests', '^dist/src', '^dist/(test|bench)'),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
  },
};
