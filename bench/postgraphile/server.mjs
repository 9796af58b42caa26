import { createServer } from 'node:http';
import { PgAggregatesPreset } from '@graphile/pg-aggregates';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';

/**
 * PostGraphile as in production (NODE_ENV=production): nothing but the API, answers made into text as they are
 * computed, statements prepared, a connection for each that the bench opens, no transaction around a question.
 */
const serve = async ({ databaseUrl, connections }) => {
  const instance = postgraphile({
    extends: [PostGraphileAmberPreset, PgAggregatesPreset],
    pgServices: [
      makePgService({
        connectionString: databaseUrl,
        schemas: ['postgraphile'],
        pubsub: false,
        poolConfig: { max: connections },
      }),
    ],
    // Lists without the frame of a connection: the cheapest way to ask for rows.
    schema: { defaultBehavior: '+connection +list +resource:connection +resource:list' },
    grafserv: { graphiql: false, websockets: false, outputDataAsString: true },
    grafast: { explain: false },
  });
  const server = createServer();
  await instance.createServ(grafserv).addTo(server);
  await new Promise((resolve) => {
    server.listen(0, resolve);
  });
  return `http://localhost:${server.address().port}/graphql`;
};

process.on('message', (message) => {
  if (message !== 'stand') return void serve(message).then((url) => process.send({ url }));
  const { user, system } = process.cpuUsage();
  process.send({ stand: { cpu: user + system, rss: process.memoryUsage.rss() } });
});
process.on('disconnect', () => process.exit(0));
process.send('ready');
