import type { AgencyKind } from '../catalog/agencyKinds.js';
import type { Scope } from '../catalog/forms.js';

/** Where an agency is counted. */
export interface Place {
  /** Its own division; empty while unknown. */
  readonly divisionCode: string;
  readonly agencyKind: AgencyKind;
}

/** Names a cell: no figure is kept of a larger whole, so that writers of different divisions never meet. */
export interface CellKey extends Place {
  readonly year: number;
  readonly scope: Scope;
}

/** One text for one place, and for one cell. */
export const placeKey = ({ divisionCode, agencyKind }: Place): string => `${divisionCode} ${agencyKind}`;
export const cellKey = (cell: CellKey): string => `${placeKey(cell)} ${cell.year} ${cell.scope}`;
