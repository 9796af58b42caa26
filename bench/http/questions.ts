/** Which cities are asked about: those of a province, or all. */
const PLACES = { flagship: '410000', nationwide: '100000' } as const;
export type QuestionName = keyof typeof PLACES;

export const QUESTION_NAMES = Object.keys(PLACES) as QuestionName[];

const totals = (code: string): string => `{
  division(code: "${code}") {
    children(level: CITY) {
      name
      applicationTotals(filter: { dispositions: [NOT_HELD], years: { from: 2019, to: 2025 } }, groupBy: [YEAR]) {
        year
        total
        coverage {
          reported
          expected
        }
      }
    }
  }
}`;

/** The questions that are asked: one disposition by city and year, in one province and in all. */
export const QUESTIONS: Readonly<Record<QuestionName, string>> = {
  flagship: totals(PLACES.flagship),
  nationwide: totals(PLACES.nationwide),
};

/** The condition that says the same to PostGraphile; empty for the whole nation. */
export const provinceCondition = (name: QuestionName): string =>
  name === 'nationwide' ? '' : `provinceCode: "${PLACES[name]}"`;
