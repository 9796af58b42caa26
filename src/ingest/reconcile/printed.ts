type Side = 'this' | 'last';

/** A row of section three of one report of a pair, joined as `alias`. */
export const outcomeRow = (alias: string, side: Side, disposition: string): string => `
  left join application_outcome as ${alias}
    on ${alias}.agency_id = p.agency_id and ${alias}.report_id = p.${side}_id and ${alias}.disposition = ${disposition}`;

/** The figure in a column of such a row: an unstored row of a whole table is printed zeros, of any other not there. */
export const outcomeValue = (alias: string, side: Side, column: string): string =>
  `case when ${alias}.report_id is null and p.${side}_applications_whole then 0 else ${alias}.${column} end`;

/** A cell of section two of one report of a pair, joined as `alias`. */
export const disclosureCell = (alias: string, side: Side, item: string, measure: string): string => `
  left join proactive_disclosure as ${alias}
    on ${alias}.agency_id = p.agency_id and ${alias}.report_id = p.${side}_id
    and ${alias}.item = ${item} and ${alias}.measure = '${measure}'`;

/** Its figure; only for cells that the report's form prints. */
export const disclosureValue = (alias: string, side: Side): string =>
  `case when ${alias}.report_id is null and p.${side}_disclosures_whole then 0 else ${alias}.value end`;

/** A number as the API writes it. */
export const decimal = (expression: string): string => `trim_scale((${expression})::numeric)::text`;
