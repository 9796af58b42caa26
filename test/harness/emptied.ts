import type { DataSource } from 'typeorm';

const TABLES = [
  'annual_report',
  'agency',
  'total_cell',
  'total_roster',
  'total_agency',
  'total_agency_gone',
  'agency_decision',
  'document_decision',
  'document_standing',
  'finding_review',
  'sketch_band',
];

/** Takes everything out of a test database but the reference data: a tenth of the time of a new one. */
export const emptied = async (db: DataSource): Promise<void> => {
  for (const table of TABLES) await db.query(`delete from ${table}`);
};
