/** Addresses as keys: the same page has one spelling. */

/** Browsers and servers agree on far less; a longer one is no address of a page. */
const MAX_URL_CHARS = 4096;

/** Absolute http(s) URL without fragment, or null for anything else. Relative ones are resolved against `base`. */
export function normalizeUrl(text: string, base?: string): string | null {
  const trimmed = text.trim().replace(/[\t\r\n]/g, '');
  if (trimmed === '' || trimmed.length > MAX_URL_CHARS) return null;
  let url: URL;
  try {
    url = new URL(trimmed, base);
  } catch {
    return null;
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  url.hash = '';
  // Credentials in a link are a trap for whoever logs addresses.
  url.username = '';
  url.password = '';
  return url.href;
}

/** Host with port: what a delay, a robots.txt and a circuit breaker hold for. */
export const hostOf = (url: string): string => new URL(url).host;

/** The part of a URL that a file name stands in, decoded; for messages and for telling kinds of files only. */
export function lastSegment(url: string): string {
  const { pathname } = new URL(url);
  const segment = pathname.slice(pathname.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
