import { mapDocument } from '../../../src/map/index.js';
import type { FormCell, MappedReport } from '../../../src/model/report.js';
import { readHtml } from '../../../src/read/html/index.js';
import { readText } from '../../../src/read/text/index.js';
import { bytesOf } from '../../read/helpers.js';
import {
  APPLICANT_CODES,
  APPLICANT_LABELS,
  document,
  ITEM_CODES,
  ITEM_LABELS,
  paragraphs,
  RESULTS,
  table,
} from '../documents.js';

/** Values printed with their names: lists, cards, sentences, sheets with one value a row. */

const PATHS = ['行政复议', '行政诉讼（未经复议直接起诉）', '行政诉讼——复议后起诉'];
const PATH_CODES = ['review', 'litigation_direct', 'litigation_after_review'];
const RESULT_CODES = ['upheld', 'corrected', 'other_result', 'pending', 'total'];

/** A figure that tells its row and its column; every fourth is blank. */
const figure = (row: number, col: number): string =>
  (row + col) % 4 === 3 ? '' : String(100 * (row + 1) + col);

/** Every cell as `row/column` → its value, or its state where it has none. */
function shown({ cells }: MappedReport): ReadonlyMap<string, string> {
  const show = ({ state, value }: FormCell) => (value === '' ? state : value);
  return new Map(cells.map((cell) => [`${cell.row}/${cell.column}`, show(cell)]));
}

function expectWhole(cells: ReadonlyMap<string, string>): void {
  for (const [item, code] of ITEM_CODES.entries())
    for (const [at, applicant] of APPLICANT_CODES.entries())
      expect([code, applicant, cells.get(`${code}/${applicant}`)]).toEqual([
        code,
        applicant,
        figure(item, at) || 'blank',
      ]);
  for (const [path, code] of PATH_CODES.entries())
    for (const [at, result] of RESULT_CODES.entries())
      expect([code, result, cells.get(`${code}/${result}`)]).toEqual([
        code,
        result,
        figure(path, at) || 'blank',
      ]);
}

/** The rows of tables 三 and 四 under their headings, each written by `row`. */
function pageOf(
  row: (label: string, names: readonly string[], figures: readonly string[]) => string,
): string {
  const items = ITEM_LABELS.map((label, item) =>
    row(
      label,
      APPLICANT_LABELS,
      APPLICANT_LABELS.map((_, at) => figure(item, at)),
    ),
  );
  const paths = PATHS.map((label, path) =>
    row(
      label,
      RESULTS,
      RESULTS.map((_, at) => figure(path, at)),
    ),
  );
  const headings = ['三、收到和处理政府信息公开申请情况', '四、政府信息公开行政复议、行政诉讼情况'];
  return `<html><body><h3>${headings[0]}</h3>${items.join('')}<h3>${headings[1]}</h3>${paths.join('')}<h3>五、存在的主要问题</h3></body></html>`;
}

const mapped = async (page: string) => shown(await mapDocument(await readHtml(bytesOf(page))));

describe('values with their names', () => {
  test('in a definition list, in one line with a colon', async () => {
    const page = pageOf(
      (label, names, figures) =>
        `<dl><dt>${label}</dt>${names.map((name, at) => `<dd>${name}：${figures[at]}${figures[at] ? '件' : ''}</dd>`).join('')}</dl>`,
    );
    expectWhole(await mapped(page));
  });

  test('in cards, a name and its value in elements of their own', async () => {
    const page = pageOf(
      (label, names, figures) =>
        `<div>${label}</div><ul>${names.map((name, at) => `<li><span>${name}</span> <em>${figures[at]}</em></li>`).join('')}</ul>`,
    );
    expectWhole(await mapped(page));
  });

  test('in a list of names and values one below the other, a blank one without a trace', async () => {
    const page = pageOf(
      (label, names, figures) =>
        `<h4>${label}</h4><dl>${names.map((name, at) => `<dt>${name}</dt>${figures[at] ? `<dd>${figures[at]}</dd>` : ''}`).join('')}</dl>`,
    );
    expectWhole(await mapped(page));
  });

  test('in sentences, as texts for screen readers have them', async () => {
    const page = pageOf(
      (label, names, figures) =>
        `<p>${label}：${names.map((name, at) => `${name}${figures[at] || '—'}${figures[at] ? '件' : ''}`).join('，')}。</p>`,
    );
    expectWhole(await mapped(page));
  });

  test('in a sheet with one value in each row', async () => {
    const rows = (labels: readonly string[], names: readonly string[]) =>
      labels.flatMap((label, row) =>
        names.map(
          (name, at) =>
            `2023,某镇,"${label.replace('（', '(').replace('）', ')')}",${name},${figure(row, at)}`,
        ),
      );
    const lines = [
      '年度,单位,项目,对象,数值',
      ...rows(ITEM_LABELS, APPLICANT_LABELS),
      ...rows(PATHS, RESULTS),
    ];
    expectWhole(shown(await mapDocument(await readText(bytesOf(lines.join('\n')), false))));
  });

  test('a table for each path of table 四 below its name', async () => {
    const small = (path: number) => table([[...RESULTS], RESULTS.map((_, at) => figure(path, at))], path + 1);
    const blocks = PATHS.flatMap((label, path) => [...paragraphs(label), small(path)]);
    const cells = shown(
      await mapDocument(document(...paragraphs('四、政府信息公开行政复议、行政诉讼情况'), ...blocks)),
    );
    for (const [path, code] of PATH_CODES.entries())
      expect(RESULT_CODES.map((result) => cells.get(`${code}/${result}`))).toEqual(
        RESULTS.map((_, at) => figure(path, at) || 'blank'),
      );
  });

  test('table 二 with the names of its measures', async () => {
    const cells = await mapped(
      '<p>二、主动公开政府信息情况</p><h4>第二十条第（一）项</h4><p>规章</p><p>本年制发件数：1</p><p>本年废止件数：2</p><p>现行有效件数：30</p><p>行政规范性文件</p><p>本年制发件数：</p><p>本年废止件数：5</p><p>现行有效件数：6</p><h4>第二十条第（五）项</h4><p>行政许可</p><p>本年处理决定数量：7</p><h4>第二十条第（六）项</h4><p>行政处罚</p><p>本年处理决定数量：8</p><p>行政强制</p><p>本年处理决定数量：9</p><h4>第二十条第（八）项</h4><p>行政事业性收费</p><p>本年收费金额（单位：万元）：10.5</p><p>收到申请：自然人维持自然人、自然人、自然人、自然人</p><p>维持</p><p>维持</p>',
    );
    expect(Object.fromEntries(cells)).toMatchObject({
      'regulations/issued': '1',
      'regulations/repealed': '2',
      'regulations/in_force': '30',
      'normative_documents/issued': 'blank',
      'normative_documents/in_force': '6',
      'licensing/decisions': '7',
      'penalties/decisions': '8',
      'coercion/decisions': '9',
      'fees/amount_10k_cny': '10.5',
    });
  });
});

describe('amounts keep their unit', () => {
  const rows = ['行政许可', '行政处罚', '行政强制'];
  const fees = async (...lines: string[]) => {
    const others = rows.flatMap((label) => [label, '本年处理决定数量：1']);
    const enough = ITEM_LABELS.slice(0, 5).flatMap((label) => [
      label,
      ...APPLICANT_LABELS.map((name) => `${name}：1`),
    ]);
    const blocks = paragraphs(
      '二、主动公开政府信息情况',
      ...others,
      ...lines,
      '三、收到和处理政府信息公开申请情况',
      ...enough,
    );
    return shown(await mapDocument(document(...blocks))).get('fees/amount_10k_cny');
  };

  test.each([
    [['行政事业性收费', '本年收费金额（单位：元）：251000'], '25.1'],
    [['行政事业性收费', '本年收费金额：251000元'], '25.1'],
    [['行政事业性收费（单位：元）', '本年收费金额：251000'], '25.1'],
    [['行政事业性收费', '本年收费金额（单位：万元）：25.1'], '25.1'],
  ])('%j', async (lines, value) => {
    expect(await fees(...lines)).toBe(value);
  });

  test('of a remark above the amount nobody knows how far it reaches', async () => {
    expect((await fees('单位：元', '行政事业性收费', '本年收费金额：251000')) ?? '').not.toMatch(/\d/);
  });

  test('in a column of a sheet with one value in each row', async () => {
    const sheet = ITEM_LABELS.flatMap((label) =>
      APPLICANT_LABELS.map((name) => `${label.replace(/，/g, '')},${name},件,1`),
    );
    const lines = [
      ...rows.map((label) => `${label},本年处理决定数量,件,1`),
      '行政事业性收费,本年收费金额,元,251000',
    ];
    const read = async (...all: string[]) =>
      shown(await mapDocument(await readText(bytesOf(all.join('\n')), false))).get('fees/amount_10k_cny');
    expect(await read(...lines, ...sheet)).toBe('25.1');
    const inHeader = lines.map((line) => line.replace(/,[件元],/, ',,'));
    expect((await read('项目,指标,,数值（元）', ...inHeader, ...sheet)) ?? '').not.toMatch(/\d/);
  });
});

describe('names before all of their figures', () => {
  const RESULT_LINE = RESULTS.join(' ');
  const paths = (...lines: (readonly string[])[]) =>
    paragraphs(
      ...APPLICANT_LABELS,
      '四、政府信息公开行政复议、行政诉讼情况',
      ...PATHS.flatMap((label, at) => [label, ...(lines[at] ?? [])]),
      '五、存在的主要问题',
    );
  const values = async (...lines: (readonly string[])[]) => {
    const cells = shown(await mapDocument(document(...paths(...lines))));
    return PATH_CODES.map((code) =>
      RESULT_CODES.map((result) => cells.get(`${code}/${result}`) ?? 'absent').join(' '),
    );
  };

  test('in lines, perhaps behind a word that says what they are', async () => {
    const lines = [RESULT_LINE, '数量 3 0 1 15 19'];
    expect(await values(lines, lines, lines)).toEqual(Array(3).fill('3 0 1 15 19'));
  });

  test('one below the other, an empty line for a blank one where the sum bears it out', async () => {
    const lines = [...RESULTS, '', '9', '1', '', '10'];
    expect(await values(lines, lines, lines)).toEqual(Array(3).fill('blank 9 1 blank 10'));
    const wrong = [...RESULTS, '', '9', '1', '', '11'];
    expect((await values(lines, lines, wrong)).join(' ')).not.toMatch(/\d/);
  });
});

describe('what only looks like values with their names', () => {
  const some = ITEM_LABELS.slice(0, 8);
  const lines = (...between: string[]) =>
    paragraphs(
      '三、收到和处理政府信息公开申请情况',
      ...some.flatMap((label, at) => [
        label,
        ...(at === 3 ? between : []),
        ...APPLICANT_LABELS.map((name) => `${name}：${at}`),
      ]),
    );

  test('a figure without a name leaves all of the table unread', async () => {
    expect(shown(await mapDocument(document(...lines()))).get('received_new/natural_person')).toBe('0');
    const torn = shown(await mapDocument(document(...lines('17'))));
    expect([...torn.values()].filter((value) => /^\d/.test(value))).toEqual([]);
  });

  test('names before figures of which one is missing do not become blank cells', async () => {
    const paths = PATHS.flatMap((label) => [label, ...RESULTS, '1', '2', '3', '4']);
    const cells = shown(
      await mapDocument(document(...paragraphs('四、政府信息公开行政复议、行政诉讼情况', ...paths))),
    );
    expect([...cells.values()].filter((value) => value === 'blank' || /^\d/.test(value))).toEqual([]);
  });

  test('figures of the narrative are none of the table', async () => {
    const narrative = some.map((label) => `${label}：自然人9件，商业企业9件，总计99件。`);
    const real = table([
      ['', ...APPLICANT_LABELS],
      ...some.map((label) => [label, '1', '0', '0', '0', '0', '0', '1']),
    ]);
    const cells = shown(await mapDocument(document(...paragraphs(...narrative), real)));
    expect(cells.get('received_new/natural_person')).toBe('1');
    expect([...cells.values()]).not.toContain('9');
  });
});
