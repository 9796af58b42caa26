/** Pages of any site may read the answers: all of them are public, and no cookie has a part in any. */
export const ANY_ORIGIN = { 'access-control-allow-origin': '*' } as const;
