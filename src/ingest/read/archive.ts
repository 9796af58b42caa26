import { archivesIn } from '../acquire/archivesIn.js';
import { MEMBER_MARK } from '../acquire/memberMark.js';
import { beginsLikeArchive } from '../acquire/sizes.js';
import { Refusal } from '../Refusal.js';
import { LIMITS } from './limits.js';
import { officeType } from './mediaTypeOffice.js';
import { MEDIA } from './mediaTypes.js';
import { zipMembers, type ZipMember } from './zip.js';

/** A document of an archive, or why it (or the archive, where the path is the archive's) can't be had. */
export type Member =
  { readonly path: string; readonly bytes: Uint8Array } | { readonly path: string; readonly refusal: Refusal };

/** What systems and programs leave in folders. */
const LITTER = /^(?:__MACOSX|Thumbs\.db|desktop\.ini|\.(?!\.?$).*|~\$.*)$/i;

/** The limits of a whole archive. */
type ArchiveLimits = Readonly<Record<'members' | 'membersBytes', number>>;

/** What has been taken out so far, of an archive and of those within it. */
interface Count {
  members: number;
  bytes: number;
  readonly limits: ArchiveLimits;
  /** The paths that are asked for and those of the archives that they are in; null for all. */
  readonly wanted: ReadonlySet<string> | null;
}

/**
 * The documents of a ZIP archive, one at a time, also of archives within it: `a.zip!/b.html`. Folders and hidden files
 * are left out. Never throws: a bad member comes as its refusal (UNREADABLE, LIMIT_EXCEEDED) and the others go on; only
 * where it holds none, or too many, or they are too large together, does the refusal of the archive itself end the list.
 * @param only the paths of the documents that are wanted; the others are not inflated
 */
export async function* unpack(
  bytes: Uint8Array,
  name: string,
  {
    limits = LIMITS,
    only = null,
  }: { readonly limits?: ArchiveLimits; readonly only?: ReadonlySet<string> | null } = {},
): AsyncGenerator<Member> {
  const wanted = only === null ? null : new Set([...only].flatMap((path) => [...archivesIn(path), path]));
  const count: Count = { members: 0, bytes: 0, limits, wanted };
  try {
    yield* unpackInto(bytes, name, 1, count);
  } catch (error) {
    yield { path: name, refusal: refusalOf(error) };
  }
}

async function* unpackInto(bytes: Uint8Array, name: string, depth: number, count: Count): AsyncGenerator<Member> {
  let isEmpty = true;
  for await (const member of zipMembers(bytes)) {
    if (member.name.split('/').some((part) => LITTER.test(part))) continue;
    isEmpty = false;
    const path = `${name}${MEMBER_MARK}${member.name}`;
    if (count.wanted?.has(path) === false) continue;
    count.members += 1;
    checkCount(count);
    const taken = await take(member, path);
    if ('refusal' in taken) {
      yield taken;
      continue;
    }
    count.bytes += taken.bytes.length;
    checkCount(count);
    if (!(await isArchive(taken.bytes))) {
      yield taken;
    } else if (depth < LIMITS.archiveDepth) {
      yield* guarded(unpackInto(taken.bytes, path, depth + 1, count), path, count);
    } else {
      const refusal = new Refusal('LIMIT_EXCEEDED', `archives nested deeper than ${LIMITS.archiveDepth}`);
      yield { path, refusal };
    }
  }
  // Somebody waits for what was in it: an archive is never passed over without a word.
  if (isEmpty) throw new Refusal('NOT_A_REPORT', 'the archive holds no document, at most folders and hidden files');
}

/** A damaged archive within another ends there; one limit for all ends all. */
async function* guarded(members: AsyncGenerator<Member>, path: string, count: Count): AsyncGenerator<Member> {
  try {
    yield* members;
  } catch (error) {
    checkCount(count);
    yield { path, refusal: refusalOf(error) };
  }
}

async function take(member: ZipMember, path: string): Promise<Member> {
  try {
    const limit = member.name.toLowerCase().endsWith('.zip') ? LIMITS.innerArchiveBytes : LIMITS.documentBytes;
    return { path, bytes: await member.bytes(limit) };
  } catch (error) {
    return { path, refusal: refusalOf(error) };
  }
}

function checkCount({ members, bytes, limits }: Count): void {
  if (members > limits.members || bytes > limits.membersBytes) {
    throw new Refusal('LIMIT_EXCEEDED', `over ${limits.members} members or ${limits.membersBytes} bytes`);
  }
}

/** A ZIP file that is neither Word nor Excel. Of a damaged one nobody can say; its reader will refuse it. */
async function isArchive(bytes: Uint8Array): Promise<boolean> {
  if (!beginsLikeArchive(bytes)) return false;
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const type = await officeType(buffer, 'zip').catch(() => null);
  return type === MEDIA.zip;
}

const refusalOf = (error: unknown): Refusal =>
  error instanceof Refusal ? error : new Refusal('UNREADABLE', 'the archive is damaged', { cause: error });
