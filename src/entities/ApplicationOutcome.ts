import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import { DISPOSITION_CODES, type Disposition } from '../catalog/dispositions.js';
import { ReportPart } from './ReportPart.js';

/**
 * One printed row of section three; null where a cell has no figure. Rows of seven zeros are not stored where the
 * report states that its table is whole.
 */
@Entity('application_outcome')
@Check('application_outcome_printed', `disposition not in ('DENIED', 'UNAVAILABLE', 'NOT_PROCESSED')`)
@Check(
  'application_outcome_states',
  'unreadable between 0 and 127 and absent between 0 and 127 and unreadable & absent = 0',
)
export class ApplicationOutcome extends ReportPart {
  @PrimaryColumn('enum', { enum: DISPOSITION_CODES, enumName: 'disposition' })
  disposition!: Disposition;

  @Column('integer', { nullable: true })
  naturalPerson!: number | null;

  @Column('integer', { nullable: true })
  business!: number | null;

  @Column('integer', { nullable: true })
  research!: number | null;

  @Column('integer', { nullable: true })
  nonprofit!: number | null;

  @Column('integer', { nullable: true })
  legalService!: number | null;

  @Column('integer', { nullable: true })
  otherOrganization!: number | null;

  /** The printed 总计. */
  @Column('integer', { nullable: true })
  total!: number | null;

  /** Columns that are null with a finding: bit 0 is naturalPerson, bit 6 total. */
  @Column('smallint', { default: 0 })
  unreadable!: number;

  /** Columns whose cell was not located, likewise. A null in neither set is printed blank. */
  @Column('smallint', { default: 0 })
  absent!: number;
}
