import { setTimeout as delay } from 'node:timers/promises';

/** As long as a busy machine may take (ms), but shorter than a test. */
const PATIENCE = 50_000;

/** Waits until something holds. */
export async function eventually(holds: () => Promise<boolean> | boolean): Promise<void> {
  for (const end = Date.now() + PATIENCE; !(await holds()); await delay(20))
    if (Date.now() > end) throw new Error(`it never came about: ${holds}`);
}
