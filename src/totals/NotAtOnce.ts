/** Thrown where an answer turns out to need the database, or to hold an error: it is worked out the long way. */
export class NotAtOnce extends Error {}
