-- What PostGraphile serves, made anew where the dataset has changed. {{dueYear}} is put in before it runs.

-- For the materialized view, which would take minutes without.
set jit = off;
set work_mem = '256MB';

drop schema if exists postgraphile cascade;
create schema postgraphile;

create view postgraphile.city as
select d.code, d.name, d.province_code
from public.division as d
where d.level = 'CITY';

-- (a) A row for each active report and printed row of section three, and one for each agency-year that is expected.
-- A row that is not stored is all zeros where the table is whole, and absent where it is not.
create view postgraphile.outcome as
select
  d.province_code, d.city_code, city.name as city_name, r.year, printed.disposition,
  case when o.disposition is not null then o.total when r.applications_whole then 0 end as total,
  (case when o.disposition is not null then o.total is not null else r.applications_whole end)::integer as reported,
  0 as expected
from public.annual_report as r
join public.agency as a on a.id = r.agency_id
join public.division as d on d.code = a.division_code and d.level in ('CITY', 'COUNTY')
join public.division as city on city.code = d.city_code
cross join unnest(enum_range(null::public.disposition)) as printed (disposition)
left join public.application_outcome as o
  on o.agency_id = r.agency_id and o.report_id = r.id and o.disposition = printed.disposition
where r.active and r.scope = 'OWN' and printed.disposition not in ('DENIED', 'UNAVAILABLE', 'NOT_PROCESSED')
  and not (r.application_form = 'FORM_2019' and printed.disposition in ('OVERDUE_CORRECTION', 'OVERDUE_FEE', 'OTHER_REASON'))
  and not (r.application_form = 'FORM_2021' and printed.disposition = 'OTHER_HANDLING')
union all
select d.province_code, d.city_code, city.name, expected.year, printed.disposition, null, 0, 1
from public.agency as a
join public.division as d on d.code = a.division_code and d.level in ('CITY', 'COUNTY')
join public.division as city on city.code = d.city_code
cross join generate_series(a.first_year, least(a.last_year, {{dueYear}})) as expected (year)
cross join unnest(enum_range(null::public.disposition)) as printed (disposition)
where printed.disposition not in ('DENIED', 'UNAVAILABLE', 'NOT_PROCESSED');

-- (b) The same by city, year and disposition.
create materialized view postgraphile.city_total as
select
  o.province_code, o.city_code, o.city_name, o.year, o.disposition,
  sum(o.total)::bigint as total, sum(o.reported)::integer as reported, sum(o.expected)::integer as expected
from postgraphile.outcome as o
group by o.province_code, o.city_code, o.city_name, o.year, o.disposition;

create unique index on postgraphile.city_total (city_code, year, disposition);
create index on postgraphile.city_total (city_code, disposition, year)
  include (city_name, total, reported, expected);
create index on postgraphile.city_total (province_code, disposition, city_code, year)
  include (city_name, total, reported, expected);
create index on postgraphile.city_total (disposition, city_code, year)
  include (province_code, city_name, total, reported, expected);

comment on view postgraphile.city is E'@primaryKey code';
comment on view postgraphile.outcome is E'@foreignKey (city_code) references city (code)';
comment on materialized view postgraphile.city_total is
  E'@primaryKey city_code,year,disposition\n@foreignKey (city_code) references city (code)';
