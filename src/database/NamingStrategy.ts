import { DefaultNamingStrategy, type NamingStrategyInterface, Table } from 'typeorm';

const snakeCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const nameOf = (table: Table | string): string => (table instanceof Table ? table.name : table).replace(/^.*\./, '');

/** Names of columns and constraints: snake case, and said so that an error names the table and its columns. */
export class NamingStrategy extends DefaultNamingStrategy implements NamingStrategyInterface {
  override columnName(propertyName: string, customName: string | undefined): string {
    return customName ?? snakeCase(propertyName);
  }

  override primaryKeyName(table: Table | string): string {
    return `${nameOf(table)}_pk`;
  }

  override foreignKeyName(table: Table | string, columns: string[]): string {
    return `${nameOf(table)}_${columns.filter((column) => column !== 'agency_id' || columns.length === 1).join('_')}_fk`;
  }
}
