import { Column, Entity } from 'typeorm';
import { ReportPart } from './ReportPart.js';

/** What a report prints beside its figures: the narrative, and the raw text and place of every cell. */
@Entity('report_content')
export class ReportContent extends ReportPart {
  @Column('jsonb')
  narrative!: { heading: string; text: string }[];

  /** The cells of all tables, packed (`database/packedCells`). */
  @Column('bytea')
  cells!: Buffer;

  /** What the narrative is like (`ingest/text/sketch`), for telling copied ones; null for a short one. */
  @Column('bytea', { nullable: true })
  sketch!: Buffer | null;
}
