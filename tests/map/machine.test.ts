import { createActor } from 'xstate';
import { Draft } from '../../src/map/walk/draft.js';
import { type FormEvent, formMachine } from '../../src/map/walk/machine.js';
import { readRow } from '../../src/map/walk/reading.js';
import { tableRows } from '../../src/map/walk/rows.js';
import { APPLICANT_LABELS, table } from './documents.js';

const same = (text: string) => text;

function rowEvent(...cells: string[]): FormEvent {
  const [row] = tableRows(table([cells]));
  if (!row) throw new Error('no row');
  return { type: 'ROW', reading: readRow(row, same) };
}

const ZEROS = ['0', '0', '0', '0', '0', '0', '0'];
const APPLICANT_ROW = rowEvent(...APPLICANT_LABELS);
const INTAKE = rowEvent('一、本年新收政府信息公开申请数量', ...ZEROS);
const OTHER_GROUP = rowEvent(
  '（六）其他处理',
  '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
  ...ZEROS,
);
const LONE_OTHER = rowEvent('3.其他', ...ZEROS);
const TOTAL = rowEvent('（七）总计', ...ZEROS);
const heading = (section: 'proactive' | 'applications' | 'remedies' | 'other'): FormEvent => ({
  type: 'HEADING',
  section,
  year: null,
});

/** Walks the events and tells the state reached and the rows noted. */
function walk(...events: FormEvent[]) {
  const draft = new Draft();
  const actor = createActor(formMachine, { input: { draft } });
  actor.start();
  for (const event of events) actor.send(event);
  const state = actor.getSnapshot().value;
  return { state, rows: draft.rows.map(({ table: name, code }) => `${name}/${code}`) };
}

test.each<[string, FormEvent[], unknown]>([
  ['a heading opens table 二', [heading('proactive')], { proactive: 'between' }],
  [
    'a block header opens a block',
    [rowEvent('信息内容', '本年制发件数', '本年废止件数', '现行有效件数')],
    { proactive: 'block' },
  ],
  [
    '第二十条 closes a block',
    [rowEvent('信息内容', '本年处理决定数量'), rowEvent('第二十条第（六）项')],
    { proactive: 'between' },
  ],
  ['applicants open table 三', [APPLICANT_ROW], { applications: 'header' }],
  ['新收 is intake', [APPLICANT_ROW, INTAKE], { applications: 'intake' }],
  [
    '国家秘密 is denied',
    [APPLICANT_ROW, INTAKE, rowEvent('1.属于国家秘密', ...ZEROS)],
    { applications: 'denied' },
  ],
  ['不补正 is other', [APPLICANT_ROW, INTAKE, OTHER_GROUP], { applications: 'other' }],
  ['总计 closes the outcomes', [APPLICANT_ROW, INTAKE, TOTAL], { applications: 'closing' }],
  [
    'results open table 四',
    [rowEvent('结果维持', '结果纠正', '其他结果', '尚未审结', '总计')],
    { remedies: 'header' },
  ],
  [
    'figures follow them',
    [rowEvent('结果维持', '结果纠正', '其他结果', '尚未审结', '总计'), rowEvent('1', '0', '0', '0', '1')],
    { remedies: 'figures' },
  ],
  ['section 五 leaves the form', [APPLICANT_ROW, INTAKE, heading('other')], 'prose'],
])('%s', (_, events, state) => {
  expect(walk(...events).state).toEqual(state);
});

test('其他 is a row only below 其他处理', () => {
  expect(walk(APPLICANT_ROW, INTAKE, OTHER_GROUP, LONE_OTHER).rows).toContain('applications/other_remaining');
  expect(walk(APPLICANT_ROW, INTAKE, LONE_OTHER).rows).not.toContain('applications/other_remaining');
});

test('总计 is a row of table 三, not of table 四', () => {
  expect(walk(APPLICANT_ROW, INTAKE, TOTAL).rows).toContain('applications/outcome_total');
  expect(walk(heading('remedies'), rowEvent('总计', '总计', '总计')).rows).toEqual([]);
});

test('a row of the form that matches nothing is kept', () => {
  expect(walk(APPLICANT_ROW, INTAKE, rowEvent('完全不同的一行', ...ZEROS)).rows).toContain(
    'applications/null',
  );
});

test('rows outside the form are not taken for figures', () => {
  expect(walk(rowEvent('今日访问量', '123'), rowEvent('2023', '12', '31')).rows).toEqual([]);
});
