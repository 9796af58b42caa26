import { openEmbedded } from '../../../src/database/embedded/openEmbedded.js';

/**
 * A process that uses the embedded database of a folder until its stdin ends: says its address, then leaves. Lost for
 * good, it ends in the error.
 */
const embedded = await openEmbedded(process.argv[2] ?? '', {
  onLost: (error) => {
    throw error;
  },
});
process.stdout.write(`${JSON.stringify({ url: embedded.url, created: embedded.created })}\n`);
process.stdin.resume().once('end', () => void embedded.close());
