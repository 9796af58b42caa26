import { codeOf, OutputError } from '../errors.js';
import { fault } from './fault.js';
import { Interruption } from './Interruption.js';

/** 128 and the number of SIGPIPE, as programs in C end. */
const EPIPE_EXIT = 141;

/** The other end of the pipe was closed (`| head`), or the terminal. */
const READER_GONE = new Set(['EPIPE', 'EIO']);

/**
 * Ends the program where stdout takes no more: a reader that has had enough is no fault, a full disk is one. What is told on
 * stderr is told while somebody listens.
 */
export function watchOutput(): void {
  let lost = false;
  process.stdout.on('error', (error) => {
    if (lost) return;
    lost = true;
    const isGone = READER_GONE.has(codeOf(error) ?? '');
    Interruption.loseOutput(isGone ? EPIPE_EXIT : fault(new OutputError(error)));
  });
  process.stderr.on('error', () => undefined);
}
