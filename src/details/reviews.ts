import { REVIEW_COLUMN_CODES, REVIEW_TRACK_CODES, type ReviewTrack } from '../catalog/reviews.js';

type Values = readonly (number | null)[];

/** All three tracks of section four, five columns each; an unstored track of a whole table is five printed zeros. */
export function reviews(
  whole: boolean,
  stored: readonly { readonly track: ReviewTrack; readonly values: Values }[],
): readonly { readonly track: ReviewTrack; readonly values: Values }[] {
  const values = new Map(stored.map((row) => [row.track, row.values]));
  return REVIEW_TRACK_CODES.map((track) => ({
    track,
    values: values.get(track) ?? REVIEW_COLUMN_CODES.map(() => (whole ? 0 : null)),
  }));
}
