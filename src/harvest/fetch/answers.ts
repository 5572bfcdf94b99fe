/** What an answer asks for, and what is asked of the next one. */

import type { Validators } from '../store/index.js';
import { hostOf, normalizeUrl } from '../urls.js';
import { FetchError, type FetchErrorCode } from './errors.js';

/** Headers that make a request conditional. */
export function conditions(validators: Validators | null): Record<string, string> {
  return {
    ...(validators?.etag ? { 'if-none-match': validators.etag } : {}),
    ...(validators?.lastModified ? { 'if-modified-since': validators.lastModified } : {}),
  };
}

/** The code of a status that is no success. */
export function codeOf(status: number): FetchErrorCode {
  if (status === 404) return 'not_found';
  if (status === 410) return 'gone';
  if (status === 429) return 'too_many_requests';
  return status >= 500 || status === 408 ? 'server_error' : 'http_status';
}

/** Where a redirect leads. Header bytes arrive as Latin-1; portals put UTF-8 there. */
export function nextHop(from: URL, location: string): URL {
  const bytes = Buffer.from(location, 'latin1');
  const text = bytes.toString('utf8');
  const next = normalizeUrl(text.includes('\ufffd') ? location : text, from.href);
  if (next === null)
    throw new FetchError(
      'scheme_refused',
      `${hostOf(from.href)} redirects to ${JSON.stringify(location)}, which is not http or https.`,
    );
  return new URL(next);
}
