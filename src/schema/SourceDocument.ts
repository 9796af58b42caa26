import { Field, Int, ObjectType } from 'type-graphql';
import { DateTimeScalar } from './scalars.js';

@ObjectType({ simpleResolvers: true, description: 'A document as it reached us; its bytes are kept. 来源文件' })
export class SourceDocument {
  @Field(() => String, { description: 'sha256 of its bytes, hexadecimal. 校验值' })
  sha256!: string;

  @Field(() => String, { description: 'Media type, told by the bytes. 媒体类型' })
  mediaType!: string;

  @Field(() => String, { nullable: true, description: 'Address it came from; null for a file. 网址' })
  url!: string | null;

  @Field(() => String, { nullable: true, description: 'Name of its file; null where it had none. 文件名' })
  fileName!: string | null;

  @Field(() => Int, { description: 'Its size in bytes. 字节数' })
  bytes!: number;

  @Field(() => DateTimeScalar, { description: 'When it was retrieved. 获取时间' })
  retrievedAt!: Date;
}
