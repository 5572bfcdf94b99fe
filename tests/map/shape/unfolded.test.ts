import { mapDocument } from '../../../src/map/index.js';
import { APPLICANT_LABELS, document, ITEM_LABELS, type Spec, table } from '../documents.js';

/** A whole report in one table, as a page saved from a spreadsheet is. */

const lone = (text: string): Spec[] => [{ t: text, c: 8 }];
const report = table([
  lone('某某县水利局2023年政府信息公开工作年度报告'),
  lone('本报告所列数据的统计期限自2023年1月1日起至2023年12月31日止。'),
  lone('一、总体情况'),
  lone('（一）主动公开情况。2023年，我局主动公开政府信息182条，收到政府信息公开申请9件。'),
  lone('二、主动公开政府信息情况'),
  lone('第二十条第（五）项'),
  ['信息内容', { t: '本年处理决定数量', c: 7 }],
  ['行政许可', { t: '7', c: 7 }],
  lone('三、收到和处理政府信息公开申请情况'),
  ['', ...APPLICANT_LABELS],
  ...ITEM_LABELS.map((label, row) => [label, String(row + 1), '0', '0', '0', '0', '0', String(row + 1)]),
  lone('五、存在的主要问题及改进情况'),
  lone('无。'),
  lone('某某县水利局'),
  lone('2024年1月17日'),
]);

test('title, prose, headings and signature are text, the rest its tables', async () => {
  const { metadata, cells, narrative } = await mapDocument(document(report));
  expect(metadata.title.value).toBe('某某县水利局2023年政府信息公开工作年度报告');
  expect(metadata.agency.value).toBe('某某县水利局');
  expect(metadata.year.value).toBe('2023');
  expect(metadata.periodEnd.value).toBe('2023-12-31');
  expect(metadata.publishedOn.value).toBe('2024-01-17');
  expect(narrative.statements.length).toBeGreaterThan(0);
  const licensing = cells.find(({ row, column }) => row === 'licensing' && column === 'decisions');
  expect(licensing).toMatchObject({ value: '7', locator: { kind: 'table', table: 1, row: 8, col: 2 } });
  const total = cells.find(({ row, column }) => row === 'outcome_total' && column === 'total');
  expect(total?.value).toMatch(/^\d+$/);
});
