import { JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { AnnualReport } from './AnnualReport.js';

/** What every row of a report begins with: the report it belongs to, by agency, so that the tables shard together. */
export abstract class ReportPart {
  @PrimaryColumn('bigint')
  agencyId!: number;

  @PrimaryColumn('bigint')
  reportId!: number;

  @ManyToOne(() => AnnualReport, { onDelete: 'CASCADE' })
  @JoinColumn([
    { name: 'agency_id', referencedColumnName: 'agencyId' },
    { name: 'report_id', referencedColumnName: 'id' },
  ])
  report?: AnnualReport;
}
