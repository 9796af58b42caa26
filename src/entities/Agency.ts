import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { AGENCY_KIND_CODES, type AgencyKind } from '../catalog/agencyKinds.js';
import { Division } from './Division.js';

/**
 * 行政机关: its division and normalized name. While the division is unknown, it is its name and site; without a site
 * each document stands alone.
 */
@Entity('agency')
@Index('agency_division_name_key', ['divisionCode', 'normalizedName'], {
  unique: true,
  where: '(division_code is not null)',
})
@Index('agency_site_name_key', ['site', 'normalizedName'], {
  unique: true,
  where: '((division_code is null) and (site is not null))',
})
// Of an expression, which TypeORM does not know.
@Index('agency_grams_index', { synchronize: false })
@Index('agency_document_key', ['documentSha256'], {
  unique: true,
  where: '((division_code is null) and (site is null))',
})
@Check('agency_identified', 'division_code is not null or site is not null or document_sha256 is not null')
@Check('agency_years_ordered', 'last_year >= first_year')
export class Agency {
  @PrimaryGeneratedColumn('identity', { type: 'bigint' })
  id!: number;

  @Column('text')
  name!: string;

  @Column('text')
  normalizedName!: string;

  @Column('text', { array: true })
  aliases!: string[];

  @Column('enum', { enum: AGENCY_KIND_CODES, enumName: 'agency_kind' })
  kind!: AgencyKind;

  @Column('text', { nullable: true })
  divisionCode!: string | null;

  @ManyToOne(() => Division, { onDelete: 'NO ACTION' })
  @JoinColumn({ name: 'division_code' })
  division?: Division | null;

  /** Host name; null where the documents came without an address. */
  @Column('text', { nullable: true })
  site!: string | null;

  /** The one document of an agency that is known by neither division nor site; else null. */
  @Column('text', { nullable: true })
  documentSha256!: string | null;

  /** The first year in which the agency is known: reports are expected from it on. */
  @Column('integer')
  firstYear!: number;

  /** The last year of which a report is expected; null while the agency is not closed. */
  @Column('integer', { nullable: true })
  lastYear!: number | null;
}
