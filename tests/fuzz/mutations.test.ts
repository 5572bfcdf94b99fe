/**
 * A short fuzz run: damaged input must end in a report or a named error, in bounded time, and where the truth is
 * known no value may be other than the printed one. `npm run fuzz -- --runs 20000` is the long run, in parallel.
 */
import { fuzzOnce, inputOf, type Outcome } from '../../scripts/fuzz/run.js';

const RUNS = Number(process.env.FUZZ_RUNS ?? 300);
const SEED = process.env.FUZZ_SEED ?? 'short';
/** A busy machine takes a second or two for what an idle one reads at once; more than this is a hang. */
const SLOWEST_MS = 30_000;
const TIME_LIMIT_MS = Math.max(300_000, RUNS * 100);
/** Damage that leaves a wrong value now and then, most of all in lines of text, which are filled up behind a lost cell. */
const KNOWN = /\((?:text|markdown)\)$|labels damaged|tags dropped|spans/;

// As where no engine is installed: damaged PDFs look like scans, and recognising them takes seconds for each page.
process.env.NIANBAO_TESSERACT = '';

const outcomes: Outcome[] = [];

beforeAll(async () => {
  for (let run = 0; run < RUNS; run += 1) outcomes.push(await fuzzOnce(SEED, run));
}, TIME_LIMIT_MS);

test(`${RUNS} damaged inputs end in a report or a named error`, () => {
  expect(outcomes).toHaveLength(RUNS);
  expect(outcomes.filter(({ ended }) => ended === 'crash')).toEqual([]);
  expect(outcomes.filter(({ ms }) => ms > SLOWEST_MS)).toEqual([]);
});

test('no value is other than the printed one', () => {
  expect(outcomes.filter(({ fault, kind }) => fault !== '' && !KNOWN.test(kind))).toEqual([]);
});

test('both kinds of damage are done, and most of what is printed is still read', () => {
  const printed = outcomes.filter(({ kind }) => kind.startsWith('print'));
  expect(printed.length).toBeGreaterThan(RUNS / 3);
  expect(outcomes.length - printed.length).toBeGreaterThan(RUNS / 3);
  const read = printed.filter(({ ended }) => ended === 'complete' || ended === 'partial');
  expect(read.length).toBeGreaterThan(printed.length * 0.95);
});

test('a run can be made again', () => {
  const [one, again] = [inputOf(SEED, 7), inputOf(SEED, 7)];
  expect(again.kind).toBe(one.kind);
  expect(again.bytes.equals(one.bytes)).toBe(true);
});
