import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { details } from './details/details.js';
import { compareTotals } from './http/compareTotals.js';
import { GONGKAI } from './http/contestants.js';
import { openBenchDatabase } from './http/databases.js';
import { growth } from './http/growth.js';
import { machine } from './http/machine.js';
import { postgresWork } from './http/postgresWork.js';
import { preparePostgraphile } from './http/preparePostgraphile.js';

const USAGE = `npm run bench -- [--data FOLDER] [--part totals|growth|details]… [--only NAME]… [--seconds 6] [--connections 16] [--plans]

Asks gongkai and its rivals the same questions over the data set that bench:data left in FOLDER (.gongkai-bench), and
prints how they did, in Markdown. An empty FOLDER is filled with 10,000 reports. PostGraphile is installed if it is wanted.`;

const PARTS = ['totals', 'growth', 'details'];
/** What the data set of the folder is compared with. */
const FEW = 10_000;

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: '.gongkai-bench' },
    part: { type: 'string', multiple: true, default: PARTS },
    only: { type: 'string', multiple: true },
    seconds: { type: 'string', default: '6' },
    connections: { type: 'string', default: '16' },
    plans: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
const { only, plans, part: parts, data } = values;
const [seconds, connections] = [Number(values.seconds), Number(values.connections)];

async function run(): Promise<boolean> {
  const database = await openBenchDatabase(resolve(data), FEW);
  const { url: databaseUrl, reports } = database;
  let right = true;
  try {
    console.log(
      `## Bench of ${await machine(databaseUrl)}; ${reports.toLocaleString('en')} reports, ${connections} connections`,
    );
    if (parts.includes('totals')) {
      await preparePostgraphile(databaseUrl);
      const postgres = await postgresWork(databaseUrl);
      right = await compareTotals({ databaseUrl, connections, seconds, only, postgres });
    }
    if (parts.includes('growth')) {
      const few = await openBenchDatabase(`${resolve(data)}-${FEW}`, FEW);
      const asked = { contestants: [GONGKAI], databases: [few, database], connections, seconds } as const;
      right = (await growth(asked).finally(few.close)) && right;
    }
    if (parts.includes('details')) right = (await details({ databaseUrl, connections, seconds, plans })) && right;
    return right;
  } finally {
    await database.close();
  }
}

if (values.help || parts.some((part) => !PARTS.includes(part)) || !(seconds > 0) || !(connections > 0)) {
  console.log(USAGE);
  process.exitCode = values.help ? 0 : 2;
} else if (!(await run())) process.exitCode = 1;
