import { Refusal } from '../Refusal.js';

/** The site itself says that nothing is there for us: 4xx, or redirects that lead nowhere. */
export class Absent extends Refusal {}
