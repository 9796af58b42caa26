import { load } from './load.js';

/** Compilers of JavaScript take seconds to know a program. */
const SECONDS = 12;

/** Asks a contestant one question for some time before it is measured. */
export const warmUp = async (url: string, body: string, connections: number): Promise<void> => {
  await load({ url, bodies: [body], connections, until: { seconds: SECONDS } });
};
