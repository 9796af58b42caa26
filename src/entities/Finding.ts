import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import {
  FINDING_ORIGINS,
  type FindingCode,
  type FindingOrigin,
  SEVERITIES,
  type Severity,
  type Verdict,
  VERDICTS,
} from '../catalog/findings.js';
import { AnnualReport } from './AnnualReport.js';

/** A defect of a report's document, or between it and another. */
@Entity('finding')
@Index('finding_report_index', ['agencyId', 'reportId'])
@Index('finding_code_index', ['code', 'agencyId', 'id'])
// It includes severity and verdict, which TypeORM does not know.
@Index('finding_year_index', { synchronize: false })
@Check('finding_verdict_told', '(verdict is null) = (verdict_by is null) and (verdict is null) = (verdict_at is null)')
export class Finding {
  @PrimaryColumn('bigint')
  agencyId!: number;

  @PrimaryGeneratedColumn('identity', { type: 'bigint' })
  id!: number;

  @Column('bigint')
  reportId!: number;

  @ManyToOne(() => AnnualReport, { onDelete: 'CASCADE' })
  @JoinColumn([
    { name: 'agency_id', referencedColumnName: 'agencyId' },
    { name: 'report_id', referencedColumnName: 'id' },
  ])
  report?: AnnualReport;

  /** That of the report, which never changes. */
  @Column('integer')
  year!: number;

  /** A code of `catalog/findings`; text, since new checks come without a change of schema. */
  @Column('text')
  code!: FindingCode;

  @Column('enum', { enum: SEVERITIES, enumName: 'severity' })
  severity!: Severity;

  @Column('text', { nullable: true })
  place!: string | null;

  @Column('text', { nullable: true })
  raw!: string | null;

  @Column('text', { nullable: true })
  expected!: string | null;

  @Column('text', { nullable: true })
  actual!: string | null;

  /** Of the document itself, or between its report and others: the latter are made anew when these change. */
  @Column('enum', { enum: FINDING_ORIGINS, enumName: 'finding_origin', default: 'DOCUMENT' })
  origin!: FindingOrigin;

  /** What somebody said of it, as kept in finding_review; null where nobody has. */
  @Column('enum', { enum: VERDICTS, enumName: 'finding_verdict', nullable: true })
  verdict!: Verdict | null;

  @Column('text', { nullable: true })
  verdictNote!: string | null;

  @Column('text', { nullable: true })
  verdictBy!: string | null;

  @Column('timestamptz', { nullable: true })
  verdictAt!: Date | null;
}
