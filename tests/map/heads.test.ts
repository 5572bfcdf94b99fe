/** Headers and footers as found on pages, with what a careful reader takes from them. */
import { mapDocument } from '../../src/map/index.js';
import { readMetadata } from '../../src/map/metadata/index.js';
import type { Document } from '../../src/model/document.js';
import { document, paragraphs, table } from './documents.js';

const same = (text: string) => text;
const read = (...lines: string[]) => readMetadata(document(...paragraphs(...lines, '一、总体情况')), same);
const foot = (...lines: string[]) =>
  readMetadata(
    document(...paragraphs('2023年政府信息公开工作年度报告', '一、总体情况', '无', ...lines)),
    same,
  );

describe('titles', () => {
  test.each([
    ['桃江县松木塘镇人民政府２０２３年政府信息公开工作年度报告', '桃江县松木塘镇人民政府', '2023'],
    ['桃江县水利局二○二一年政府信息公开工作年度报告', '桃江县水利局', '2021'],
    ['桃江县水利局二Ｏ二一年政府信息公开工作年度报告', '桃江县水利局', '2021'],
    ['桃江县水利局二零二零年度政府信息公开年度报告', '桃江县水利局', '2020'],
    ['昌图县七家子镇2023年政府信息公开工作告年度报', '昌图县七家子镇', '2023'],
    ['阎良区机关事务服务中心政府信息公开工作2021年度报告', '阎良区机关事务服务中心', '2021'],
    ['2022年政府信息公开工作年度报告（国家税务总局桃江县税务局）', '国家税务总局桃江县税务局', '2022'],
    ['【年报】绩溪县气象局2022年政府信息公开工作年度报告', '绩溪县气象局', '2022'],
    ['关于宁强县自然资源局2021年度政府信息公开情况的报告', '宁强县自然资源局', '2021'],
    ['水利部2022年政府信息公开工作年度报告', '水利部', '2022'],
    ['新疆生产建设兵团第八师2022年政府信息公开工作年度报告', '新疆生产建设兵团第八师', '2022'],
    ['苏州工业园区管理委员会2022年政府信息公开工作年度报告', '苏州工业园区管理委员会', '2022'],
    ['椒江区供销合作社联合社2022年政府信息公开工作年度报告', '椒江区供销合作社联合社', '2022'],
    ['文山州生态环境局马关分局2023年政府信息公开工作年度报告', '文山州生态环境局马关分局', '2023'],
    ['丽水市人民政府政府信息公开年度报告（2024年度）', '丽水市人民政府', '2024'],
    ['我镇2022年政府信息公开工作年度报告', '', '2022'],
    ['某博官网局2022年政府信息公开工作年度报告', '', '2022'],
  ])('%s', (title, agency, year) => {
    const found = read(title);
    expect([found.agency.value, found.year.value, found.title.value]).toEqual([agency, year, title]);
  });

  test.each([
    [['洪泽区人民政府2023年', '政府信息公开工作年度报告'], '洪泽区人民政府', '2023'],
    [['洪泽区人民政府关于2023年度', '政府信息公开工作年度报告'], '洪泽区人民政府', '2023'],
    [['宁强县自然资源局2021年政府信息公开工', '作年度报告'], '宁强县自然资源局', '2021'],
    [['丽水市人民政府政府信息公开年度报告', '（2024年度）'], '丽水市人民政府', '2024'],
    [['桃江县', '2020年政府信息公开工作年度报告'], '桃江县', '2020'],
  ])('%j is one title', (lines, agency, year) => {
    const found = read(...lines);
    expect([found.agency.value, found.year.value]).toEqual([agency, year]);
    expect(found.title.value).toBe(lines.join(''));
  });

  test('links to other reports before a title in two lines', () => {
    const links = [2020, 2021, 2022].map((year) => `${year}年政府信息公开工作年度报告`);
    const found = read(...links, '绩溪县审计局２０２３年政府信息公开工', '作年度报告');
    expect([found.agency.value, found.year.value]).toEqual(['绩溪县审计局', '2023']);
  });
});

describe('names outside the title', () => {
  const title = '2022年政府信息公开工作年度报告';

  test.each([
    ['现公布绩溪县审计局2022年政府信息公开工作年度报告。', '绩溪县审计局', 'preface'],
    ['本报告由绩溪县审计局根据《条例》编制。', '绩溪县审计局', 'preface'],
    ['我局编制本报告。请与绩溪县审计局政策法规科联系（电话：0563-8151234）。', '绩溪县审计局', 'contact'],
    ['我县编制本报告。请与绩溪县人民政府办公室联系（电话：8151234）。', '绩溪县人民政府', 'contact'],
    ['我办编制本报告。请与绩溪县人民政府办公室联系（电话：8151234）。', '绩溪县人民政府办公室', 'contact'],
    ['联系单位：桃江县松木塘镇人民政府，通讯地址：人民路1号。', '桃江县松木塘镇人民政府', 'contact'],
    ['来源：绩溪县审计局日期：2023-01-12阅读：22', '绩溪县审计局', '来源'],
    ['发布机构：绩溪县审计局', '绩溪县审计局', '发布机构'],
    ['来源：绩溪县融媒体中心', '', ''],
    ['来源：某博官网 发布时间：2023-01-12', '', ''],
    ['申请人可以向绩溪县人民政府办公室提出申请。', '', ''],
    ['我局编制本报告。发布机构：市政府办', '', ''],
    ['请与绩溪县审计局联系，也可向宣城市审计局咨询。', '', ''],
  ])('%s', (line, agency, rule) => {
    expect(read(title, line).agency).toEqual({ value: agency, rule });
  });

  test.each([
    [['绩溪县审计局', '2023年1月20日'], '绩溪县审计局', '2023-01-20'],
    [['绩溪县审计局 2023年1月20日'], '绩溪县审计局', '2023-01-20'],
    [['绩溪县审计局', '二〇二四年一月二十日'], '绩溪县审计局', '2024-01-20'],
    [['绩溪县审计局', '二○二三年十二月三十一日'], '绩溪县审计局', '2023-12-31'],
    [['我局', '（2024年1月5日）'], '', '2024-01-05'],
    [['我局二〇二四年一月十日'], '', '2024-01-10'],
    [['全年召开会议2次，截至2023年12月31日。'], '', ''],
  ])('the foot %j', (lines, agency, day) => {
    const found = foot(...lines);
    expect([found.agency.value, found.publishedOn.value]).toEqual([agency, day]);
  });

  test('the title wins over an agency copied from another report', () => {
    const { agency } = read(
      '耀州区气象局2021年政府信息公开工作年度报告',
      '现公布耀州区人民政府办公室2021年政府信息公开工作年度报告。',
    );
    expect(agency).toEqual({ value: '耀州区气象局', rule: 'title' });
  });
});

describe('days', () => {
  const withFields = (...rows: string[][]): Document =>
    document(table(rows), ...paragraphs('2021年政府信息公开工作年度报告', '一、总体情况'));

  test.each([
    [[['成文日期', '2022-01-04', '发布日期', '2022-01-18']], '2022-01-18', '发布日期'],
    [[['发文日期', '2022年01月04日', '索引号', '2021-00012']], '2022-01-04', '发文日期'],
    [[['索引号', '/2021-None', '生成日期', '2022.1.4']], '2022-01-04', '生成日期'],
    [[['发布日期', '1970-01-01', '成文日期', '2022-01-04']], '2022-01-04', '成文日期'],
    [[['发布日期', '2022-13-41', '成文日期', '']], '', ''],
  ])('%j', (rows, day, rule) => {
    expect(readMetadata(withFields(...rows), same).publishedOn).toEqual({ value: day, rule });
  });
});

describe('region', () => {
  const regionOf = async (...lines: string[]) =>
    (await mapDocument(document(...paragraphs(...lines, '一、总体情况')))).identity;
  const title = (name: string) => `${name}2022年政府信息公开工作年度报告`;

  test.each([
    ['鼓楼区人民政府', '电话：025-83230000', '320106'],
    ['鼓楼区人民政府', '电话：0516-83230000', '320302'],
    ['鼓楼区人民政府', '电话：0512-65230000', ''],
    ['鼓楼区人民政府', '电话：83230000', ''],
    ['中山街道办事处', '请致电我街道（电话：021-57830000）。', '310117004'],
    ['辽宁省大连长兴岛经济技术开发区管理委员会', '', '210200'],
    ['南京市鼓楼区人民政府', '电话：0512-65230000', '320106'],
  ])('%s, %s', async (name, line, code) => {
    expect((await regionOf(title(name), line)).regionCode).toBe(code);
  });

  test('what stays open has its candidates', async () => {
    const { regionCode, candidates } = await regionOf(title('鼓楼区人民政府'));
    expect([regionCode, candidates.length]).toEqual(['', 4]);
  });
});
