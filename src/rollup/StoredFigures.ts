import type { DisclosureItem, DisclosureMeasure } from '../catalog/disclosures.js';
import type { Disposition } from '../catalog/dispositions.js';
import type { FigureState } from '../catalog/figureStates.js';
import type { Form, Section } from '../catalog/forms.js';
import type { ReviewTrack } from '../catalog/reviews.js';

/** A row of counts: values in column order, and which columns are null with a finding or not located (bit 0 first). */
export interface StoredCounts {
  readonly values: readonly (number | null)[];
  readonly unreadable: number;
  readonly absent: number;
}

/** A row of section three. */
export interface StoredOutcome extends StoredCounts {
  readonly disposition: Disposition;
}

/** A track of section four. */
export interface StoredReview extends StoredCounts {
  readonly track: ReviewTrack;
}

/** A cell of section two. */
export interface StoredDisclosure {
  readonly item: DisclosureItem;
  readonly measure: DisclosureMeasure;
  /** Exact, in the unit of the form. */
  readonly value: string | null;
  readonly state: FigureState;
}

/** The rows that are stored of a report, as its tables were read. */
export interface StoredFigures {
  readonly forms: Readonly<Record<Section, Form | null>>;
  readonly whole: Readonly<Record<Section, boolean>>;
  readonly outcomes: readonly StoredOutcome[];
  readonly reviews: readonly StoredReview[];
  readonly disclosures: readonly StoredDisclosure[];
}
