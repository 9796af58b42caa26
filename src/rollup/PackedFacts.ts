/** Facts as they are stored: their numbers ascending and the amount of each, not zero, as texts of arrays, `{6,28}` and `{60,0.25}`. */
export interface PackedFacts {
  readonly numbers: string;
  readonly amounts: string;
}
