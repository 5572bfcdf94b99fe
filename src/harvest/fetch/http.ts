/** One request and its answer, no more: no redirects, no retries. */

import type { Readable } from 'node:stream';
import { Agent, type Dispatcher, EnvHttpProxyAgent, request } from 'undici';
import type { Headers } from '../store/index.js';
import { guardedLookup, type Resolver, refuseLiteral, refuseResolved } from './addresses.js';
import { readBody } from './body.js';
import { connectionError, FetchError } from './errors.js';

export interface HttpOptions {
  readonly userAgent: string;
  readonly allowPrivateHosts: boolean;
  /** One answer from request to last byte. */
  readonly timeLimitSeconds: number;
  readonly maxBytes: number;
  /** Of the whole run; ends every request under way. */
  readonly signal?: AbortSignal;
  /** For tests. */
  readonly resolve?: Resolver;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** Empty for redirects and errors, whose bodies nobody needs. */
  readonly body: Uint8Array;
}

const CONNECT_MILLISECONDS = 15_000;
const HEADERS_MILLISECONDS = 30_000;
/** Below half a kilobyte in fifteen seconds nobody gets a report. */
const SLOW_WINDOW_MILLISECONDS = 15_000;
const SLOW_WINDOW_BYTES = 512;
const KEEP_ALIVE_MILLISECONDS = 10_000;

const ACCEPT = 'text/html,application/xhtml+xml,application/pdf,application/msword,*/*;q=0.8';

const OK = 200;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/** Sends requests under the address guard, by HTTP/2 where offered, through the proxies of the environment. */
export class Http {
  readonly #options: HttpOptions;
  readonly #dispatcher: Dispatcher;
  readonly #proxied: boolean;

  constructor(options: HttpOptions) {
    this.#options = options;
    this.#proxied = ['http_proxy', 'https_proxy', 'HTTP_PROXY', 'HTTPS_PROXY'].some(
      (name) => process.env[name],
    );
    const agent = {
      allowH2: true,
      connections: 8,
      keepAliveTimeout: KEEP_ALIVE_MILLISECONDS,
      connect: {
        timeout: CONNECT_MILLISECONDS,
        ...(options.allowPrivateHosts ? {} : { lookup: guardedLookup(options.resolve) }),
      },
    };
    this.#dispatcher = this.#proxied ? new EnvHttpProxyAgent(agent) : new Agent(agent);
  }

  async close(): Promise<void> {
    await this.#dispatcher.destroy();
  }

  /** The headers of a request besides those of the connection; they go into the log. */
  headersFor(extra: Readonly<Record<string, string>>): Record<string, string> {
    return {
      'user-agent': this.#options.userAgent,
      accept: ACCEPT,
      'accept-language': 'zh-CN,zh;q=0.9,en;q=0.5',
      'accept-encoding': 'gzip, deflate, br',
      ...extra,
    };
  }

  /** Sends one GET. Throws {@link FetchError} for everything that is no answer; `onHead` sees what came before. */
  async get(
    url: URL,
    headers: Readonly<Record<string, string>>,
    onHead: (status: number, headers: Headers) => void = () => undefined,
  ): Promise<Answer> {
    await this.#guard(url);
    const abort = new AbortController();
    const limit = `No complete answer within ${this.#options.timeLimitSeconds} s.`;
    const timer = setTimeout(
      () => abort.abort(new FetchError('time_limit', limit)),
      this.#options.timeLimitSeconds * 1000,
    );
    const { signal } = this.#options;
    const onRunOver = (): void => abort.abort(new FetchError('run_over', 'The run was over.'));
    if (signal?.aborted === true) onRunOver();
    signal?.addEventListener('abort', onRunOver, { once: true });
    try {
      return await this.#exchange(url, headers, abort, onHead);
    } catch (error) {
      throw abort.signal.aborted ? (abort.signal.reason as FetchError) : connectionError(error);
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onRunOver);
    }
  }

  async #guard(url: URL): Promise<void> {
    if (url.protocol !== 'http:' && url.protocol !== 'https:')
      throw new FetchError('scheme_refused', `Only http and https are fetched, not ${url.protocol}`);
    if (this.#options.allowPrivateHosts) return;
    refuseLiteral(url);
    if (this.#proxied) await refuseResolved(url, this.#options.resolve);
  }

  async #exchange(
    url: URL,
    headers: Readonly<Record<string, string>>,
    abort: AbortController,
    onHead: (status: number, headers: Headers) => void,
  ): Promise<Answer> {
    const response = await request(url, {
      dispatcher: this.#dispatcher,
      method: 'GET',
      headers,
      signal: abort.signal,
      headersTimeout: HEADERS_MILLISECONDS,
      // The least speed below is stricter.
      bodyTimeout: 0,
    });
    const answer = { status: response.statusCode, headers: headersOf(response.headers) };
    onHead(answer.status, answer.headers);
    if (answer.status !== OK) {
      discard(response.body);
      return { ...answer, body: new Uint8Array() };
    }
    // Errors come through the read; one that comes after it must not bring the process down.
    response.body.on('error', () => undefined);
    const limits = {
      maxBytes: this.#options.maxBytes,
      windowMilliseconds: SLOW_WINDOW_MILLISECONDS,
      minBytesPerWindow: SLOW_WINDOW_BYTES,
    };
    const encoding = one(answer.headers['content-encoding']);
    return {
      ...answer,
      body: await readBody(response.body, encoding, limits, (reason) => abort.abort(reason)),
    };
  }
}

/** Reads a short body to its end, so that the connection can be used again; ends a long one. */
function discard(body: Readable & { dump?: (options: { limit: number }) => Promise<void> }): void {
  const SHORT_BYTES = 65_536;
  body.on('error', () => undefined);
  void body.dump?.({ limit: SHORT_BYTES })?.catch(() => undefined);
}

function headersOf(raw: Readonly<Record<string, string | string[] | undefined>>): Headers {
  return Object.fromEntries(
    Object.entries(raw).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

/** A header that should come once. */
export function one(value: string | readonly string[] | undefined): string {
  return (typeof value === 'string' ? value : value?.[0]) ?? '';
}

export const isRedirect = ({ status, headers }: Pick<Answer, 'status' | 'headers'>): boolean =>
  REDIRECTS.has(status) && one(headers.location) !== '';
