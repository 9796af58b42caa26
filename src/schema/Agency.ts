import { Field, ID, ObjectType } from 'type-graphql';
import type { AgencyKind } from '../catalog/agencyKinds.js';
import { connectionOf } from './connection.js';
import { AgencyKindEnum } from './enums.js';

@ObjectType({ simpleResolvers: true, description: 'An administrative organ that publishes reports. 行政机关' })
export class Agency {
  @Field(() => ID, { description: 'Its id in this system. 标识' })
  id!: string;

  @Field(() => String, { description: 'Its name as first published. 名称' })
  name!: string;

  @Field(() => [String], { description: 'Other names it has published under. 别名' })
  aliases!: string[];

  @Field(() => AgencyKindEnum, { description: 'Its kind. 类别' })
  kind!: AgencyKind;

  divisionCode!: string | null;
}

export const AgencyConnection = connectionOf('Agency', () => Agency, 'agencies (行政机关)');
