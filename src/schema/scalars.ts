import { type ASTNode, GraphQLError, GraphQLScalarType, Kind, print } from 'graphql';
import { GraphQLDateTimeISO, GraphQLLocalDate, GraphQLSafeInt } from 'graphql-scalars';

/** The library's scalar under the name and description of our contract. */
const named = (scalar: GraphQLScalarType, name: string, description: string): GraphQLScalarType =>
  new GraphQLScalarType({ ...scalar.toConfig(), name, description, specifiedByURL: null });

export const DateScalar = named(
  GraphQLLocalDate,
  'Date',
  'A calendar day as printed (yyyy-mm-dd), whatever the time zone of server or client. 日期',
);
export const DateTimeScalar = named(GraphQLDateTimeISO, 'DateTime', 'A moment in UTC (ISO 8601). 时间');
export const SafeIntScalar = named(GraphQLSafeInt, 'SafeInt', 'A whole number up to 2^53 − 1, for sums. 整数');

/** A scalar of strings of one pattern. */
const patterned = (name: string, description: string, pattern: RegExp, expected: string): GraphQLScalarType => {
  const refuse = (found: string, nodes: ASTNode | null = null): never => {
    const message = `${name} must be ${expected}, found ${found}`;
    throw new GraphQLError(message, { nodes, extensions: { code: 'BAD_USER_INPUT' } });
  };
  const check = (value: unknown): string =>
    typeof value === 'string' && pattern.test(value) ? value : refuse(JSON.stringify(value));
  return new GraphQLScalarType({
    name,
    description,
    serialize: check,
    parseValue: check,
    parseLiteral: (node) =>
      node.kind === Kind.STRING && pattern.test(node.value) ? node.value : refuse(print(node), node),
  });
};

export const DecimalScalar = patterned(
  'Decimal',
  'An exact decimal in plain notation without trailing zeros, as a string ("1116", "251.25"); money in 万元 (10,000 yuan). 十进制数',
  /^-?(0|[1-9]\d*)(\.\d*[1-9])?$/,
  'a decimal in plain notation such as "251.25"',
);
export const DivisionCodeScalar = patterned(
  'DivisionCode',
  'Six digits: the statistical division codes, GB/T 2260 where it has one; 100000 stands for the nation. 行政区划代码',
  /^\d{6}$/,
  'six digits such as "411300"',
);
