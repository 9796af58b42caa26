import type { DataSource } from 'typeorm';

/** Every finding between reports as `agency year code place expected→actual`, sorted. */
export async function findingsBetween(db: DataSource): Promise<string[]> {
  const rows = await db.query<{ said: string }[]>(
    `select concat_ws(' ', a.name, r.year, f.code, f.place, f.expected || '→' || f.actual) as said
     from finding as f
     join annual_report as r on r.agency_id = f.agency_id and r.id = f.report_id
     join agency as a on a.id = r.agency_id
     where f.origin = 'BETWEEN'`,
  );
  return rows.map(({ said }) => said).sort();
}
