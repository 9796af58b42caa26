/**
 * The last year whose deadline has passed: reports are due by 31 March of the next year (the Regulations, article 50),
 * by the calendar of China, wherever this program runs.
 */
export function dueYear(now: Date): number {
  const [year = 0, month = 0] = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' })
    .format(now)
    .split('-')
    .map(Number);
  return month > 3 ? year - 1 : year - 2;
}
