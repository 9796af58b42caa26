import { Field, Int, ObjectType } from 'type-graphql';
import { connectionOf } from './connection.js';

@ObjectType({ simpleResolvers: true, description: 'An agency in a year of which it should report. 机关年度' })
export class AgencyYear {
  agencyId!: number;

  @Field(() => Int, { description: 'The year to be reported on. 年度' })
  year!: number;
}

export const AgencyYearConnection = connectionOf('AgencyYear', () => AgencyYear, 'agency-years (机关年度)');
