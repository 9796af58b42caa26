import type { Scope } from '../catalog/forms.js';
import type { Config } from '../config.js';
import { assign as assignTo } from '../ingest/decisions/assign.js';
import { parseTarget } from '../ingest/decisions/parseTarget.js';
import { type SaidOptions, saidBy } from './saidBy.js';
import { EXIT } from './exitCodes.js';
import { say } from './say.js';
import { withDatabase } from './withDatabase.js';

/** Decides whose reports are and of which scope. */
export async function assign(
  config: Config,
  id: string,
  {
    division = null,
    agency = null,
    scope = null,
    ...said
  }: SaidOptions & {
    division?: string | null;
    agency?: string | null;
    scope?: Scope | null;
  },
): Promise<number> {
  const target = parseTarget(id);
  const decision = { division, agencyName: agency, scope };
  const { agencyId, agencyName, revisions } = await withDatabase(config, ({ dataSource }) =>
    assignTo(dataSource, target, decision, saidBy(said)),
  );
  say(`assigned ${id} to agency ${agencyId} ${agencyName}: ${revisions} revisions`);
  return EXIT.done;
}
