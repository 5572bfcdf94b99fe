import { readHtml } from '../../../src/read/html/index.js';
import { bytesOf, paragraphsOf, tablesOf } from '../helpers.js';

/** Generous: these must not take seconds, whatever else runs on the machine. */
const SOON_MS = 5000;

function timed<T>(run: () => T): T {
  const start = performance.now();
  const result = run();
  expect(performance.now() - start).toBeLessThan(SOON_MS);
  return result;
}

test.each(['div', 'span', 'table', 'font', 'b', 'ul'])('100,000 nested <%s> are refused at once', (name) => {
  const html = bytesOf(`<html><body>${`<${name}>`.repeat(100_000)}甲`);
  expect(() => timed(() => readHtml(html))).toThrow(expect.objectContaining({ code: 'too_complex' }));
});

test('nesting that a parser can take is read without recursion', () => {
  const html = bytesOf(`<html><body>${'<div>'.repeat(3500)}甲`);
  expect(paragraphsOf(timed(() => readHtml(html)))).toEqual(['甲']);
});

test('layout tables nested a thousand deep are read', () => {
  const html = bytesOf(`<html><body>${'<table><tr><td>'.repeat(1000)}<table><tr><td>甲<td>1</table>`);
  expect(tablesOf(timed(() => readHtml(html)))).toHaveLength(1);
});

test('absurd spans are clamped', () => {
  const html = '<table><tr><td rowspan=1000000000 colspan=1000000000>甲<td>1<tr><td>乙</table>';
  const [table] = tablesOf(timed(() => readHtml(bytesOf(html))));
  expect([table?.rowCount, table?.colCount]).toEqual([2, 1001]);
});

test('100,000 rows are read', () => {
  const html = `<table>${'<tr><td>甲<td>1'.repeat(100_000)}</table>`;
  expect(tablesOf(timed(() => readHtml(bytesOf(html))))[0]?.rowCount).toBe(100_000);
});
