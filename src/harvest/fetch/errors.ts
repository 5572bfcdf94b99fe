/** Why a URL gave nothing. The code decides what happens next, so it is one table. */

/**
 * - `never`: the answer is final for this run
 * - `soon`: a passing fault, tried again after a pause that doubles
 * - `once`: may pass, but costs a lot of time; tried once more
 */
export type RetryPolicy = 'never' | 'soon' | 'once';

export const FETCH_ERRORS = {
  invalid_url: 'never',
  scheme_refused: 'never',
  private_address: 'never',
  robots_forbidden: 'never',
  robots_unavailable: 'never',
  too_many_redirects: 'never',
  too_large: 'never',
  http_status: 'never',
  not_found: 'soon',
  gone: 'never',
  server_error: 'soon',
  too_many_requests: 'soon',
  name_not_resolved: 'soon',
  no_connection: 'soon',
  connection_lost: 'soon',
  truncated: 'soon',
  undecodable: 'soon',
  tls: 'once',
  time_limit: 'once',
  too_slow: 'once',
  host_set_aside: 'never',
  asked_to_wait: 'never',
  run_over: 'never',
  not_at_hand: 'never',
} as const satisfies Record<string, RetryPolicy>;

export type FetchErrorCode = keyof typeof FETCH_ERRORS;

/** Faults of the host rather than of one page: in a row they open its circuit breaker. */
const HOST_FAULTS: ReadonlySet<FetchErrorCode> = new Set([
  'server_error',
  'name_not_resolved',
  'no_connection',
  'connection_lost',
  'tls',
  'time_limit',
  'too_slow',
]);

/** Faults of the run, not of the URL: nothing is concluded from them, the next run asks again. */
const NOT_ITS_FAULT: ReadonlySet<string> = new Set<FetchErrorCode>(['run_over', 'not_at_hand']);

export class FetchError extends Error {
  override readonly name = 'FetchError';

  constructor(
    readonly code: FetchErrorCode,
    message: string,
    /** Milliseconds that the host asked to wait. */
    readonly waitMilliseconds: number | null = null,
  ) {
    super(message);
  }

  get policy(): RetryPolicy {
    return FETCH_ERRORS[this.code];
  }

  get blamesHost(): boolean {
    return HOST_FAULTS.has(this.code);
  }
}

export const isItsFault = (code: string): boolean => !NOT_ITS_FAULT.has(code);

/** The page is not there any more, as far as the host says. */
export const isGone = (code: string): boolean => code === 'not_found' || code === 'gone';

const TLS_CODES = /^(?:CERT_|ERR_TLS|UNABLE_TO|SELF_SIGNED|DEPTH_ZERO|EPROTO|ERR_SSL)/;

/** Faults of the connection, as undici and Node name them. */
export function connectionError(error: unknown): FetchError {
  if (error instanceof FetchError) return error;
  const { code = '', message, cause } = error as NodeJS.ErrnoException & { cause?: unknown };
  if (cause instanceof FetchError) return cause;
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN' || code === 'EAI_NODATA')
    return new FetchError('name_not_resolved', 'The name of the host cannot be resolved.');
  if (TLS_CODES.test(code)) return new FetchError('tls', `No secure connection: ${code}.`);
  if (code === 'UND_ERR_HEADERS_TIMEOUT')
    return new FetchError('time_limit', 'The host did not begin to answer in time.');
  if (code === 'UND_ERR_BODY_TIMEOUT') return new FetchError('too_slow', 'The answer stalled.');
  if (
    /^(?:ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|UND_ERR_CONNECT_TIMEOUT|EADDRNOTAVAIL)$/.test(code)
  )
    return new FetchError('no_connection', 'The host does not accept connections.');
  if (
    /^(?:ECONNRESET|EPIPE|UND_ERR_SOCKET|UND_ERR_CLOSED|UND_ERR_DESTROYED|UND_ERR_REQ_CONTENT_LENGTH_MISMATCH|UND_ERR_RES_CONTENT_LENGTH_MISMATCH|ERR_HTTP2_.*|UND_ERR_INFO)$/.test(
      code,
    )
  )
    return new FetchError('connection_lost', 'The connection was cut before the answer was complete.');
  if (/^HPE_/.test(code)) return new FetchError('connection_lost', 'The answer is not HTTP.');
  return new FetchError('connection_lost', `The request failed: ${code || message}.`);
}
