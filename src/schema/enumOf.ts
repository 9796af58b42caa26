import { registerEnumType } from 'type-graphql';
import { type CatalogEntry, entryOf } from '../catalog/CatalogEntry.js';
import type { Label } from '../catalog/label.js';
import { UNITS } from '../catalog/units.js';

type Codes<Code extends string> = { readonly [C in Code]: C };

/** What the catalog knows of a code: in English what it is and what to mind, then its Chinese label. */
function describe({ label, formula, parent, forms, unit, caveat }: CatalogEntry): string {
  const [onlyForm] = forms?.length === 1 ? forms : [];
  const money = unit === 'CNY_10K';
  const said = [
    `${label.en}${money ? `, in ${UNITS[unit].zh}` : ''}${formula === null ? '' : `: ${formula}`}.`,
    parent !== null && `Part of ${parent}.`,
    onlyForm !== undefined && `Printed in ${onlyForm} alone.`,
    caveat?.en,
    `${label.zh}${money ? `（${UNITS[unit].zh}）` : ''}`,
  ];
  return said.filter(Boolean).join(' ');
}

/** Makes a GraphQL enum of codes, each described by its entry of the catalog. */
export function enumOf<Code extends string>(
  name: string,
  description: string,
  codes: readonly Code[],
  entries: readonly CatalogEntry[],
): Codes<Code> {
  const values = Object.fromEntries(codes.map((code) => [code, code])) as Codes<Code>;
  const described = entries.map((entry) => [entry.code, { description: describe(entry) }]);
  registerEnumType(values, { name, description, valuesConfig: Object.fromEntries(described) });
  return values;
}

/** Makes a GraphQL enum of codes that have labels and nothing else to know. */
export const enumOfLabels = <Code extends string>(
  name: string,
  description: string,
  labels: Readonly<Record<Code, Label>>,
): Codes<Code> => {
  const codes = Object.keys(labels) as Code[];
  return enumOf(
    name,
    description,
    codes,
    codes.map((code) => entryOf(code, labels[code])),
  );
};
