import type { IncomingMessage } from 'node:http';

/**
 * Who may see the answer to a request, as far as that changes the answer. It is part of every stored answer's key and
 * tag, so that what one audience was told is never told to another. Everything here is public: there is one audience.
 */
export const audienceOf = (_request: IncomingMessage): string => 'public';
