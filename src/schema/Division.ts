import { Field, Int, ObjectType } from 'type-graphql';
import type { DivisionLevel } from '../catalog/divisionLevels.js';
import { DivisionLevelEnum } from './enums.js';
import { DivisionCodeScalar } from './scalars.js';

@ObjectType({ simpleResolvers: true, description: 'An administrative division of China. 行政区划' })
export class Division {
  @Field(() => DivisionCodeScalar, { description: 'Its code. 行政区划代码' })
  code!: string;

  @Field(() => String, { description: 'Its name, e.g. 南阳市. 名称' })
  name!: string;

  @Field(() => String, { description: 'Its name with those above it, e.g. 河南省南阳市. 全称' })
  fullName!: string;

  @Field(() => DivisionLevelEnum, { description: 'Its level. 级别' })
  level!: DivisionLevel;

  @Field(() => Boolean, {
    description:
      'A node of ours: the one CITY of a municipality (110100 北京市), 省直辖县级行政区划 (419000). 是否为虚拟节点',
  })
  synthetic!: boolean;

  @Field(() => Int, {
    nullable: true,
    description: 'The last year of a code since abolished; null while in force. 有效至',
  })
  validTo!: number | null;
}
