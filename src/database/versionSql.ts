/** The dataset's version, in SQL. The moment is part of it: a database set up anew counts from 0 again. */
export const VERSION_SQL = `
  select sum(v.version) || '.' || coalesce(extract(epoch from max(v.changed_at))::text, '') as version
  from dataset_version as v`;
