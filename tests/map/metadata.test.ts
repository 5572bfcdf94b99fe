import { readMetadata } from '../../src/map/metadata/index.js';
import { agencyInTitle, yearInTitle } from '../../src/map/metadata/title.js';
import type { Document } from '../../src/model/document.js';
import { document, paragraphs, table } from './documents.js';

const same = (text: string) => text;
const read = (source: Document) => readMetadata(source, same);

test.each([
  ['洪泽区人民政府2023年政府信息公开工作年度报告', '洪泽区人民政府', '2023'],
  ['2023年度某某县水利局政府信息公开工作年度报告', '某某县水利局', '2023'],
  ['2025湖口县大垅乡2025年度政府信息公开工作年度报告', '湖口县大垅乡', '2025'],
  ['关于2021年度政府信息公开工作的年度报告', null, '2021'],
  ['2019年政府信息公开工作年度报告', null, '2019'],
  ['某某镇人民政府信息公开工作二〇二二年度报告', '某某镇人民政府', '2022'],
  ['固阳县下湿壕镇政府信息公开工作2022年度报告', '固阳县下湿壕镇', '2022'],
  ['我局2020年政府信息公开工作年度报告', null, '2020'],
  ['关于某某市财政局2021年政府信息公开工作情况的报告', '某某市财政局', '2021'],
  ['中国气象局2024年政府信息公开工作年度报告', '中国气象局', '2024'],
])('%s', (title, agency, year) => {
  expect(agencyInTitle(title)).toBe(agency);
  expect(yearInTitle(title)).toBe(year);
});

test('a title in two lines', () => {
  const { title, agency, year } = read(
    document(...paragraphs('洪泽区人民政府', '2023年政府信息公开工作年度报告')),
  );
  expect(title.value).toBe('洪泽区人民政府2023年政府信息公开工作年度报告');
  expect(agency).toEqual({ value: '洪泽区人民政府', rule: 'title' });
  expect(year.value).toBe('2023');
});

test('the last word of a title on a line of its own', () => {
  const { title } = read(
    document(...paragraphs('某某市财政局2020年政府信息公开工作年度', '报告', '一、总体情况')),
  );
  expect(title.value).toBe('某某市财政局2020年政府信息公开工作年度报告');
});

test('the agency from the metadata table when the title has none', () => {
  const fields = table([
    ['索引号', '/2021-None', '发布机构', '某某县审计局'],
    ['发布日期', '2022-01-04', '名称', '—'],
  ]);
  const { agency, publishedOn } = read(
    document(fields, ...paragraphs('2021年政府信息公开工作年度报告', '一、总体情况')),
  );
  expect(agency).toEqual({ value: '某某县审计局', rule: '发布机构' });
  expect(publishedOn).toEqual({ value: '2022-01-04', rule: '发布日期' });
});

test.each(['市政府办', '交通局', '信息公开办', '本机关'])('%s does not name an agency', (name) => {
  const { agency } = read(
    document(...paragraphs('2021年政府信息公开工作年度报告', `发布机构：${name}`, '一、总体情况')),
  );
  expect(agency.value).toBe('');
});

test.each([
  ['本报告统计期限自2023年1月1日起至2023年12月31日止。', '2023-01-01', '2023-12-31'],
  ['数据统计期限为2023年1月1日—12月31日', '2023-01-01', '2023-12-31'],
  ['统计期从2020年1月1日起至202020年12月31日止', '2020-01-01', '2020-12-31'],
  ['统计期从2020年1月1日起至202120年12月31日止', '2020-01-01', ''],
  ['统计期限自202311日到1231日', '2023-01-01', '2023-12-31'],
  ['统计期限自202311日到20221231日', '', ''],
  ['统计时间：20221月1日起至202212月31日', '2022-01-01', '2022-12-31'],
  ['统计期限自2010年1月1日起至2009年12月31日止', '2010-01-01', '2009-12-31'],
  ['统计期限自２０２３年１月１日起至２０２３年１２月３１日止', '2023-01-01', '2023-12-31'],
  ['统计期限自二〇二三年一月一日起至二〇二三年十二月三十一日止', '2023-01-01', '2023-12-31'],
  ['统计期限自 2023 年 1 月 1 日起，至 2023 年 12 月 31 日止', '2023-01-01', '2023-12-31'],
  ['统计期限自2024年□月□日起至2024年12月31日止', '', ''],
  ['统计期限自2024年1月1日□2024年12月31日止', '', ''],
  ['数据核定时间点为2022年12月31日', '', '2022-12-31'],
  ['《条例》自2019年5月15日起施行，统计期限为2022年1月1日至12月31日', '2022-01-01', '2022-12-31'],
  ['《条例》自2019年5月15日起施行', '', ''],
  ['统计时间：2022年1月1日至2022年13月41日', '2022-01-01', ''],
])('%s', (text, start, end) => {
  const { periodStart, periodEnd } = read(document(...paragraphs(text, '一、总体情况')));
  expect([periodStart.value, periodEnd.value]).toEqual([start, end]);
});

test('the year of the period when the title has none', () => {
  const { year } = read(
    document(...paragraphs('统计期限自2023年1月1日起至2023年12月31日止。', '一、总体情况')),
  );
  expect(year).toEqual({ value: '2023', rule: 'statistics period' });
});

test('a source line does not make the media centre the agency', () => {
  const { agency } = read(
    document(...paragraphs('2021年政府信息公开工作年度报告', '来源：某某县融媒体中心', '一、总体情况')),
  );
  expect(agency.value).toBe('');
});

test.each([
  ['我局', '某某县人民政府', ''],
  ['我局', '某某县审计局', '某某县审计局'],
  ['我镇', '某某县审计局', ''],
  ['我县', '某某县人民政府', '某某县人民政府'],
])('a report that says %s and names %s as publisher', (standIn, publisher, expected) => {
  const { agency } = read(
    document(
      ...paragraphs(
        '2021年政府信息公开工作年度报告',
        `发布机构：${publisher}`,
        `现公布${standIn}的年度报告。`,
        '一、总体情况',
      ),
    ),
  );
  expect(agency.value).toBe(expected);
});

test('a list of links to other reports gives neither agency nor year', () => {
  const { agency, year } = read(
    document(
      ...paragraphs(
        '某某县教育局2019年政府信息公开工作年度报告',
        '某某县水利局2020年政府信息公开工作年度报告',
        '2021年政府信息公开工作年度报告',
        '一、总体情况',
      ),
    ),
  );
  expect([agency.value, year.value]).toEqual(['', '2021']);
});
