/**
 * A short fuzz run over the corpus: damaged input must end in a report or a `ReadError`, in bounded time.
 * `FUZZ_RUNS` sets the number of mutations (default 400); the long run is `npm run evaluate -- --mutate N`.
 */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mapDocument } from '../../src/map/index.js';
import { ReadError } from '../../src/model/errors.js';
import { readDocument } from '../../src/read/index.js';

const CORPUS = new URL('../../corpus/', import.meta.url).pathname;
const RUNS = Number(process.env.FUZZ_RUNS ?? 400);
/** PDFs cost a hundred times a page of HTML; they get their share of the time, not of the runs. */
const CHEAP = /\.(?:html|txt|md|docx)$/;
const SLOWEST_MS = 10_000;
/** The long run takes as long as it takes; the short one must not hang. */
const TIME_LIMIT_MS = Math.max(240_000, RUNS * 60);

const sources = readdirSync(CORPUS, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name }) => readdirSync(join(CORPUS, name)).map((file) => join(CORPUS, name, file)))
  .filter((file) => /report\.\w+$/.test(file));

/** A small seeded generator, so that a failure can be run again (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

function mutate(bytes: Uint8Array, next: () => number): Uint8Array {
  const at = () => Math.floor(next() * bytes.length);
  const kind = Math.floor(next() * 4);
  if (kind === 0) return bytes.slice(0, at());
  const copy = Uint8Array.from(bytes);
  if (kind === 1) for (let n = 0; n < 20; n++) copy[at()] = Math.floor(next() * 256);
  else if (kind === 2) copy.copyWithin(at(), at(), at());
  else {
    const [from = 0, to = 0] = [at(), at()].sort((a, b) => a - b);
    return Uint8Array.from([...copy.slice(0, from), ...copy.slice(Math.min(to, from + 2_000))]);
  }
  return copy;
}

async function outcome(bytes: Uint8Array): Promise<string> {
  try {
    return (await mapDocument(await readDocument(bytes))).status;
  } catch (error) {
    if (error instanceof ReadError) return error.code;
    throw error;
  }
}

test(
  `${RUNS} damaged pages, texts and DOCX files end in a report or a named error`,
  async () => {
    const files = sources
      .filter((file) => CHEAP.test(file))
      .map((file) => new Uint8Array(readFileSync(file)));
    for (let seed = 0; seed < RUNS; seed++) {
      const file = files[seed % files.length] as Uint8Array;
      const started = performance.now();
      const ended = await outcome(mutate(file, random(seed))).catch((error) => {
        throw new Error(`seed ${seed}: ${String(error)}`, { cause: error });
      });
      expect(ended).not.toBe('internal');
      expect({ seed, slow: performance.now() - started > SLOWEST_MS }).toEqual({ seed, slow: false });
    }
  },
  TIME_LIMIT_MS,
);

test(
  'damaged PDFs end in a report or a named error',
  async () => {
    const files = sources
      .filter((file) => file.endsWith('.pdf'))
      .map((file) => new Uint8Array(readFileSync(file)));
    for (let seed = 0; seed < Math.ceil(RUNS / 20); seed++) {
      const file = files[seed % files.length] as Uint8Array;
      await outcome(mutate(file, random(seed))).catch((error) => {
        throw new Error(`seed ${seed}: ${String(error)}`, { cause: error });
      });
    }
  },
  TIME_LIMIT_MS,
);
