import type { AgencyKind } from '../../catalog/agencyKinds.js';
import type { DivisionLevel } from '../../catalog/divisionLevels.js';
import type { Scope } from '../../catalog/forms.js';

export type DivisionDimension = DivisionLevel;
/** What reports are grouped by; rows of a form are a dimension of the single question. */
export type ReportDimension = 'YEAR' | DivisionDimension | 'AGENCY' | 'AGENCY_KIND';

/**
 * Where a question is asked: over everything, or nested in several divisions or agencies at once. Every root is a
 * question of its own, answered in the same statement.
 */
export type Roots =
  | { readonly of: 'ALL' }
  | { readonly of: 'DIVISION'; readonly codes: readonly string[] }
  | { readonly of: 'AGENCY'; readonly ids: readonly number[] };

/** Which active reports a total is made of, and how they are grouped. null = no restriction. */
export interface Selection {
  readonly roots: Roots;
  readonly from: number | null;
  readonly to: number | null;
  readonly within: readonly string[] | null;
  readonly kinds: readonly AgencyKind[] | null;
  readonly scope: Scope;
  readonly groupBy: readonly ReportDimension[];
  /** Nothing at all is grouped by: there is one group, be it empty. */
  readonly oneGroup: boolean;
  /** A consolidated report counts for its agency even beneath another one: agencies are compared, not added up. */
  readonly everyAgency: boolean;
  /** Up to this year reports are expected. */
  readonly dueYear: number;
  /** Where it is known that no other agency is on the page; left out: all of them. */
  readonly agencyIds?: readonly number[];
}

/** A selection that stands wherever its question is asked. */
export type Rootless = Omit<Selection, 'roots'>;

/** The keys of a group as selected; those not grouped by are null. */
export interface GroupKeys {
  /** Code or id of the root that the group belongs to; null for roots ALL. */
  readonly root: string | null;
  /** All keys in one text: what names the group within its question. */
  readonly key: string;
  readonly year: number | null;
  readonly divisionCode: string | null;
  readonly agencyId: number | null;
  readonly agencyKind: AgencyKind | null;
}
