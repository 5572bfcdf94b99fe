import { identify, loadGazetteer } from '../../src/map/identity/index.js';
import { gatherEvidence } from '../../src/map/metadata/evidence.js';
import { trusted } from '../../src/map/recognised.js';
import type { Document } from '../../src/model/document.js';
import type { ReportMetadata } from '../../src/model/report.js';

const NOTHING = { value: '', rule: '' };

const SCAN: Document = {
  mediaType: 'application/pdf',
  blocks: [],
  metadata: { tags: {} },
  pictures: { embedded: 1, linked: 0, recognized: 1 },
};

async function trust(title: string, agency: string): Promise<{ title: string; agency: string }> {
  const metadata: ReportMetadata = {
    title: { value: title, rule: 'title' },
    agency: { value: agency, rule: 'title' },
    year: { value: '2023', rule: 'title' },
    periodStart: NOTHING,
    periodEnd: NOTHING,
    publishedOn: NOTHING,
  };
  const divisions = await loadGazetteer();
  const evidence = gatherEvidence(SCAN, (text) => text);
  const found = trusted(metadata, SCAN, (name, year) => identify(name, year, evidence, divisions), divisions);
  return { title: found.title.value, agency: found.agency.value };
}

describe('the day of publication', () => {
  const published = async (rule: string, ...head: string[]): Promise<string> => {
    const recognition = { readings: [], confidence: 0, agreed: false };
    const locator = { kind: 'line', line: 1 } as const;
    const blocks = [...head, ...(head.length > 3 ? [] : ['一、总体情况'])].map((text) => ({
      kind: 'paragraph' as const,
      text,
      locator,
      recognition,
    }));
    const metadata: ReportMetadata = {
      ...{ title: NOTHING, agency: NOTHING, year: NOTHING, periodStart: NOTHING, periodEnd: NOTHING },
      publishedOn: { value: '2024-02-15', rule },
    };
    const document = { ...SCAN, blocks };
    const divisions = await loadGazetteer();
    const evidence = gatherEvidence(document, (text) => text);
    const identityOf = (name: string, year: string) => identify(name, year, evidence, divisions);
    return trusted(metadata, document, identityOf, divisions).publishedOn.value;
  };

  it('is not that of the signature where the head has another, or one that could not be read', async () => {
    expect(await published('signature', '来源:□2024-02-2414:41:08浏览次数:4442')).toBe('');
    expect(await published('signature', '生成日期□2024年02月24日')).toBe('');
    expect(await published('生成日期', '发布日期□2024-02-2□')).toBe('');
  });

  it('is not one of a head of which nobody knows whether it was read to its end', async () => {
    expect(await published('发文日期', '首页', '索引号', '发布机构', '发文日期:2024-02-15')).toBe('');
  });

  it('stays where nothing speaks against it', async () => {
    expect(
      await published('signature', '当前位置:首页>2023', '统计期限自2023年1月1日起至2023年12月31日'),
    ).toBe('2024-02-15');
    expect(await published('signature', '日期2024年2月15日')).toBe('2024-02-15');
    expect(await published('发布日期', '发文日期:2024年1月2日')).toBe('2024-02-15');
    expect(await published('signature', '一、总体情况', '2023年3月1日起实行')).toBe('2024-02-15');
  });
});

describe('trusted', () => {
  const END = '2023年政府信息公开工作年度报告';

  it('takes back an agency and title in which a county of the city is misread', async () => {
    expect(await trust(`衡水市故城具人民政府${END}`, '衡水市故城具人民政府')).toEqual({
      title: '',
      agency: '',
    });
  });

  it('keeps a name that is right, and adds the last character of a title that a stamp took', async () => {
    const agency = '衡水市故城县人民政府';
    expect(await trust(`${agency}${END.slice(0, -1)}`, agency)).toEqual({ title: `${agency}${END}`, agency });
  });

  it('takes back a town that its county does not have, and keeps one that it has', async () => {
    const misread = '桃江县镍起回族乡人民政府';
    expect(await trust(`${misread}${END}`, misread)).toEqual({ title: '', agency: '' });
    const listed = '桃江县鲊埠回族乡人民政府';
    expect(await trust(`${listed}${END}`, listed)).toEqual({ title: `${listed}${END}`, agency: listed });
  });

  it('takes back a name whose place nobody knows, and the title with it', async () => {
    const misread = '洛阳市优师市人民政府';
    expect(await trust(`${misread}${END}`, misread)).toEqual({ title: '', agency: '' });
  });

  it('gives no title with a character that nobody could read', async () => {
    expect((await trust(`□师市人民政府${END}`, '')).title).toBe('');
  });
});
