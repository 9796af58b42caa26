import type { DataSource } from 'typeorm';
import { plannedOnce } from '../database/plannedOnce.js';
import type { ReportId } from '../ids.js';
import { idArrays, KEYS } from './idArrays.js';

/** A source document without its bytes. */
export interface SourceRow extends ReportId {
  readonly sha256: string;
  readonly preferred: boolean;
  readonly mediaType: string;
  readonly url: string | null;
  readonly fileName: string | null;
  readonly bytes: number;
  readonly retrievedAt: Date;
}

/** Every document that says what each report says, the one it was read from first. */
export const sourcesOf = (db: DataSource, ids: readonly ReportId[]): Promise<SourceRow[]> =>
  db.query<SourceRow[]>(
    plannedOnce(`select s.agency_id as "agencyId", s.report_id as "reportId", s.sha256, s.preferred,
       s.media_type as "mediaType", s.url, s.file_name as "fileName", s.bytes, s.retrieved_at as "retrievedAt"
     from ${KEYS}
     join source_document as s on s.agency_id = key.agency_id and s.report_id = key.report_id
     order by s.preferred desc, s.retrieved_at, s.sha256`),
    idArrays(ids),
  );
