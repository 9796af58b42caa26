import { type IncomingHttpHeaders, request } from 'node:http';

/** An answer as it came over the wire. */
export interface Wire {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

export interface Ask {
  readonly method?: string;
  /** Behind the address of the API. */
  readonly search?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

/** Sends a request as it is; nothing is added to its headers but what HTTP asks for. */
export const ask = (url: string, { method = 'POST', search = '', headers = {}, body }: Ask): Promise<Wire> =>
  new Promise((resolve, reject) => {
    const sent = request(`${url}${search}`, { method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text: Buffer.concat(chunks).toString(),
        }),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });

const JSON_TYPE = { 'content-type': 'application/json' };

/** Posts a question. */
export const post = (url: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Wire> => {
  const text = Buffer.from(JSON.stringify(body));
  return ask(url, { headers: { ...JSON_TYPE, 'content-length': String(text.length), ...headers }, body: text });
};

/** Gets the answer to a question. */
export const get = (
  url: string,
  parameters: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
): Promise<Wire> =>
  ask(url, {
    method: 'GET',
    search: `?${new URLSearchParams(parameters)}`,
    headers,
  });
