import type { Question } from './Question.js';

/** Names that a parser may take for more than names: Apollo's parser decides on them. */
const SUSPICIOUS = /__proto__|constructor|\\u00/i;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Left out and null are the same. */
const isTextOrNothing = (value: unknown): value is string | null | undefined =>
  value == null || typeof value === 'string';

function hashOf(extensions: Readonly<Record<string, unknown>>): string | null | undefined {
  const persisted = extensions['persistedQuery'];
  if (persisted === undefined) return null;
  if (!isRecord(persisted) || persisted['version'] !== 1) return undefined;
  const hash = persisted['sha256Hash'];
  return typeof hash === 'string' ? hash : undefined;
}

function questionOf({
  query,
  operationName,
  variables,
  extensions,
}: Readonly<Record<string, unknown>>): Question | null {
  if (!isTextOrNothing(query) || !isTextOrNothing(operationName)) return null;
  if (variables != null && !isRecord(variables)) return null;
  if (extensions != null && !isRecord(extensions)) return null;
  const hash = hashOf(extensions ?? {});
  if (hash === undefined) return null;
  return { query: query ?? null, operationName: operationName ?? null, variables: variables ?? {}, hash };
}

const parseJson = (text: string): unknown => {
  try {
    return SUSPICIOUS.test(text) ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Reads the body of a POST; null where it is not plainly one question. */
export function parseBody(text: string): Question | null {
  const body = parseJson(text);
  return isRecord(body) ? questionOf(body) : null;
}

/** Reads the search part of a GET; null where it is not plainly one question. */
export function parseSearch(search: string): Question | null {
  const parameters = new URLSearchParams(search);
  const body: Record<string, unknown> = {};
  for (const name of ['query', 'operationName', 'variables', 'extensions']) {
    const [value, ...more] = parameters.getAll(name);
    if (more.length > 0) return null;
    if (value === undefined) continue;
    const parsed = name === 'query' || name === 'operationName' ? value : parseJson(value);
    if (parsed == null) return null;
    body[name] = parsed;
  }
  return questionOf(body);
}
