/** Characters of what a program said that are told. */
const REASON = 300;

/** What a program of PostgreSQL names as the reason of its end, or, where it names none, the last of what it said. */
export const reasonIn = (said: string): string => {
  const lines = said.split('\n');
  const named = lines.find((line) => /FATAL|PANIC/.test(line)) ?? lines.find((line) => / error: /.test(line));
  const reason =
    named?.replace(/^.*?(?:FATAL|PANIC|error): +/, '') ?? said.trim().replaceAll(/\s+/g, ' ').slice(-REASON);
  return reason === '' ? 'no reason given' : reason;
};
