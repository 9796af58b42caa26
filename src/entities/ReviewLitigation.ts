import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import { REVIEW_TRACK_CODES, type ReviewTrack } from '../catalog/reviews.js';
import { ReportPart } from './ReportPart.js';

/** One track of section four. Tracks of five zeros are not stored where the report states that its table is whole. */
@Entity('review_litigation')
@Check(
  'review_litigation_states',
  'unreadable between 0 and 31 and absent between 0 and 31 and unreadable & absent = 0',
)
export class ReviewLitigation extends ReportPart {
  @PrimaryColumn('enum', { enum: REVIEW_TRACK_CODES, enumName: 'review_track' })
  track!: ReviewTrack;

  @Column('integer', { nullable: true })
  upheld!: number | null;

  @Column('integer', { nullable: true })
  corrected!: number | null;

  @Column('integer', { nullable: true })
  other!: number | null;

  @Column('integer', { nullable: true })
  pending!: number | null;

  /** The printed 总计. */
  @Column('integer', { nullable: true })
  total!: number | null;

  /** Columns that are null with a finding: bit 0 is upheld, bit 4 total. */
  @Column('smallint', { default: 0 })
  unreadable!: number;

  /** Columns whose cell was not located, likewise. */
  @Column('smallint', { default: 0 })
  absent!: number;
}
