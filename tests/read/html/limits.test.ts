import { readHtml } from '../../../src/read/html/index.js';
import { bytesOf, paragraphsOf, tablesOf } from '../helpers.js';

/** Processor time, and generous: what this guards against takes minutes. */
const SOON_MS = 20_000;

async function timed<T>(run: () => Promise<T>): Promise<T> {
  const start = process.cpuUsage();
  const result = await run();
  const { user, system } = process.cpuUsage(start);
  expect((user + system) / 1000).toBeLessThan(SOON_MS);
  return result;
}

test.each(['div', 'span', 'table', 'font', 'b', 'ul'])(
  '100,000 nested <%s> are refused at once',
  async (name) => {
    const html = bytesOf(`<html><body>${`<${name}>`.repeat(100_000)}甲`);
    await expect(timed(() => readHtml(html))).rejects.toMatchObject({ code: 'too_complex' });
  },
);

test('nesting that a parser can take is read without recursion', async () => {
  const html = bytesOf(`<html><body>${'<div>'.repeat(3500)}甲`);
  expect(paragraphsOf(await timed(() => readHtml(html)))).toEqual(['甲']);
});

test('layout tables nested a thousand deep are read', async () => {
  const html = bytesOf(`<html><body>${'<table><tr><td>'.repeat(1000)}<table><tr><td>甲<td>1</table>`);
  expect(tablesOf(await timed(() => readHtml(html)))).toHaveLength(1);
});

test('absurd spans are clamped', async () => {
  const html = '<table><tr><td rowspan=1000000000 colspan=1000000000>甲<td>1<tr><td>乙</table>';
  const [table] = tablesOf(await timed(() => readHtml(bytesOf(html))));
  expect([table?.rowCount, table?.colCount]).toEqual([2, 1001]);
});

test('100,000 rows are read', async () => {
  const html = `<table>${'<tr><td>甲<td>1'.repeat(100_000)}</table>`;
  expect(tablesOf(await timed(() => readHtml(bytesOf(html))))[0]?.rowCount).toBe(100_000);
});

test.each([
  ['tags without end', `<html>${'<a'.repeat(60_000)}`],
  ['attributes without end', `<p ${'a=b '.repeat(50_000)}`],
  ['attributes', `<p ${Array.from({ length: 20_000 }, (_, i) => `a${i}=b`).join(' ')}>甲</p>`],
  ['open quotes', '<p a="'.repeat(20_000)],
  ['open comments', `<p>甲</p>${'<!-- '.repeat(50_000)}`],
  ['open style comments', `<style>${'/* '.repeat(20_000)}</style><p>甲</p>`],
  ['blanks', `<p>甲${' \u3000'.repeat(100_000)}</p>`],
])('many %s take no time', async (_, html) => {
  expect(await timed(() => readHtml(bytesOf(html)))).toMatchObject({ mediaType: 'text/html' });
});
