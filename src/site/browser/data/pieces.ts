/**
 * Loads pieces of data as scripts: a page opened from disk may not fetch files, but it may load scripts of its own
 * folder, and each of them hands its piece over by name.
 */

import { REGISTER } from '../../wire/pieces.js';

interface Waiting {
  readonly resolve: (data: unknown) => void;
}

const waiting = new Map<string, Waiting>();
const arrived = new Map<string, unknown>();
const cache = new Map<string, Promise<unknown>>();

/** Shards kept in memory; those used last stay. The indexes are always kept. */
const MAX_SHARDS = 40;
const SHARD = /^report\//;

declare global {
  interface Window {
    [REGISTER]?: (name: string, data: unknown) => void;
  }
}

/** Begins to take pieces, also those that come before anybody asks. */
export function openRegister(): void {
  window[REGISTER] = (name, data) => {
    const asked = waiting.get(name);
    if (asked === undefined) arrived.set(name, data);
    else asked.resolve(data);
  };
}

/** A piece by its name. Rejects when its script cannot be loaded. */
export function loadPiece<T>(name: string): Promise<T> {
  const known = cache.get(name);
  if (known !== undefined) {
    cache.delete(name);
    cache.set(name, known);
    return known as Promise<T>;
  }
  const piece = arrived.has(name) ? Promise.resolve(arrived.get(name)) : request(name);
  cache.set(name, piece);
  piece.catch(() => cache.delete(name));
  forgetOldShards();
  return piece as Promise<T>;
}

function request(name: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    const done = (): void => {
      waiting.delete(name);
      script.remove();
    };
    waiting.set(name, {
      resolve: (data) => {
        done();
        resolve(data);
      },
    });
    const fail = (): void => {
      done();
      reject(new Error(pathOf(name)));
    };
    script.onerror = fail;
    script.onload = () => {
      if (waiting.has(name)) fail();
    };
    script.src = pathOf(name);
    document.head.append(script);
  });
}

/** The code that draws charts is loaded like a piece, where charts are. */
export const CHARTS = 'charts';

const pathOf = (name: string): string => (name === CHARTS ? 'assets/charts.js' : `data/${name}.js`);

function forgetOldShards(): void {
  const shards = [...cache.keys()].filter((name) => SHARD.test(name));
  for (const name of shards.slice(0, Math.max(0, shards.length - MAX_SHARDS))) cache.delete(name);
}
