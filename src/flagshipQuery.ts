/** The question this system is built for; printed at the start and shown in Sandbox. */
export const flagshipQuery = `{
  division(code: "410000") {
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
}
`;
