import fc from 'fast-check';
import { PROBE_MS } from '../../src/batch/crew.js';
import { runBatch } from '../../src/batch/run.js';
import type { ReportInput, ReportOutcome } from '../../src/batch/types.js';

const inputs = (count: number): ReportInput[] =>
  Array.from({ length: count }, (_, i) => ({ source: `r${i}`, path: `/r${i}` }));

function outcome(source: string, chars = 10): ReportOutcome {
  const lines = {
    reports: 'x'.repeat(chars),
    applications: '',
    applications_wide: '',
    proactive: '',
    remedies: '',
    findings: '',
    unmapped: '',
    statements: '',
    narratives: '',
  };
  return {
    source,
    status: 'complete',
    mediaType: '',
    year: '',
    agency: '',
    cellsRead: 0,
    attention: '',
    errorCode: '',
    errorMessage: '',
    milliseconds: 0,
    lines,
    review: null,
  };
}

test('whatever finishes first, the order is that of the inputs', async () => {
  const delays = fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(delays, fc.integer({ min: 1, max: 5 }), async (waits, jobs) => {
      const ordered: string[] = [];
      let finished = 0;
      let underWay = 0;
      await runBatch({
        reports: inputs(waits.length),
        jobs,
        read: async ({ source }) => {
          underWay += 1;
          expect(underWay).toBeLessThanOrEqual(jobs);
          for (let i = 0; i < (waits[Number(source.slice(1))] ?? 0); i++) await new Promise(setImmediate);
          underWay -= 1;
          return outcome(source);
        },
        onFinished: () => {
          finished += 1;
        },
        onOrdered: ({ source }) => ordered.push(source),
      });
      expect(ordered).toEqual(inputs(waits.length).map(({ source }) => source));
      expect(finished).toBe(waits.length);
    }),
    { numRuns: 50 },
  );
});

const PATIENCE_MS = 60_000;
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

test('a slow report holds back only so much finished text', async () => {
  const MEGABYTES_EACH = 1024 * 1024;
  let release: () => void = () => undefined;
  const slow = new Promise<void>((resolve) => {
    release = resolve;
  });
  let started = 0;
  let handedOn = 0;
  const run = runBatch({
    reports: inputs(100),
    jobs: 2,
    read: async ({ source }) => {
      started += 1;
      if (source === 'r0') await slow;
      return outcome(source, MEGABYTES_EACH);
    },
    onFinished: () => undefined,
    onOrdered: () => {
      handedOn += 1;
    },
  });
  // A busy machine looks after slow reports late; once it has, it begins as many as it will at once.
  for (let waited = 0; started <= 20 && waited < PATIENCE_MS; waited += PROBE_MS) await pause(PROBE_MS);
  await pause(500);
  expect(started).toBeGreaterThan(20);
  expect(started).toBeLessThan(50);
  release();
  await run;
  expect(handedOn).toBe(100);
});

test('an error of the writer ends the run', async () => {
  const run = runBatch({
    reports: inputs(5),
    jobs: 2,
    read: async ({ source }) => outcome(source),
    onFinished: () => undefined,
    onOrdered: () => {
      throw new Error('no space');
    },
  });
  await expect(run).rejects.toThrow('no space');
});
