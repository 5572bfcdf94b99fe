import { coloured, renderJson, renderText, tablesWithItem } from '../../src/write/explain/index.js';
import { cut, displayWidth, padLeft } from '../../src/write/width.js';
import { HOSTILE, someExplanation, someFinding } from './explained.js';

const text = async (rest: Partial<Parameters<typeof renderText>[1]> = {}) =>
  renderText(await someExplanation(), { source: 'report.html', width: 120, ...rest });
const lineWith = (all: string, part: string) => all.split('\n').find((line) => line.includes(part)) ?? '';

test('a mapped row: label, values with the signs of their states, code; below it the row as found', async () => {
  const lines = (await text()).split('\n');
  const at = lines.findIndex((line) => line.endsWith('  received_new'));
  expect(lines[at]).toMatch(
    /^ {2}一、本年新收政府信息公开申请数量 +20 +3\* +- +- +\? +0 +25 {2}received_new$/,
  );
  expect(lines[at + 1]).toMatch(
    /^ {4}exact {2}table 1 row 4 col 1 {2}一、本年新收政府信息公开申请数量 \| 20 \| 3（含修订1件）/,
  );
  expect(lines.slice(at + 2, at + 4).join('\n')).toBe(
    '    * noted: 商业企业 “3（含修订1件）” table 1 row 4 col 5: a number with a remark or a unit\n' +
      '    ? unreadable: 法律服务机构 “无法统计” table 1 row 4 col 8: the text is not a number',
  );
});

test('values stand below each other', async () => {
  const all = await text();
  const end = (code: string) => displayWidth(lineWith(all, `  ${code}`).replace(/ {2}\w+$/, ''));
  expect(end('received_new')).toBe(end('denied_state_secret'));
});

test('a misprinted label is told with its score', async () => {
  expect(await text()).toMatch(
    /similar \d+% {2}table 1 row 9 col 3 {2}2\.其他法律行政止公开[^\n]*\n +the printed label differs/,
  );
});

test('header, columns, metadata with rules, unmapped rows and other tables', async () => {
  const all = await text();
  expect(all).toContain('columns 自然人 4, 商业企业 5');
  expect(lineWith(all, '  agency ')).toContain('某某县水利局  (named in the title)');
  expect(all).toMatch(/! table 1 row 11 col 3: the label is not one of the form\n[^\n]*本省自定的一行/);
  expect(all).toMatch(/table 3 \(1 rows, table 3 row 1 col 1\): no row carries a label of the form/);
  expect(all).toContain(
    '四、政府信息公开行政复议、行政诉讼情况  Administrative review and litigation (remedies)\n  not found',
  );
});

test('what is printed cannot command the terminal', async () => {
  const all = await text();
  for (const sign of ['\u001b', '\u202e']) {
    expect(all).not.toContain(sign);
    expect(HOSTILE.cell).toContain(sign);
  }
});

test('colours only on request, and they change no width', async () => {
  const painted = await text({ paint: coloured });
  expect(painted).toContain('\u001b[');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the colours are control characters
  expect(painted.replace(/\u001b\[[\d;]*m/g, '')).toBe(await text());
});

test('a selection leaves the rest out', async () => {
  const all = await text({ selection: { tables: [], items: ['licensing'] } });
  expect(all).toContain('162  licensing');
  expect(all).not.toMatch(/received_new|Metadata|Outside the form/);
  expect(await text({ selection: { tables: ['remedies'], items: [] } })).not.toContain('licensing');
});

test('as JSON', async () => {
  const { tables, ...rest } = JSON.parse(renderJson(await someExplanation(), { source: 'report.html' }));
  expect(rest).toMatchObject({
    source: 'report.html',
    status: 'partial',
    metadata: { agency: { rule: 'title' } },
  });
  const applications = tables.find(({ table }: { table: string }) => table === 'applications');
  expect(applications.rows[0]).toMatchObject({
    code: 'received_new',
    match: 'exact',
    score: 1,
    header: expect.any(Number),
  });
  expect(applications.cells[1]).toMatchObject({
    row: 'received_new',
    column: 'commercial_enterprise',
    value: '3',
    state: 'noted',
    raw: '3（含修订1件）',
    locator: 'table 1 row 4 col 5',
    reason: 'placed by the header row',
  });
});

test('codes of rows and of paths can be asked for', () => {
  expect(tablesWithItem('granted')).toEqual(['applications']);
  expect(tablesWithItem('review')).toEqual(['remedies']);
  expect(tablesWithItem('nonsense')).toEqual([]);
});

test('widths count Chinese characters as two', () => {
  expect(displayWidth('一a（')).toBe(5);
  expect(padLeft('一', 4)).toBe('  一');
  expect(cut('一二三四', 7)).toBe('一二三…');
  expect(cut('一二三四', 6)).toBe('一二…');
  expect(cut('一二', 4)).toBe('一二');
});

describe('findings of the audit', () => {
  const finding = someFinding();

  test('stand between metadata and tables, with severity, rule and both languages', async () => {
    const lines = (await text({ findings: [finding] })).split('\n');
    const at = lines.indexOf('Findings of the audit');
    expect(lines[at + 1]).toBe(`  error    ${finding.zh}  (applicant_sum)`);
    expect(lines[at + 2]).toMatch(/^ {11}the applicants must sum to the total {2}?\S/);
    expect(lines.slice(at).join('\n')).not.toContain('\u001b');
    expect(await text()).not.toContain('Findings of the audit');
  });

  test('in JSON carry the sum and the cells', async () => {
    const json = JSON.parse(renderJson(await someExplanation(), { source: 'r', findings: [finding] }));
    expect(json.findings).toHaveLength(1);
    expect(json.findings[0]).toMatchObject({
      rule: 'applicant_sum',
      expected: '23',
      actual: '25',
      cells: [{ row: 'received_new', column: 'total', locator: 'table 2 row 4 col 10' }],
    });
  });

  test('of another table are left out with it', async () => {
    const remedies = { tables: ['remedies'], items: [] } as const;
    expect(await text({ findings: [finding], selection: remedies })).not.toContain('applicant_sum');
  });
});
