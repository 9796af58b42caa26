/** What a code is called in both languages; `zh` is the printed Chinese term. */
export interface Label {
  readonly zh: string;
  readonly en: string;
}
