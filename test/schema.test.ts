import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from '@jest/globals';
import {
  type DefinitionNode,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isNullableType,
  isObjectType,
  Kind,
  lexicographicSortSchema,
  parse,
  print,
  printSchema,
} from 'graphql';
import { createSchema } from '../src/createSchema.js';

const CONTRACT = '../shared/contract.graphql';
/** Any Chinese character. */
const CHINESE = /\p{Script=Han}/u;
const LEFT_OUT = /left out/;

let schema: GraphQLSchema;
beforeAll(async () => void (schema = await createSchema()));

const ownTypes = () => Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));

test('schema.graphql is the schema, printed', () => {
  const printed = `${printSchema(lexicographicSortSchema(schema))}\n`;
  if (process.env['UPDATE_GOLDEN'] === '1' && process.env['CI'] === undefined) writeFileSync('schema.graphql', printed);
  expect(readFileSync('schema.graphql', 'utf8')).toBe(printed);
});

describe('descriptions', () => {
  const described = (): [string, string | null | undefined][] =>
    ownTypes().flatMap((type): [string, string | null | undefined][] => {
      if (isEnumType(type))
        return [
          [type.name, type.description],
          ...type
            .getValues()
            .map(({ name, description }): [string, string | null | undefined] => [`${type.name}.${name}`, description]),
        ];
      if (isInputObjectType(type) || isObjectType(type)) {
        const fields = Object.values(type.getFields());
        const args = isObjectType(type)
          ? Object.values(type.getFields()).flatMap((field) =>
              field.args.map((arg): [string, string | null | undefined] => [
                `${type.name}.${field.name}(${arg.name})`,
                arg.description,
              ]),
            )
          : [];
        return [
          ...(/(Edge|Connection)$/.test(type.name) ? [] : [[type.name, type.description] as [string, string]]),
          ...fields.map(({ name, description }): [string, string | null | undefined] => [
            `${type.name}.${name}`,
            description,
          ]),
          ...args,
        ];
      }
      return [];
    });

  test('stand at every type, field, argument and enum value, English first and the Chinese after it', () => {
    const lacking = described().filter(
      ([, description]) => !description || !/^[A-Za-z0-9(\\[]/.test(description) || !CHINESE.test(description),
    );
    expect(lacking.map(([place]) => place)).toEqual([]);
  });

  test('say what null means in an answer, and what is asked by what is left out', () => {
    const lacking = ownTypes().flatMap((type) => {
      if (!isInputObjectType(type) && !isObjectType(type)) return [];
      const fields = Object.values(type.getFields()) as GraphQLField<unknown, unknown>[];
      const silent = (of: readonly (GraphQLField<unknown, unknown> | GraphQLArgument)[], word: RegExp): string[] =>
        of
          .filter((each) => isNullableType(each.type) && !word.test(each.description ?? ''))
          .map(({ name }) => `${type.name}.${name}`);
      return isInputObjectType(type)
        ? silent(fields, LEFT_OUT)
        : [...silent(fields, /\bnull\b/i), ...fields.flatMap(({ args }) => silent(args, LEFT_OUT))];
    });
    expect(lacking).toEqual([]);
  });
});

const contractTest = existsSync(CONTRACT) ? test : test.skip;

/** The definitions of the contract as `Type.member: type` lines; what it only comments on is left out. */
function membersOf(definition: DefinitionNode): string[] {
  switch (definition.kind) {
    case Kind.OBJECT_TYPE_DEFINITION:
      return (definition.fields ?? []).flatMap((field) => [
        `${definition.name.value}.${field.name.value}: ${print(field.type)}`,
        ...(field.arguments ?? []).map(
          ({ name, type, defaultValue }) =>
            `${definition.name.value}.${field.name.value}(${name.value}): ${print(type)}${defaultValue ? ` = ${print(defaultValue)}` : ''}`,
        ),
      ]);
    case Kind.INPUT_OBJECT_TYPE_DEFINITION:
      return (definition.fields ?? []).map(
        ({ name, type, defaultValue }) =>
          `${definition.name.value}.${name.value}: ${print(type)}${defaultValue ? ` = ${print(defaultValue)}` : ''}`,
      );
    case Kind.ENUM_TYPE_DEFINITION:
      return (definition.values ?? []).map(({ name }) => `${definition.name.value}.${name.value}`);
    case Kind.SCALAR_TYPE_DEFINITION:
      return [`scalar ${definition.name.value}`];
    default:
      return [];
  }
}

contractTest('everything of the contract is in the schema under its name and type', () => {
  const has = new Set(parse(printSchema(schema)).definitions.flatMap(membersOf));
  const asked = parse(readFileSync(CONTRACT, 'utf8')).definitions.flatMap(membersOf);
  expect(asked.filter((member) => !has.has(member))).toEqual([]);
});
