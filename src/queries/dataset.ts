import type { DataSource } from 'typeorm';

export interface DatasetRow {
  readonly version: string;
  readonly years: number[];
  readonly divisions: number;
  readonly agencies: number;
  readonly reports: number;
  readonly lastIngestAt: Date | null;
}

/** What the database holds: one row. */
export async function dataset(db: DataSource): Promise<DatasetRow> {
  const [row] = await db.query<[DatasetRow]>(
    `select
       (select sum(v.version)::text from dataset_version as v) as version,
       (select coalesce(array_agg(distinct r.year order by r.year), '{}') from annual_report as r where r.active) as years,
       (select count(*) from division) as divisions,
       (select count(*) from agency) as agencies,
       (select count(*) from annual_report as r where r.active) as reports,
       (select max(v.changed_at) from dataset_version as v) as "lastIngestAt"`,
  );
  return row;
}
