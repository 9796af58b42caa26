/**
 * Whether the agency `a` has the text of a parameter in its name or one of its other names, in any case. Chinese words
 * are mostly two characters long: the index knows single ones and pairs, and what has them all is looked at.
 */
export const isCalled = (text: string): string => `(
      text_grams(a.name || a.aliases) @> text_grams(array[${text}])
      and exists (
        select from unnest(a.name || a.aliases) as called where strpos(lower(called), lower(${text})) > 0))`;
