const ID = /^[1-9]\d{0,14}$/;
const PAIR = /^([1-9]\d{0,14})-([1-9]\d{0,14})$/;

/** The number in the id of an agency (12), as the API gives it out; null for any other text. */
export const parseAgencyId = (id: string): number | null => (ID.test(id) ? Number(id) : null);

/** The numbers in the id of a report or finding (12-345): its agency's and its own; null for any other text. */
export function parsePair(id: string): readonly [agency: number, own: number] | null {
  const match = PAIR.exec(id);
  return match === null ? null : [Number(match[1]), Number(match[2])];
}
