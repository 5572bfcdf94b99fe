import { readHtml } from '../../../src/read/html/index.js';
import { bytesOf, printed, tablesOf } from '../helpers.js';

/** Tables for narrow screens, whose cells bear the names of their columns. */

const tableOf = async (...rows: string[]) =>
  printed(tablesOf(await readHtml(bytesOf(`<html><body><table>${rows.join('')}</table></body></html>`)))[0]);
const named = (label: string, a: string, b: string) =>
  `<tr><td>${label}</td><td data-title="结果维持">${a}</td><td data-title="总计">${b}</td></tr>`;

test('names that only the style sheet prints are the header', async () => {
  expect(await tableOf(named('行政复议', '1', '2'), named('复议后起诉', '', '3'))).toEqual([
    '0: 1:结果维持 2:总计',
    '0:行政复议 1:1 2:2',
    '0:复议后起诉 1: 2:3',
  ]);
});

test('a header that is printed is not printed twice', async () => {
  const header = '<tr><th></th><th>结果维持</th><th>总计</th></tr>';
  expect(await tableOf(header, named('行政复议', '1', '2'))).toEqual([
    '0: 1:结果维持 2:总计',
    '0:行政复议 1:1 2:2',
  ]);
});

test('rows whose names differ have no header', async () => {
  const other = named('复议后起诉', '4', '3').replace('总计', '结果纠正');
  expect(await tableOf(named('行政复议', '1', '2'), other)).toEqual([
    '0:行政复议 1:1 2:2',
    '0:复议后起诉 1:4 2:3',
  ]);
});
