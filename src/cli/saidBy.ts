import { userInfo } from 'node:os';

/** Who says so and why; told beside what was decided. */
export interface SaidOptions {
  readonly by?: string;
  readonly note?: string;
}

/** The name of the account, or its number where it has none, as in containers. */
const account = (): string => {
  try {
    return userInfo().username;
  } catch {
    return String(process.getuid?.() ?? 'unknown');
  }
};

/** The account that runs the program, unless `--by` names somebody else. */
export const saidBy = ({ by, note }: SaidOptions): { by: string; at: Date; note: string | null } => ({
  by: by ?? account(),
  at: new Date(),
  note: note ?? null,
});
