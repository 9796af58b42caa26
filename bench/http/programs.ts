import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { buildSchema } from 'graphql';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { openServer } from '../../src/cli/openServer.js';
import { readConfig } from '../../src/config.js';
import { root } from '../../src/root.js';

/** What a program works with: a database, or the answer that the others compute. */
export interface Material {
  readonly databaseUrl: string;
  /** How many ask at a time. */
  readonly connections: number;
  /** The body of the right answer. */
  readonly answer: string;
}

/** Each starts and says where it answers; what can be set is set in its environment, as for the program itself. */
export const PROGRAMS = {
  gongkai: async ({ databaseUrl }: Material) => {
    const { url } = await openServer({ ...readConfig(process.env), url: databaseUrl, port: 0 });
    return url;
  },
  /** Apollo Server as its documentation starts it, with the same schema; every field is found in the constant. */
  apollo: async ({ answer }: Material) => {
    const { data } = JSON.parse(answer) as { data: object };
    const schema = buildSchema(readFileSync(new URL('schema.graphql', root), 'utf8'));
    const { url } = await startStandaloneServer(new ApolloServer({ schema, rootValue: data }), { listen: { port: 0 } });
    return url;
  },
  /** The right answer's bytes, whatever is asked. */
  bare: ({ answer }: Material) => {
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
