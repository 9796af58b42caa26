import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import {
  DISCLOSURE_ITEM_CODES,
  DISCLOSURE_MEASURE_CODES,
  type DisclosureItem,
  type DisclosureMeasure,
} from '../catalog/disclosures.js';
import { FIGURE_STATES, type FigureState } from '../catalog/figureStates.js';
import { ReportPart } from './ReportPart.js';

/** One printed cell of section two. Zeros are not stored where the report states that its table is whole. */
@Entity('proactive_disclosure')
@Check('proactive_disclosure_value_reported', `(value is not null) = (state = 'REPORTED')`)
export class ProactiveDisclosure extends ReportPart {
  @PrimaryColumn('enum', { enum: DISCLOSURE_ITEM_CODES, enumName: 'disclosure_item' })
  item!: DisclosureItem;

  @PrimaryColumn('enum', { enum: DISCLOSURE_MEASURE_CODES, enumName: 'disclosure_measure' })
  measure!: DisclosureMeasure;

  /** Exact decimal, money in 万元; null unless the state is REPORTED. */
  @Column('numeric', { nullable: true })
  value!: string | null;

  @Column('enum', { enum: FIGURE_STATES, enumName: 'figure_state' })
  state!: FigureState;
}
