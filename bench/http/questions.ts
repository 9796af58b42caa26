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
export const QUESTIONS = { flagship: totals('410000'), nationwide: totals('100000') } as const;
export type QuestionName = keyof typeof QUESTIONS;
