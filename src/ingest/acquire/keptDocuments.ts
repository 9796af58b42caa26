import { createHash } from 'node:crypto';
import { brotliDecompress } from 'node:zlib';
import { promisify } from 'node:util';
import type { DataSource } from 'typeorm';
import { messageOf } from '../../errors.js';
import { READER_VERSION } from '../readerVersion.js';
import type { Acquirable } from './Acquirable.js';
import { Refusal } from '../Refusal.js';
import type { Source } from '../types.js';

const PAGE = 1000;

interface Kept extends Omit<Source, 'bytes'> {
  readonly agencyId: number;
  readonly reportId: number;
  readonly bytes: number;
}

const decompress = promisify(brotliDecompress);

/**
 * The bytes of a document, of whatever agency it is by now.
 * @throws Refusal UNREADABLE where they are not there any more, or are not those that were stored
 */
async function contentOf(db: DataSource, { sha256 }: Kept): Promise<Uint8Array> {
  const [row] = await db.query<{ content: Buffer }[]>(
    'select s.content from source_document as s where s.sha256 = $1 limit 1',
    [sha256],
  );
  if (row === undefined) throw new Refusal('UNREADABLE', `the document ${sha256} is no longer stored`);
  const bytes = await decompress(row.content).catch((cause: unknown) => {
    throw new Refusal('UNREADABLE', `the stored bytes of ${sha256} are damaged: ${messageOf(cause)}`, { cause });
  });
  const found = createHash('sha256').update(bytes).digest('hex');
  if (found !== sha256) throw new Refusal('UNREADABLE', `the stored bytes of ${sha256} are damaged: they are ${found}`);
  return bytes;
}

/** Whether an older reader has read some of what is stored, which may name agencies otherwise than this one. */
export async function isOutdated(db: DataSource): Promise<boolean> {
  const [{ outdated }] = await db.query<[{ outdated: boolean }]>(
    'select exists (select from source_document as s where not s.superseded and s.reader_version < $1) as outdated',
    [READER_VERSION],
  );
  return outdated;
}

/**
 * The documents whose bytes are kept and that an older reader has read, those of a report together, the one that it was
 * read from first.
 */
export async function* keptDocuments(db: DataSource): AsyncGenerator<Acquirable> {
  let after: Pick<Kept, 'agencyId' | 'reportId'> = { agencyId: 0, reportId: 0 };
  for (;;) {
    // A page ends between two reports, never within one.
    const page = await db.query<Kept[]>(
      `select s.agency_id as "agencyId", s.report_id as "reportId", s.sha256, s.bytes, s.file_name as "fileName", s.url,
         s.declared_type as "declaredType", s.retrieved_at as "retrievedAt"
       from (
         select s.agency_id, s.report_id from source_document as s
         where not s.superseded and s.reader_version < $1 and (s.agency_id, s.report_id) > ($2, $3)
         group by s.agency_id, s.report_id order by s.agency_id, s.report_id limit ${PAGE}) as r
       join source_document as s on s.agency_id = r.agency_id and s.report_id = r.report_id
       where not s.superseded and s.reader_version < $1
       order by s.agency_id, s.report_id, s.preferred desc, s.sha256`,
      [READER_VERSION, after.agencyId, after.reportId],
    );
    const last = page.at(-1);
    if (last === undefined) return;
    after = last;
    for (const kept of page) {
      const { sha256, fileName, url, declaredType, retrievedAt } = kept;
      yield {
        file: url ?? fileName ?? sha256,
        weight: kept.bytes,
        acquire: async () => ({ bytes: await contentOf(db, kept), sha256, fileName, url, declaredType, retrievedAt }),
      };
    }
  }
}
