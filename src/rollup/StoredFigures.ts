import type { DisclosureItem, DisclosureMeasure } from '../catalog/disclosures.js';
import type { Disposition } from '../catalog/dispositions.js';
import type { FigureState } from '../catalog/figureStates.js';
import type { Form, Section } from '../catalog/forms.js';
import type { ReviewTrack } from '../catalog/reviews.js';

/** A stored row of counts: values in column order, and in bits which of them have none and why. */
export interface StoredCounts {
  readonly values: readonly (number | null)[];
  readonly unreadable: number;
  readonly absent: number;
}

/** The rows that are stored of a report, as its tables were read. */
export interface StoredFigures {
  readonly forms: Readonly<Record<Section, Form | null>>;
  readonly whole: Readonly<Record<Section, boolean>>;
  readonly outcomes: readonly (StoredCounts & { readonly disposition: Disposition })[];
  readonly reviews: readonly (StoredCounts & { readonly track: ReviewTrack })[];
  readonly disclosures: readonly {
    readonly item: DisclosureItem;
    readonly measure: DisclosureMeasure;
    readonly value: string | null;
    readonly state: FigureState;
  }[];
}
