import { createHash } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { groupCodes } from '../divisions/groupCodes.js';
import { readDivisions } from '../divisions/readDivisions.js';

const UPSERT = `
  insert into division (
    code, name, full_name, level, synthetic, valid_to, successors, lineage, province_code, city_code, county_code,
    parent_code)
  select
    d.code, d.name, d.full_name, d.level, d.synthetic, d.valid_to, d.successors, d.lineage, d.province_code,
    d.city_code, d.county_code, d.parent_code
  from jsonb_to_recordset($1) as d (
    code text, name text, full_name text, level division_level, synthetic boolean, valid_to integer,
    successors text[], lineage text[], province_code text, city_code text, county_code text, parent_code text)
  on conflict (code) do update set
    name = excluded.name, full_name = excluded.full_name, level = excluded.level, synthetic = excluded.synthetic,
    valid_to = excluded.valid_to, successors = excluded.successors, lineage = excluded.lineage,
    province_code = excluded.province_code, city_code = excluded.city_code, county_code = excluded.county_code,
    parent_code = excluded.parent_code`;

/** Brings the table of divisions to the repository's edition, where it is another one. */
export async function loadDivisions(db: DataSource): Promise<void> {
  const divisions = readDivisions();
  const groups = groupCodes(divisions);
  const json = JSON.stringify(
    divisions.map((division, place) => ({
      code: division.code,
      name: division.name,
      full_name: division.fullName,
      level: division.level,
      synthetic: division.synthetic,
      valid_to: division.validTo,
      successors: division.successors,
      lineage: [...division.ancestors, division.code],
      province_code: groups[place]?.PROVINCE,
      city_code: groups[place]?.CITY,
      county_code: groups[place]?.COUNTY,
      parent_code: division.parent,
    })),
  );
  const sha256 = createHash('sha256').update(json).digest('hex');
  await db.transaction(async (manager) => {
    const [loaded] = await manager.query<{ sha256: string }[]>(
      `select r.sha256 from reference_data as r where r.name = 'divisions'`,
    );
    if (loaded?.sha256 === sha256) return;
    await manager.query(UPSERT, [json]);
    await manager.query(
      `insert into reference_data (name, sha256) values ('divisions', $1)
       on conflict (name) do update set sha256 = excluded.sha256, loaded_at = now()`,
      [sha256],
    );
  });
}
