import { stat } from 'node:fs/promises';
import { EmbeddedDatabaseError } from '../../errors.js';
import { run } from './run.js';

/** A program to start: what `spawn` and `execFile` take. */
export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  readonly as: { readonly uid?: number; readonly gid?: number };
}

/** As whom PostgreSQL runs, since it refuses to run as root. */
export interface Account {
  /** Who must own the files; null: ourselves. */
  readonly owner: { readonly uid: number; readonly gid: number } | null;
  /** Turns a command into one that runs as that user. */
  readonly command: (file: string, args: readonly string[]) => Command;
  /** Version that the binaries report, e.g. "18.4". */
  readonly version: string;
}

type Owner = NonNullable<Account['owner']>;
type Wrap = Account['command'];

const asOurselves: Wrap = (file, args) => ({ file, args, as: {} });

const asUser =
  (owner: Owner): Wrap =>
  (file, args) => ({ file, args, as: owner });

/**
 * As another user with one capability. Without `no_setuid_fixup` the kernel takes the capability away again for
 * access(2), by which PostgreSQL looks for its own files; all other capabilities go at the exec.
 */
const asUserWith =
  ({ uid, gid }: Owner, capability: string): Wrap =>
  (file, args) => ({
    file: 'setpriv',
    args: [
      `--reuid=${uid}`,
      `--regid=${gid}`,
      '--clear-groups',
      '--securebits=+no_setuid_fixup',
      `--inh-caps=+${capability}`,
      `--ambient-caps=+${capability}`,
      file,
      ...args,
    ],
    as: {},
  });

/** Enters the folder, reads the program, and asks for its version: all that the server needs to reach. */
const PROBE = 'cd "$1" && test -r "$2" && exec "$2" -V';

const probe = async (
  wrap: Wrap,
  folder: string,
  postgres: string,
): Promise<{ version?: string; complaint: string }> => {
  const { code, stdout, stderr } = await run(wrap('/bin/sh', ['-c', PROBE, 'sh', folder, postgres]));
  const version = /\) (\d+\S*)/.exec(stdout)?.[1];
  return code === 0 && version !== undefined ? { version, complaint: '' } : { complaint: stderr.trim() };
};

const NO_SHELL = '/usr/sbin/nologin';

/** The user of the data when it has one, else `postgres`, made where there is none. */
const userForRoot = async (data: string): Promise<Owner> => {
  const owner = await stat(data).catch(() => null);
  if (owner !== null && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  if ((await run(asOurselves('id', ['-u', 'postgres']))).code !== 0) {
    const made = await run(asOurselves('useradd', ['--system', '--user-group', '--shell', NO_SHELL, 'postgres']));
    if (made.code !== 0)
      throw new EmbeddedDatabaseError(
        `PostgreSQL does not run as root and no user for it could be made: ${made.stderr.trim()}`,
        'Run as an ordinary user, make a user named postgres, or set DATABASE_URL.',
      );
  }
  const id = async (flag: string): Promise<number> => Number((await run(asOurselves('id', [flag, 'postgres']))).stdout);
  return { uid: await id('-u'), gid: await id('-g') };
};

/**
 * Finds out as whom PostgreSQL can run here. As root that is the owner of the data, or the user `postgres`; where he
 * cannot reach our folders (a home of root, mode 700), he is lent one capability: to read and search everything, or,
 * where a container withholds it, to pass over permissions.
 * @param folder where the data folder is or will be; must exist
 * @throws EmbeddedDatabaseError where it can run as nobody
 */
export async function findAccount(folder: string, data: string, postgres: string): Promise<Account> {
  const root = process.getuid?.() === 0;
  const owner = root ? await userForRoot(data) : null;
  const ways: Wrap[] =
    owner === null
      ? [asOurselves]
      : [asUser(owner), asUserWith(owner, 'dac_read_search'), asUserWith(owner, 'dac_override')];
  let complaint = '';
  for (const command of ways) {
    const found = await probe(command, folder, postgres);
    if (found.version !== undefined) return { owner, command, version: found.version };
    complaint ||= found.complaint;
  }
  throw new EmbeddedDatabaseError(
    `the embedded PostgreSQL does not run: ${complaint.split('\n')[0]}`,
    root
      ? 'As root it runs as user postgres, who must reach the program and GONGKAI_DATA: move both out of /root, or set DATABASE_URL.'
      : 'Install again with npm ci (its install scripts allowed), or set DATABASE_URL.',
  );
}
