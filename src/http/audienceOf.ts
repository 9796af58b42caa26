import type { IncomingMessage } from 'node:http';

/**
 * Who asks, as far as that may change the answer: the credentials of a request. It is part of every stored answer's key and tag,
 * so that what was answered to some is never told to others, also where something in front of the server or in it lets not
 * everybody see all.
 */
export const audienceOf = ({ headers }: IncomingMessage): string => headers.authorization ?? '';
