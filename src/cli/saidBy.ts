import { userInfo } from 'node:os';

/** Who says so and why; told beside what was decided. */
export interface SaidOptions {
  readonly by?: string;
  readonly note?: string;
}

/** The account that runs the program, unless `--by` names somebody else. */
export const saidBy = ({ by, note }: SaidOptions): { by: string; at: Date; note: string | null } => ({
  by: by ?? userInfo().username,
  at: new Date(),
  note: note ?? null,
});
