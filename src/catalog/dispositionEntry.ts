import { type CatalogEntry, entryOf } from './CatalogEntry.js';
import { CAVEATS, joinCaveats } from './caveats.js';
import { childrenOf, type Disposition, DISPOSITIONS, isStockDisposition, printedDispositions } from './dispositions.js';
import { FORMS } from './forms.js';

/** A row of section three, or a parent: the sum of its children. */
export function dispositionEntry(code: Disposition): CatalogEntry {
  const { parent } = DISPOSITIONS[code];
  const children = childrenOf(code);
  const forms = FORMS.filter((form) => [code, ...children].some((row) => printedDispositions(form).includes(row)));
  const stock = isStockDisposition(code);
  return entryOf(code, DISPOSITIONS[code], {
    unit: 'APPLICATIONS',
    forms,
    parent,
    additiveOverYears: !stock,
    formula: children.length > 0 ? children.join(' + ') : null,
    caveat: joinCaveats(
      stock && CAVEATS.stock,
      (code === 'OTHER_HANDLING' || parent === 'OTHER_HANDLING') && CAVEATS.otherHandling,
    ),
    comparable: forms.length === FORMS.length,
  });
}
