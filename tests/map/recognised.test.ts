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
