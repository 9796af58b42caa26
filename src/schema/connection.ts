import { type ClassType, Field, Int, ObjectType } from 'type-graphql';

/** Where a page stands among all (Relay cursor connections specification). */
@ObjectType({
  simpleResolvers: true,
  description: 'Where a page stands among all (Relay cursor connections specification). 分页信息',
})
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether more follow. 是否有下一页' })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'Whether some come before. 是否有上一页' })
  hasPreviousPage!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Cursor of the first on this page; null where it is empty. 首游标',
  })
  startCursor!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Cursor of the last on this page; null where it is empty. 末游标',
  })
  endCursor!: string | null;
}

export interface EdgeOf<Node> {
  cursor: string;
  node: Node;
}
export interface ConnectionOf<Node> {
  edges: EdgeOf<Node>[];
  nodes: Node[];
  pageInfo: PageInfo;
  totalCount: Promise<number>;
}

/** The connection and edge types over a node type, as Relay names them. */
export function connectionOf<Node extends object>(
  name: string,
  node: () => ClassType<Node>,
  description: string,
): ClassType<ConnectionOf<Node>> {
  @ObjectType(`${name}Edge`, { simpleResolvers: true, description: `One of ${description}, with its cursor.` })
  class Edge {
    @Field(() => String, { description: 'Opaque; give it as `after` to go on behind this one. 游标' })
    cursor!: string;

    @Field(node, { description: 'The thing itself. 节点' })
    node!: Node;
  }

  @ObjectType(`${name}Connection`, { simpleResolvers: true, description: `A page of ${description}.` })
  class Connection {
    @Field(() => [Edge], { description: 'The page, each with its cursor. 边' })
    edges!: Edge[];

    @Field(() => [node()], { description: 'The page without cursors. 节点' })
    nodes!: Node[];

    @Field(() => PageInfo, { description: 'Where this page stands. 分页信息' })
    pageInfo!: PageInfo;

    @Field(() => Int, { simple: false, description: 'How many there are on all pages together. 总数' })
    totalCount!: Promise<number>;
  }
  return Connection;
}
