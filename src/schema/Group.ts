import { Field, Int, ObjectType } from 'type-graphql';
import type { AgencyKind } from '../catalog/agencyKinds.js';
import { AgencyKindEnum } from './enums.js';

/** The keys of a group; those not grouped by are null. */
@ObjectType({ simpleResolvers: true })
export abstract class Group {
  @Field(() => Int, { nullable: true, description: 'The year; null where YEAR is not grouped by. 年度' })
  year!: number | null;

  @Field(() => AgencyKindEnum, {
    nullable: true,
    description: 'The kind; null where AGENCY_KIND is not grouped by. 机关类别',
  })
  agencyKind!: AgencyKind | null;

  @Field(() => String, { description: 'Opaque; give it as `after` to go on behind this group. 游标' })
  cursor!: string;
}
