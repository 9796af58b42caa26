/** The body of a request. */
export const bodyOf = (query: string, variables: Readonly<Record<string, unknown>> = {}): string =>
  JSON.stringify({ query, variables });

/** Asks once. @throws where the answer has errors */
export async function ask(url: string, requestBody: string): Promise<string> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(url, { method: 'POST', headers, body: requestBody });
  const body = await response.text();
  if (!response.ok || body.includes('"errors":'))
    throw new Error(`${url} answered ${response.status}: ${body.slice(0, 500)}`);
  return body;
}
