/** How long to wait: what hosts ask for, and what a fault teaches. */

const SECOND = 1000;

/** `Retry-After` in milliseconds from `now`: seconds, or a date; null for anything else. */
export function retryAfter(value: string, now: number): number | null {
  const text = value.trim();
  if (/^\d{1,9}$/.test(text)) return Number(text) * SECOND;
  const at = Date.parse(text);
  return Number.isNaN(at) || text === '' ? null : Math.max(0, at - now);
}

/** The first pause; each further one doubles. */
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 60 * SECOND;
/** Up to half as long again, so that many URLs do not come back in the same moment. */
const JITTER = 0.5;

/** Pause before the attempt after `attempt` (1-based). `random` is a number from 0 to 1. */
export function backoff(attempt: number, random: number): number {
  const pause = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** (attempt - 1));
  return Math.round(pause * (1 + JITTER * random));
}

/** Resolves after the time, or at once when the signal fires. */
export function sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (milliseconds <= 0 || signal?.aborted === true) return resolve();
    const done = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    signal?.addEventListener('abort', done, { once: true });
  });
}
