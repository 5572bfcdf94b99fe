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
  ['惠企政策一览2021- 政府信息公开年报', null, null],
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

test('the year of a link never stands for one of the title that was read in two ways', () => {
  const links = ['2018年政府信息公开工作年度报告', '2019年政府信息公开工作年度报告'];
  const yearUnder = (title: string) =>
    read(document(...paragraphs(...links, title, '一、总体情况'))).year.value;
  expect(yearUnder('合川区人民政府202□年度政府信息公开工作年度报告')).toBe('');
  expect(yearUnder('合川区人民政府政府信息公开工作２０□１年度报告')).toBe('');
  expect(yearUnder('合川区人民政府二□二一年政府信息公开工作年度报告')).toBe('');
  expect(yearUnder('合川区人民政府2021年政府信息公开工作年度报告')).toBe('2021');
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
  ['统计期限自2024年1月1日起至2024年12月3□日止', '2024-01-01', ''],
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

describe('the day of publication', () => {
  const published = (...lines: string[]) =>
    read(document(...paragraphs('某某县水利局2022年政府信息公开工作年度报告', ...lines, '一、总体情况')))
      .publishedOn;

  test.each([
    ['2023-01-24 11:25 来源： 某某县水利局 【字号：大 中 小】 打印'],
    ['2023年01月24日 08:43 某某县水利局 （点击数：12）'],
    ['2023年1月24日 点击：[12]'],
    ['[2023-01-24]'],
  ])('stands without a name under the title: %s', (line) => {
    expect(published(line)).toEqual({ value: '2023-01-24', rule: 'line under the title' });
  });

  test('is not guessed from several, nor from a sentence that begins with a day', () => {
    expect(published('2023-01-24 11:25', '2023-02-03 09:00').value).toBe('');
    expect(published('2022年12月31日止，本机关收到申请3件。').value).toBe('');
  });

  test('comes before the day of the last change and the day of signing', () => {
    expect(published('作者：佚名 更新时间：2023-1-24 点击数：238')).toEqual({
      value: '2023-01-24',
      rule: '更新时间',
    });
    expect(published('2023-01-24 11:25 更新时间：2023-03-01').value).toBe('2023-01-24');
  });
});

test('the name of the site before the title of the page is not that of the agency', () => {
  const source: Document = {
    ...document(
      ...paragraphs('2022年政府信息公开工作年度报告', '发布机构：某某市医疗保障局', '一、总体情况'),
    ),
    metadata: { title: '某某市人民政府 信息公开年报 2022年政府信息公开工作年度报告', tags: {} },
  };
  expect(read(source).agency).toEqual({ value: '某某市医疗保障局', rule: '发布机构' });
});

test('a notice that announces the report carries its title; navigation is none', () => {
  const notice = '关于发布《某某市住房和城乡建设局2023年政府信息公开工作年度报告》的通知';
  const { title, agency, year } = read(
    document(
      ...paragraphs('机构', '公开', '您当前所在位置：首页>公开>政府信息公开年报', notice, '一、总体情况'),
    ),
  );
  expect([title.value, agency.value, year.value]).toEqual([notice, '某某市住房和城乡建设局', '2023']);
  const byName = '某某县审计局关于印发《2023年政府信息公开工作年度报告》的通知';
  expect(agencyInTitle(byName)).toBe('某某县审计局');
});

describe('who the report says it is by', () => {
  const agencyOf = (...lines: string[]) =>
    read(document(...paragraphs('2022年度政府信息公开工作年度报告', '来源：徐州市人民政府', ...lines))).agency
      .value;
  const links = Array.from({ length: 14 }, (_, at) => `链接${at}`);

  test('goes before whom the page has it from', () => {
    expect(
      agencyOf('按照通知要求，由沛县人民政府编制2022年度政府信息公开工作年度报告。', '一、总体情况'),
    ).toBe('沛县人民政府');
    expect(agencyOf('一、总体情况', '2022年工作。')).toBe('徐州市人民政府');
  });

  test('is signed behind the last section, whatever the page prints below', () => {
    const signed = ['一、总体情况', '六、其他需要报告的事项', '无。', '沛县人民政府', '2023年3月4日'];
    expect(agencyOf(...signed, ...links)).toBe('沛县人民政府');
  });
});
