import { Crew, PROBE_MS } from '../../src/batch/crew.js';

/** A crew of at most four over reports that all take the same time; its size when they are done. */
function sizeAfter(reports: number, milliseconds: number): number {
  const crew = new Crew(4, 0);
  for (let at = 1; at <= reports; at++) crew.noteFinished(milliseconds, reports - at, at * milliseconds);
  return crew.size;
}

test('a few light reports are read by one worker, many by all', () => {
  expect(sizeAfter(100, 5)).toBe(1);
  expect(sizeAfter(5000, 5)).toBe(4);
});

test('a few heavy reports are worth a second worker', () => {
  expect(sizeAfter(30, 200)).toBe(2);
});

test('the time in which code is compiled says nothing of the pace', () => {
  const crew = new Crew(4, 0);
  crew.noteFinished(300, 600, 300);
  for (let at = 1; at <= 115; at++) crew.noteFinished(6, 600 - at, 300 + 6 * at);
  expect(crew.size).toBe(1);
  for (let at = 1; at <= 500; at++) crew.noteFinished(4, 500 - at, PROBE_MS + 4 * at);
  expect(crew.size).toBe(1);
});

test('slow reports leave a worker to the others, as far as there are any', () => {
  const crew = new Crew(3, 0);
  crew.noteSlow(0);
  expect(crew.size).toBe(1);
  crew.noteSlow(1);
  expect(crew.size).toBe(2);
  crew.noteSlow(5);
  expect(crew.size).toBe(3);
});
