import {
  Check,
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  PrimaryGeneratedColumn,
  Unique,
} from 'typeorm';
import {
  FORMS,
  type Form,
  type ReportForm,
  SCOPE_BASES,
  SCOPES,
  type Scope,
  type ScopeBasis,
} from '../catalog/forms.js';
import { Agency } from './Agency.js';

/** One revision of the annual report of an agency, year and scope; at most one of them is active. */
@Entity('annual_report')
@Unique('annual_report_revision_key', ['agencyId', 'year', 'scope', 'revision'])
@Unique('annual_report_fingerprint_key', ['agencyId', 'year', 'scope', 'fingerprint'])
@Index('annual_report_active_key', ['agencyId', 'year', 'scope'], { unique: true, where: 'active' })
@Index('annual_report_year_index', ['year', 'agencyId'])
@Index('annual_report_agency_index', ['agencyId', 'year', 'id'], { where: 'active' })
@Index('annual_report_inactive_index', ['agencyId', 'id'], { where: 'not active' })
// Its first column is an expression, which TypeORM does not know.
@Index('annual_report_latest_index', { synchronize: false })
@Check('annual_report_form_told', 'disclosure_form is not null or application_form is not null')
@Check('annual_report_revision_positive', 'revision > 0')
export class AnnualReport {
  @PrimaryColumn('bigint')
  agencyId!: number;

  @PrimaryGeneratedColumn('identity', { type: 'bigint' })
  id!: number;

  @ManyToOne(() => Agency, { onDelete: 'NO ACTION' })
  @JoinColumn({ name: 'agency_id' })
  agency?: Agency;

  @Column('integer')
  year!: number;

  @Column('enum', { enum: SCOPES, enumName: 'report_scope' })
  scope!: Scope;

  @Column('enum', { enum: SCOPE_BASES, enumName: 'scope_basis' })
  scopeBasis!: ScopeBasis;

  @Column('enum', { enum: [...FORMS, 'MIXED'], enumName: 'report_form' })
  form!: ReportForm;

  /** null where section two has no table. */
  @Column('enum', { enum: [...FORMS, 'MIXED'], enumName: 'report_form', nullable: true })
  disclosureForm!: Form | null;

  /** null where section three has no table. */
  @Column('enum', { enum: [...FORMS, 'MIXED'], enumName: 'report_form', nullable: true })
  applicationForm!: Form | null;

  /** Whole: every cell was located, and a row that is not stored is printed zeros throughout. */
  @Column('boolean')
  disclosuresWhole!: boolean;

  @Column('boolean')
  applicationsWhole!: boolean;

  @Column('boolean')
  reviewsWhole!: boolean;

  @Column('text', { nullable: true })
  title!: string | null;

  /** The printed calendar day. */
  @Column('date', { nullable: true })
  publishedOn!: string | null;

  @Column('integer')
  revision!: number;

  @Column('boolean')
  active!: boolean;

  @Column('boolean')
  sample!: boolean;

  /** sha256 of the figures and the normalized narrative: documents that agree in it are one revision. */
  @Column('text')
  fingerprint!: string;

  /** Version of the reader that read the figures. */
  @Column('integer')
  readerVersion!: number;

  @Column('smallint')
  checksPassed!: number;

  @Column('smallint')
  checksFailed!: number;

  @Column('smallint')
  checksSkipped!: number;

  @Column('timestamptz', { default: () => 'now()' })
  storedAt!: Date;
}
