import type { Known } from './checkSelection.js';

/**
 * Works a question out once for all places that share its very arguments, as those below one another in a list do. It
 * depends on nothing else but the year.
 */
export function remembered<Arguments extends object, Question>(
  ask: (asked: Arguments, known: Known) => Question,
): (asked: Arguments, known: Known) => Question {
  const questions = new WeakMap<Arguments, { readonly dueYear: number; readonly question: Question }>();
  return (asked, known) => {
    const { dueYear } = known;
    let found = questions.get(asked);
    if (found?.dueYear !== dueYear) {
      found = { dueYear, question: ask(asked, known) };
      questions.set(asked, found);
    }
    return found.question;
  };
}
