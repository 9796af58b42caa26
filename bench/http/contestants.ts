import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { buildSchema } from 'graphql';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createDataSource } from '../../src/database/dataSource.js';
import { startServer } from '../../src/server.js';

/** What a contestant works with: a database, or the answer that the others compute. */
export interface Material {
  readonly databaseUrl: string;
  /** The body of the right answer. */
  readonly answer: string;
}

const gongkai = async ({ databaseUrl }: Material, fast: Parameters<typeof startServer>[0]['fast']): Promise<string> => {
  const dataSource = await createDataSource(databaseUrl).initialize();
  const server = await startServer({ dataSource, port: 0, ...(fast !== undefined && { fast }) });
  return server.url;
};

/** Each starts and says where it answers. */
export const CONTESTANTS = {
  'gongkai, computed': (material: Material) => gongkai(material, { maxAge: null, storedBytes: 0 }),
  'gongkai, stored': (material: Material) => gongkai(material, undefined),
  'gongkai by Apollo Server': (material: Material) => gongkai(material, null),
  'stock Apollo Server, constant': async ({ answer }: Material) => {
    const { data } = JSON.parse(answer) as { data: object };
    // The same schema; every field is found in the constant.
    const schema = buildSchema(readFileSync('schema.graphql', 'utf8'));
    const { url } = await startStandaloneServer(new ApolloServer({ schema, rootValue: data }), { listen: { port: 0 } });
    return url;
  },
  'bare node:http': ({ answer }: Material) => {
    const bytes = Buffer.from(answer);
    const server = createServer((request, response) => {
      request.resume().on('end', () => {
        response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': bytes.length });
        response.end(bytes);
      });
    });
    return new Promise<string>((resolve) => {
      server.listen(0, () => resolve(`http://localhost:${(server.address() as { port: number }).port}/`));
    });
  },
} as const;
export type Contestant = keyof typeof CONTESTANTS;
