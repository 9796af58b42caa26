import type { DataSource } from 'typeorm';

/**
 * Everything that is stored, as lines that depend neither on ids nor on the order in which it came: what two databases
 * must have in common when the same documents went into them.
 */
export async function dump(db: DataSource): Promise<string[]> {
  const rows = await db.query<{ line: string }[]>(`
    select jsonb_build_array(
      coalesce(a.division_code, a.site, a.document_sha256), a.normalized_name, a.first_year, r.year, r.scope, r.form,
      r.fingerprint, r.active, r.title, r.published_on, r.reader_version, r.checks_passed,
      (select jsonb_agg(jsonb_build_array(s.sha256, s.preferred, s.superseded, s.reader_version, s.manifest) order by s.sha256)
       from source_document as s where s.agency_id = r.agency_id and s.report_id = r.id),
      (select jsonb_agg(to_jsonb(o) - 'agency_id' - 'report_id' order by o.disposition)
       from application_outcome as o where o.agency_id = r.agency_id and o.report_id = r.id),
      (select jsonb_agg(to_jsonb(v) - 'agency_id' - 'report_id' order by v.track)
       from review_litigation as v where v.agency_id = r.agency_id and v.report_id = r.id),
      (select jsonb_agg(to_jsonb(d) - 'agency_id' - 'report_id' order by d.item, d.measure)
       from proactive_disclosure as d where d.agency_id = r.agency_id and d.report_id = r.id),
      (select jsonb_agg(to_jsonb(f) - 'agency_id' - 'report_id' - 'id' order by f.code, f.place, f.actual)
       from finding as f where f.agency_id = r.agency_id and f.report_id = r.id),
      (select jsonb_build_array(c.narrative, encode(c.cells, 'hex'))
       from report_content as c where c.agency_id = r.agency_id and c.report_id = r.id))::text as line
    from annual_report as r
    join agency as a on a.id = r.agency_id`);
  return rows.map(({ line }) => line).sort();
}

/** Empties the database. */
export const clear = (db: DataSource): Promise<unknown> => db.query('truncate agency, sketch_band cascade');
