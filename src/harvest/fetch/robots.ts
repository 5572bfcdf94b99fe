/** robots.txt (RFC 9309): fetched once per origin and run, kept for an hour between runs. */

import robotsParserModule from 'robots-parser';
import type { FetchLog, Outcome } from '../store/index.js';
import { FetchError } from './errors.js';

/** The name by which rules speak to this program. */
export const ROBOT_NAME = 'nianbao';

/** Rules change rarely; two runs in a row need not ask twice. A nightly run asks every night. */
const KEPT_MILLISECONDS = 3_600_000;
/** Rules beyond this size need not be read (RFC 9309, 2.5). */
const MAX_RULE_BYTES = 512 * 1024;
const SECOND = 1000;

export interface Rules {
  allows(url: string): boolean;
  /** Crawl-delay in milliseconds. */
  readonly delay: number;
}

type RobotsParser = (
  url: string,
  text: string,
) => {
  isAllowed(url: string, agent: string): boolean | undefined;
  getCrawlDelay(agent: string): number | undefined;
};
// A CommonJS module whose types speak of a default export.
const robotsParser = robotsParserModule as unknown as RobotsParser;

export class Robots {
  readonly #rules = new Map<string, Promise<Rules>>();

  constructor(
    private readonly log: FetchLog,
    private readonly fetch: (url: string) => Promise<Outcome>,
  ) {}

  /** The rules of a URL's origin. Throws {@link FetchError} when they are not to be had: then nothing is fetched. */
  async rulesFor(url: URL): Promise<Rules> {
    let rules = this.#rules.get(url.origin);
    if (rules === undefined) {
      rules = this.#load(url.origin);
      this.#rules.set(url.origin, rules);
    }
    return rules;
  }

  async #load(origin: string): Promise<Rules> {
    const kept = this.log.robots(origin);
    if (kept !== null && Math.abs(Date.now() - kept.fetchedAt) < KEPT_MILLISECONDS)
      return parse(origin, kept.body);
    const body = bodyOf(await this.fetch(`${origin}/robots.txt`), (sha256) =>
      this.log.store.blobs.read(sha256),
    );
    this.log.keepRobots(origin, body);
    return parse(origin, body);
  }
}

/** No file, no rules (RFC 9309, 2.3.1.3); a server that cannot say forbids all for now (2.3.1.4). */
function bodyOf(outcome: Outcome, read: (sha256: string) => Uint8Array): string {
  if (outcome.ok) return new TextDecoder().decode(read(outcome.sha256).subarray(0, MAX_RULE_BYTES));
  if (['not_found', 'gone', 'http_status', 'too_large', 'too_many_redirects'].includes(outcome.errorCode))
    return '';
  const code =
    outcome.errorCode === 'run_over' || outcome.errorCode === 'private_address'
      ? outcome.errorCode
      : 'robots_unavailable';
  const reason =
    code === 'robots_unavailable'
      ? `robots.txt could not be fetched (${outcome.errorMessage})`
      : outcome.errorMessage;
  throw new FetchError(code, reason, outcome.retryAt === null ? null : outcome.retryAt - Date.now());
}

function parse(origin: string, body: string): Rules {
  const rules = robotsParser(`${origin}/robots.txt`, body);
  return {
    allows: (url) => rules.isAllowed(url, ROBOT_NAME) ?? true,
    delay: Math.max(0, rules.getCrawlDelay(ROBOT_NAME) ?? 0) * SECOND,
  };
}
