import { type Command, Option } from 'commander';
import { SCOPES, type Scope } from '../catalog/forms.js';
import type { Config } from '../config.js';
import type { SaidOptions } from './saidBy.js';

interface Deps {
  readonly config: () => Config;
  readonly exit: (code: number) => void;
  /** A command of the program. */
  readonly verb: (name: string, description: string) => Command;
}

const withSaid = (command: Command): Command =>
  command.option('--by <name>', 'who says so (default: your account)').option('--note <text>', 'why');

const clearing = (command: Command, description: string): Command => command.option('--clear', description, false);

/** What people decide: kept apart from what is read, and lasting through any further ingest. */
export function addDecisionVerbs({ config, exit, verb }: Deps): void {
  withSaid(
    verb('assign', 'Decide whose the reports of an agency, or one report, are and of which scope.')
      .argument('<id>', 'id of an agency (12), of a report (12-345), or sha256 of a document')
      .option('--division <code>', 'the division of the agency; agencies that are the same then are merged')
      .option('--agency <name>', 'the name of the agency')
      .addOption(new Option('--scope <scope>', 'own figures, or those of the whole territory').choices([...SCOPES])),
  ).action(async (id: string, options: SaidOptions & { division?: string; agency?: string; scope?: Scope }) => {
    const { assign } = await import('./assign.js');
    exit(await assign(config(), id, options));
  });
  for (const [name, standing, description, clear] of [
    [
      'activate',
      'COUNTS',
      'Decide that this revision of a report counts, whatever else is there.',
      'let the rule decide again',
    ],
    [
      'withdraw',
      'WITHDRAWN',
      'Decide that this revision of a report must not count; nothing is deleted.',
      'let it count again',
    ],
  ] as const)
    clearing(withSaid(verb(name, description).argument('<report-id>', 'id of a report, such as 12-345')), clear).action(
      async (id: string, options: SaidOptions & { clear: boolean }) => {
        const { stand } = await import('./stand.js');
        exit(await stand(config(), id, standing, options));
      },
    );
  clearing(
    withSaid(
      verb('review', 'Say of a finding that it is right, or none after all.')
        .argument('<finding-id>', 'id of a finding, such as 12-345')
        .addOption(new Option('--confirm', 'it is right').conflicts(['dismiss', 'clear']))
        .addOption(new Option('--dismiss', 'it is no defect').conflicts(['confirm', 'clear'])),
    ),
    'take the verdict back',
  ).action(async (id: string, options: SaidOptions & { confirm?: boolean; dismiss?: boolean; clear: boolean }) => {
    const { review } = await import('./review.js');
    exit(await review(config(), id, options));
  });
  withSaid(
    verb('roster', 'Take in which agencies are expected to report, from when and until when.').argument(
      '<file.csv>',
      'columns division, name, kind, from, to; kind and to may be left empty',
    ),
  ).action(async (file: string, options: SaidOptions) => {
    const { roster } = await import('./roster.js');
    exit(await roster(config(), file, options));
  });
}
