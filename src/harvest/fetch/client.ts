/** The polite client: URL → outcome, once per run. Everything it sends is in the log. */

import { CookieJar } from 'tough-cookie';
import type { FetchLog, Headers, Outcome, Role, Validators } from '../store/index.js';
import { codeOf, conditions, nextHop } from './answers.js';
import { FetchError, isItsFault } from './errors.js';
import { type Answer, Http, type HttpOptions, isRedirect, one } from './http.js';
import { MAX_WAIT_MILLISECONDS, Pace, type PaceOptions } from './pace.js';
import { Robots } from './robots.js';
import { backoff, retryAfter, sleep } from './wait.js';

export interface ClientOptions extends HttpOptions, PaceOptions {
  /** Least milliseconds between two requests to a host. */
  readonly delay: number;
  /** Asks for pages without conditions, as if nothing were known of them. */
  readonly refresh?: boolean;
  /** From 0 to 1, for the jitter of pauses. */
  readonly random?: () => number;
  /** Told the size of each body that was kept. */
  readonly onBytes?: (bytes: number) => void;
}

export interface Wanted {
  readonly url: string;
  readonly role: Role;
  readonly sourceLine: number;
  /** Of the source; the longest of all delays holds. */
  readonly delay?: number;
  /** Of the source, sent to the host of its URL only. */
  readonly headers?: { readonly host: string; readonly fields: Readonly<Record<string, string>> };
}

/**
 * Attempts in all, by retry policy. A page that is not found may be a cache node that lags behind; and a robots.txt
 * that is not found just now would open what it forbids.
 */
const ATTEMPTS = { never: 1, soon: 6, once: 2 } as const;
const NOT_FOUND_ATTEMPTS = 3;
const MAX_REDIRECTS = 10;

export class Client {
  readonly #log: FetchLog;
  readonly #options: ClientOptions;
  readonly #http: Http;
  readonly #pace: Pace;
  readonly #robots: Robots;
  readonly #cookies = new CookieJar();
  readonly #underWay = new Map<string, Promise<Outcome>>();

  constructor(log: FetchLog, options: ClientOptions) {
    this.#log = log;
    this.#options = options;
    this.#http = new Http(options);
    this.#pace = new Pace(log, options);
    this.#robots = new Robots(log, (url) => this.fetch({ url, role: 'robots', sourceLine: 0 }));
  }

  async close(): Promise<void> {
    await this.#http.close();
  }

  /** What became of a URL in this run: from the log, or from the network. Never throws for what a host does. */
  fetch(wanted: Wanted): Promise<Outcome> {
    const known = this.#log.outcome(wanted.url);
    if (known !== null) return Promise.resolve(known);
    let outcome = this.#underWay.get(wanted.url);
    if (outcome === undefined) {
      outcome = this.#obtain(wanted).finally(() => this.#underWay.delete(wanted.url));
      this.#underWay.set(wanted.url, outcome);
    }
    return outcome;
  }

  async #obtain(wanted: Wanted): Promise<Outcome> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        const outcome = await this.#attempt(wanted, attempt);
        this.#log.conclude(outcome, wanted.sourceLine);
        return outcome;
      } catch (error) {
        if (!(error instanceof FetchError)) throw error;
        const pause = this.#pauseBefore(error, attempt);
        if (pause === null) return this.#fail(wanted, error, attempt);
        await sleep(pause, this.#options.signal);
      }
    }
  }

  /** Milliseconds until the next attempt, null when there is none. */
  #pauseBefore(error: FetchError, attempt: number): number | null {
    const most = error.code === 'not_found' ? NOT_FOUND_ATTEMPTS : ATTEMPTS[error.policy];
    if (attempt >= most) return null;
    if (error.waitMilliseconds !== null && error.waitMilliseconds > MAX_WAIT_MILLISECONDS) return null;
    return Math.max(error.waitMilliseconds ?? 0, backoff(attempt, (this.#options.random ?? Math.random)()));
  }

  #fail({ url, sourceLine }: Wanted, error: FetchError, attempts: number): Outcome {
    const outcome: Outcome = {
      ok: false,
      url,
      finalUrl: url,
      fetchId: null,
      sha256: '',
      contentType: '',
      errorCode: error.code,
      errorMessage: error.message,
      retryAt: error.waitMilliseconds === null ? null : Date.now() + error.waitMilliseconds,
      attempts,
    };
    if (isItsFault(error.code)) this.#log.conclude(outcome, sourceLine);
    return outcome;
  }

  async #attempt(wanted: Wanted, attempt: number): Promise<Outcome> {
    let url = new URL(wanted.url);
    for (let hop = 0; hop <= MAX_REDIRECTS; hop += 1) {
      const delay = await this.#permitted(url, wanted);
      const got = await this.#pace.run(url.host, delay, () => this.#exchange(url, wanted, attempt));
      if (!isRedirect(got.answer)) return this.#outcomeOf(wanted, url, attempt, got);
      url = nextHop(url, one(got.answer.headers.location));
    }
    throw new FetchError('too_many_redirects', `More than ${MAX_REDIRECTS} redirects.`);
  }

  /** The delay for a request that the rules allow; each hop of a redirect is asked about. */
  async #permitted(url: URL, { role, delay = 0 }: Wanted): Promise<number> {
    const own = Math.max(delay, this.#options.delay);
    if (role === 'robots') return own;
    const rules = await this.#robots.rulesFor(url);
    if (!rules.allows(url.href))
      throw new FetchError(
        'robots_forbidden',
        `robots.txt of ${url.host} forbids ${url.pathname}${url.search}`,
      );
    return Math.max(own, rules.delay);
  }

  async #exchange(url: URL, wanted: Wanted, attempt: number): Promise<Got> {
    const validators = this.#options.refresh === true ? null : this.#log.validators(url.href);
    const requestHeaders = this.#http.headersFor({
      ...(wanted.headers?.host === url.host ? wanted.headers.fields : {}),
      ...conditions(validators),
      ...(await this.#cookieHeader(url)),
    });
    const requestedAt = Date.now();
    const seen: { status: number | null; headers: Headers | null } = { status: null, headers: null };
    const note = (sha256: string | null, bytes: number | null, error: FetchError | null): number =>
      this.#log.append({
        sourceLine: wanted.sourceLine,
        role: wanted.role,
        url: url.href,
        requestedAt,
        milliseconds: Date.now() - requestedAt,
        attempt,
        status: seen.status,
        requestHeaders,
        responseHeaders: seen.headers,
        sha256,
        bytes,
        error,
      });
    try {
      const answer = await this.#http.get(url, requestHeaders, (status, headers) => {
        seen.status = status;
        seen.headers = headers;
      });
      await this.#keepCookies(url, answer);
      this.#judge(url, wanted, answer);
      return await this.#kept(url, answer, validators, note);
    } catch (error) {
      if (!(error instanceof FetchError)) throw error;
      note(null, null, error);
      this.#pace.report(url.host, error.blamesHost);
      if (error.waitMilliseconds !== null) this.#pace.hold(url.host, error.waitMilliseconds);
      throw error;
    }
  }

  /** Throws for every status that is not one of success, redirect or "not modified". */
  #judge(url: URL, { role }: Wanted, answer: Answer): void {
    const { status, headers, body } = answer;
    if (status === 200 && body.length === 0 && role !== 'robots')
      throw new FetchError('truncated', `${url.host} answered with nothing.`);
    if (status === 200 || status === 304 || isRedirect(answer)) return;
    const wait = retryAfter(one(headers['retry-after']), Date.now());
    const message = `${url.host} answered with HTTP status ${status}.`;
    throw new FetchError(codeOf(status), message, status === 429 || status === 503 ? wait : null);
  }

  /** Puts the bytes into the store, then the line into the log. */
  async #kept(
    url: URL,
    { body, ...answer }: Answer,
    validators: Validators | null,
    note: (sha256: string | null, bytes: number | null, error: FetchError | null) => number,
  ): Promise<Got> {
    this.#pace.report(url.host, false);
    if (answer.status === 304) {
      if (validators === null)
        throw new FetchError('undecodable', 'The host says "not modified" of a page that was never had.');
      const { sha256, bytes, contentType } = validators;
      return { answer, fetchId: note(sha256, bytes, null), sha256, contentType };
    }
    if (isRedirect(answer)) return { answer, fetchId: note(null, null, null), sha256: '', contentType: '' };
    const sha256 = await this.#log.store.blobs.put(body);
    const { length: bytes } = body;
    this.#options.onBytes?.(bytes);
    const contentType = one(answer.headers['content-type']);
    const [etag, lastModified] = [
      one(answer.headers.etag) || null,
      one(answer.headers['last-modified']) || null,
    ];
    this.#log.keepValidators(url.href, { etag, lastModified, sha256, bytes, contentType });
    return { answer, fetchId: note(sha256, bytes, null), sha256, contentType };
  }

  #outcomeOf(wanted: Wanted, url: URL, attempts: number, { fetchId, sha256, contentType }: Got): Outcome {
    return {
      ok: true,
      url: wanted.url,
      finalUrl: url.href,
      fetchId,
      sha256,
      contentType,
      errorCode: '',
      errorMessage: '',
      retryAt: null,
      attempts,
    };
  }

  async #cookieHeader(url: URL): Promise<Record<string, string>> {
    const cookie = await this.#cookies.getCookieString(url.href);
    return cookie === '' ? {} : { cookie };
  }

  async #keepCookies(url: URL, { headers }: Answer): Promise<void> {
    const given = headers['set-cookie'] ?? [];
    for (const cookie of typeof given === 'string' ? [given] : given)
      await this.#cookies.setCookie(cookie, url.href, { ignoreError: true });
  }
}

interface Got {
  /** Without the body, which is in the store: the queues keep their results long, and many hosts have long queues. */
  readonly answer: Omit<Answer, 'body'>;
  readonly fetchId: number;
  readonly sha256: string;
  readonly contentType: string;
}
