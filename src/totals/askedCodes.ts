import { checkList } from '../arguments/checkArguments.js';
import { BadUserInputError } from '../arguments/queryErrors.js';

/** What a question says about the rows of a form: the filter of that name, and whether they are grouped by. */
interface CodesAsked<Code extends string> {
  readonly dimension: string;
  readonly argument: string;
  readonly given: readonly Code[] | null | undefined;
  readonly groupBy: readonly string[];
  /** In order of the form. */
  readonly codes: readonly Code[];
  /** What grouping without a filter gives. */
  readonly unfiltered: readonly Code[];
}

/** The rows asked, in order of the form: exactly one where they are not grouped by. */
export function askedCodes<Code extends string>({
  dimension,
  argument,
  given,
  groupBy,
  codes,
  unfiltered,
}: CodesAsked<Code>): readonly Code[] {
  checkList(argument, given);
  const grouped = groupBy.includes(dimension);
  const asked = given ? codes.filter((code) => given.includes(code)) : grouped ? unfiltered : [];
  if (!grouped && asked.length !== 1)
    throw new BadUserInputError(
      `without ${dimension} in groupBy, ${argument} must name exactly one, found ${asked.length}`,
      `Figures of different rows are never added up unasked: name one, or group by ${dimension}.`,
    );
  return asked;
}
