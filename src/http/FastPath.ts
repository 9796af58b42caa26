import type { IncomingMessage, ServerResponse } from 'node:http';
import type { CubeKeeper } from '../cube/CubeKeeper.js';
import type { DatasetVersion } from '../database/DatasetVersion.js';
import { log } from '../log.js';
import { acceptedType } from './acceptedType.js';
import type { Answerer } from './Answerer.js';
import type { Answer, AnswerStore } from './AnswerStore.js';
import { ANY_ORIGIN } from './anyOrigin.js';
import { audienceOf } from './audienceOf.js';
import { entityTag, hasTag } from './entityTag.js';
import { parseBody, parseSearch } from './parseQuestion.js';
import type { Question } from './Question.js';
import { isPlainJson, readBody } from './readBody.js';

export interface FastPathOptions {
  readonly answerer: Answerer;
  readonly dataset: DatasetVersion;
  /** Null: the database gives all totals. */
  readonly cubes: CubeKeeper | null;
  /** Null: every question is computed. */
  readonly store: AnswerStore | null;
  /** What answers depend on beside the question and the dataset. */
  readonly edition: () => string;
  /** What a GET may be kept for without asking (s); null: it is to be asked for each time. */
  readonly maxAge: number | null;
}

/** A question as it came, and how to read it. */
interface Asked {
  readonly key: string;
  /** Media type of the answer. */
  readonly type: string;
  /** Tags that the client of a GET has, as it sent them; undefined for a POST, whose answers have none. */
  readonly tag: string | undefined;
  readonly parse: () => Question | null;
}

const PATH = '/graphql';
const VARY = 'accept, authorization';

/** A GET has no body; Apollo Server refuses one that says it has, unless of JSON. */
const hasNoOtherType = ({ headers }: IncomingMessage): boolean =>
  ['application/json', undefined].includes(headers['content-type']);

/**
 * Answers plain questions straight from node's HTTP server: stored answers in the bytes that were sent before, others
 * computed without a detour. Everything else, and everything that is wrong, goes on to Apollo Server.
 */
export class FastPath {
  /** Bodies of requests that went on. */
  readonly #bodies = new WeakMap<IncomingMessage, Buffer>();
  #last = { program: '', version: '', edition: '' };

  constructor(private readonly options: FastPathOptions) {}

  /** The body that was read from a request before it went on. */
  bodyOf(request: IncomingMessage): Buffer | undefined {
    return this.#bodies.get(request);
  }

  /** @param onward hands the request to Apollo Server */
  handle(request: IncomingMessage, response: ServerResponse, onward: () => void): void {
    const { method, url = '', headers } = request;
    const type = acceptedType(headers.accept);
    if (type === null) return onward();
    const audience = audienceOf(request);
    if (method === 'POST' && url === PATH && isPlainJson(request))
      return readBody(request, (body) => {
        // One character a byte: quick, and as different as the bodies are.
        const key = `${audience} POST ${body.toString('latin1')}`;
        this.#answer({ key, type, tag: undefined, parse: () => parseBody(body.toString()) }, response, () => {
          this.#bodies.set(request, body);
          onward();
        });
      });
    if (method === 'GET' && url.startsWith(`${PATH}?`) && hasNoOtherType(request)) {
      const search = url.slice(PATH.length + 1);
      const tag = headers['if-none-match'] ?? '';
      return this.#answer(
        { key: `${audience} GET ${search}`, type, tag, parse: () => parseSearch(search) },
        response,
        onward,
      );
    }
    return onward();
  }

  /** At once where it is stored and nothing can have changed. */
  #answer(asked: Asked, response: ServerResponse, onward: () => void): void {
    const { known } = this.options.dataset;
    if (known !== null && this.#answerStored(asked, response, this.#edition(known))) return;
    this.#compute(asked, response).then(
      (done) => void (done || response.destroyed || response.headersSent || onward()),
      (error: unknown) => {
        log.error('fast.failed', { error });
        if (!response.headersSent) onward();
      },
    );
  }

  #answerStored(asked: Asked, response: ServerResponse, edition: string): boolean {
    if (asked.tag !== undefined) {
      const tag = entityTag(edition, asked.key);
      if (hasTag(asked.tag, tag)) return this.#unchanged(response, tag);
    }
    const stored = this.options.store?.get(edition, asked.key);
    return stored !== undefined && this.#send(response, asked, stored, edition);
  }

  async #compute(asked: Asked, response: ServerResponse): Promise<boolean> {
    const version = await this.#version();
    const edition = version === null ? null : this.#edition(version);
    if (edition !== null && this.#answerStored(asked, response, edition)) return true;
    const { answerer, store, cubes, dataset } = this.options;
    const compute = async (): Promise<Answer | null> => {
      const question = asked.parse();
      if (question === null) return null;
      const cube = version === null || cubes === null ? null : await cubes.at(version);
      const { epoch } = dataset;
      const answer = await answerer.answer(question, cube);
      // What two databases answered together is for nobody to keep.
      return answer && { ...answer, whole: answer.whole && epoch === dataset.epoch };
    };
    const answer = await (store === null || edition === null ? compute() : store.answer(edition, asked.key, compute));
    return answer !== null && this.#send(response, asked, answer.bytes, answer.whole ? edition : null);
  }

  /** The dataset's version and all else that answers depend on. */
  #edition(version: string): string {
    const program = this.options.edition();
    if (this.#last.version !== version || this.#last.program !== program)
      this.#last = { program, version, edition: `${program} ${version}` };
    return this.#last.edition;
  }

  /** Null where the database does not say: nothing is kept then. */
  async #version(): Promise<string | null> {
    try {
      return await this.options.dataset.current();
    } catch (error) {
      log.warn('version.unknown', { error });
      return null;
    }
  }

  #unchanged(response: ServerResponse, tag: string): true {
    if (response.headersSent) return true;
    response.writeHead(304, { ...ANY_ORIGIN, etag: tag, 'cache-control': this.#cacheControl(), vary: VARY });
    response.end();
    return true;
  }

  /** @param edition null: of an answer that nobody may keep */
  #send(response: ServerResponse, { type, tag, key }: Asked, bytes: Buffer, edition: string | null): true {
    // It came too late: the client was told so.
    if (response.headersSent) return true;
    const kept = tag !== undefined && edition !== null;
    response.writeHead(200, {
      ...ANY_ORIGIN,
      'content-type': type,
      'content-length': bytes.byteLength,
      'cache-control': kept ? this.#cacheControl() : 'no-store',
      ...(kept && { etag: entityTag(edition, key), vary: VARY }),
    });
    response.end(bytes);
    return true;
  }

  #cacheControl(): string {
    const { maxAge } = this.options;
    return maxAge === null ? 'public, no-cache' : `public, max-age=${maxAge}`;
  }
}
