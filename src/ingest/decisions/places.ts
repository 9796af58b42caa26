import { readDivisions } from '../../divisions/readDivisions.js';
import { createGazetteer, type Gazetteer } from '../gazetteer.js';

let gazetteer: Gazetteer | undefined;

/** The gazetteer, made when a decision first needs it: most runs of the program have none. */
export const places = (): Gazetteer => (gazetteer ??= createGazetteer(readDivisions()));
