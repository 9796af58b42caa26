import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { DIVISION_LEVELS, type DivisionLevel } from '../catalog/divisionLevels.js';

/** 行政区划: reference data, replaced as a whole when the repository's list changes. */
@Entity('division')
@Check('division_code_format', `code ~ '^[0-9]{6}$'`)
@Index('division_parent_code_index', ['parentCode'])
@Index('division_lineage_index', { synchronize: false })
export class Division {
  @PrimaryColumn('text')
  code!: string;

  @Column('text')
  name!: string;

  @Column('text')
  fullName!: string;

  @Column('enum', { enum: DIVISION_LEVELS, enumName: 'division_level' })
  level!: DivisionLevel;

  @Column('boolean')
  synthetic!: boolean;

  /** The last year of a code since abolished; null while in force. */
  @Column('integer', { nullable: true })
  validTo!: number | null;

  @Column('text', { array: true })
  successors!: string[];

  /** The division itself and all above it, from the nation down. */
  @Column('text', { array: true })
  lineage!: string[];

  /** The division in whose group it counts at each level: its ancestor there, or itself where it is above that level. */
  @Column('text')
  provinceCode!: string;

  /** Likewise; a municipality (直辖市) counts in its one CITY. */
  @Column('text')
  cityCode!: string;

  @Column('text')
  countyCode!: string;

  @Column('text', { nullable: true })
  parentCode!: string | null;

  @ManyToOne(() => Division, { onDelete: 'NO ACTION' })
  @JoinColumn({ name: 'parent_code' })
  parent?: Division | null;
}
