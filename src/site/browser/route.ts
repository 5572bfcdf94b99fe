/** Where the reader is, in the fragment of the address: every view and every filter can be linked to and gone back to. */

import { useEffect, useState } from 'preact/hooks';

export interface Route {
  /** Parts of the path: `['report', '7c4e94dc7a78']`. */
  readonly path: readonly string[];
  readonly params: URLSearchParams;
}

export function parseRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
  return {
    path: path
      .split('/')
      .filter((part) => part !== '')
      .map(decode),
    params: new URLSearchParams(query),
  };
}

/** A broken escape is taken as it stands. */
function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

export type Params = Readonly<Record<string, string | readonly string[] | undefined>>;

/** The address of a view, to stand in a link. Empty parameters are left out. */
export function href(path: readonly string[], params: Params = {}): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    const text = typeof value === 'object' ? value.join(',') : (value ?? '');
    if (text !== '') query.set(name, text);
  }
  const search = query.toString();
  return `#/${path.map(encodeURIComponent).join('/')}${search === '' ? '' : `?${search}`}`;
}

/** Goes to a view; `replace` leaves no step behind for the Back button. */
export function go(address: string, { replace = false } = {}): void {
  if (replace) location.replace(address);
  else location.hash = address;
}

/** The current route, new at every step. */
export function useRoute(): Route {
  const [route, setRoute] = useState(() => parseRoute(location.hash));
  useEffect(() => {
    const follow = (): void => setRoute(parseRoute(location.hash));
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  return route;
}
