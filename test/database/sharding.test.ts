import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '../harness/createTestDatabase.js';
import { readFileSync } from 'node:fs';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

/** The column by which rows are spread over machines. */
const KEY = 'agency_id';

const scaling = readFileSync('docs/scaling.md', 'utf8');
const named = (command: string): string[] =>
  [...scaling.matchAll(new RegExp(`select ${command}\\('(\\w+)'`, 'g'))].map(([, table = '']) => table).sort();

/** As docs/scaling.md has them. */
const distributed = named('create_distributed_table');
const referenced = named('create_reference_table');
const local = [...(/Local tables: ([^.]+)\./.exec(scaling)?.[1] ?? '').matchAll(/`(\w+)`/g)].map(
  ([, table = '']) => table,
);

const rows = <Row extends object>(sql: string): Promise<Row[]> => database.dataSource.query(sql);

describe('docs/scaling.md', () => {
  test('says of each table where it goes', async () => {
    const tables = await rows<{ name: string }>(
      `select c.relname as name from pg_class as c
       where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by c.relname`,
    );
    expect([...distributed, ...referenced, ...local].sort()).toEqual(tables.map(({ name }) => name));
  });

  test('spreads by agency every table that has one, but what is kept whole on purpose', async () => {
    const tables = await rows<{ name: string }>(
      `select a.attrelid::regclass::text as name from pg_attribute as a join pg_class as c on c.oid = a.attrelid
       where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attname = '${KEY}' order by 1`,
    );
    expect(
      tables.map(({ name }) => name).filter((name) => !local.includes(name) && !referenced.includes(name)),
    ).toEqual(distributed);
    expect(distributed.length).toBeGreaterThan(7);
  });
});

/** Columns of each unique key of the spread tables, primary keys and partial indexes included. */
const uniqueKeys = () =>
  rows<{ table: string; index: string; columns: string[] }>(
    `select i.indrelid::regclass::text as table, i.indexrelid::regclass::text as index,
       array(select a.attname::text from pg_attribute as a where a.attrelid = i.indrelid and a.attnum = any (i.indkey)) as columns
     from pg_index as i
     where i.indisunique and i.indrelid::regclass::text = any ('{${distributed.join(',')}}') order by 2`,
  );

interface ForeignKey {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly columns: string[];
  readonly targets: string[];
  readonly onUpdate: string;
  readonly onDelete: string;
}

const foreignKeys = () =>
  rows<ForeignKey>(
    `select c.conname as name, c.conrelid::regclass::text as from, c.confrelid::regclass::text as to,
       array(select a.attname::text from unnest(c.conkey) with ordinality as k (number, place)
             join pg_attribute as a on a.attrelid = c.conrelid and a.attnum = k.number order by k.place) as columns,
       array(select a.attname::text from unnest(c.confkey) with ordinality as k (number, place)
             join pg_attribute as a on a.attrelid = c.confrelid and a.attnum = k.number order by k.place) as targets,
       c.confupdtype as "onUpdate", c.confdeltype as "onDelete"
     from pg_constraint as c where c.contype = 'f' and c.connamespace = 'public'::regnamespace order by 1`,
  );

describe('a table that is spread over machines', () => {
  test('has the agency in every unique key', async () => {
    const keys = await uniqueKeys();
    expect(keys.filter(({ columns }) => !columns.includes(KEY))).toEqual([]);
    expect(keys.length).toBeGreaterThan(distributed.length);
  });

  test('has a unique key, by which its rows are moved and replicated', async () => {
    const keys = await uniqueKeys();
    expect([...new Set(keys.map(({ table }) => table))].sort()).toEqual(distributed);
  });

  test('points to others of the same agency, or to what every machine has', async () => {
    const keys = (await foreignKeys()).filter(({ from }) => distributed.includes(from));
    const across = keys.filter(
      ({ to, columns, targets }) =>
        !referenced.includes(to) && !(distributed.includes(to) && columns[targets.indexOf(KEY)] === KEY),
    );
    expect(across).toEqual([]);
    expect(keys.length).toBeGreaterThan(distributed.length / 2);
  });

  test('never moves to another machine by a change of what it points to', async () => {
    const keys = (await foreignKeys()).filter(({ from }) => distributed.includes(from));
    // a: nothing is done; c: what is pointed to takes the row with it.
    expect(keys.filter(({ onUpdate, onDelete }) => onUpdate !== 'a' || !['a', 'c'].includes(onDelete))).toEqual([]);
  });

  test('is pointed to by no other', async () => {
    const keys = (await foreignKeys()).filter(
      ({ from, to }) => distributed.includes(to) && !distributed.includes(from),
    );
    expect(keys).toEqual([]);
  });

  test('has the agency as a number of 64 bits, and identity columns of 64 bits', async () => {
    const columns = await rows<{ table: string; name: string; type: string }>(
      `select a.attrelid::regclass::text as table, a.attname as name, format_type(a.atttypid, null) as type
       from pg_attribute as a
       where a.attrelid::regclass::text = any ('{${distributed.join(',')}}') and (a.attname = '${KEY}' or a.attidentity <> '')`,
    );
    expect(columns.filter(({ type }) => type !== 'bigint')).toEqual([]);
    expect(columns.length).toBeGreaterThan(distributed.length);
  });
});
