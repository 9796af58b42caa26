import type { DataSource } from 'typeorm';

/** How much a question can be about at most, whatever it asks. */
export interface RosterSize {
  readonly agencies: number;
  /** The first year in which any of them is known; null where there are none. */
  readonly firstYear: number | null;
}

/** The agencies that are there, counted: tens of milliseconds for a nation. */
export async function rosterSize(db: DataSource): Promise<RosterSize> {
  const [row] = await db.query<[RosterSize]>(
    'select count(*) as agencies, min(a.first_year) as "firstYear" from agency as a',
  );
  return row;
}
