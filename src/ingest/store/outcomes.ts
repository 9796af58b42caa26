import type { DataSource } from 'typeorm';
import type { ManifestEntry } from '../manifest/ManifestEntry.js';
import type { Outcome } from '../Outcome.js';
import type { Source } from '../types.js';

/** What an outcome says of a stored report. */
export type Described = Omit<Outcome, 'file' | 'status' | 'reason'>;

/** A document whose bytes are stored. */
export interface Known {
  readonly described: Described;
  /** Version of the reader that last read it. */
  readonly readerVersion: number;
  /** What a manifest said of it then. */
  readonly manifest: ManifestEntry | null;
  /** Where it came from when it was stored. */
  readonly origin: Omit<Source, 'bytes' | 'sha256'>;
}

const DESCRIBED = `
  r.agency_id || '-' || r.id as "reportId", a.name as agency, r.year, r.scope, r.form,
  coalesce(
    (select json_agg(json_build_object('code', f.code, 'severity', f.severity, 'place', f.place) order by f.id)
     from finding as f where f.agency_id = r.agency_id and f.report_id = r.id),
    '[]') as findings`;

type KnownRow = Described & Known['origin'] & Pick<Known, 'readerVersion' | 'manifest'> & { readonly sha256: string };

const toKnown = ({ readerVersion, manifest, url, fileName, declaredType, retrievedAt, ...row }: KnownRow): Known => {
  const { reportId, agency, year, scope, form, findings } = row;
  const origin = { url, fileName, declaredType, retrievedAt };
  return { described: { reportId, agency, year, scope, form, findings }, readerVersion, manifest, origin };
};

/** What is stored of documents by the sha256 of their bytes, in their order; null for new ones. */
export async function knownDocuments(db: DataSource, sha256s: readonly string[]): Promise<(Known | null)[]> {
  const rows = await db.query<KnownRow[]>(
    `select s.sha256, s.reader_version as "readerVersion", s.manifest, s.url, s.file_name as "fileName",
       s.declared_type as "declaredType", s.retrieved_at as "retrievedAt", ${DESCRIBED}
     from source_document as s
     join annual_report as r on r.agency_id = s.agency_id and r.id = s.report_id
     join agency as a on a.id = r.agency_id
     where s.sha256 = any($1) and not s.superseded`,
    [sha256s],
  );
  const known = new Map(rows.map((row) => [row.sha256, toKnown(row)]));
  return sha256s.map((sha256) => known.get(sha256) ?? null);
}
