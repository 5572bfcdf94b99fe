import { readDocx } from '../../../src/read/docx/index.js';
import { bytesOf, docx, paragraphsOf, printed, tablesOf, tc, tr, zip } from '../helpers.js';

const table = async (rows: string) => printed(tablesOf(await readDocx(docx(`<w:tbl>${rows}</w:tbl>`)))[0]);
const p = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
const SPAN = (n: number) => `<w:gridSpan w:val="${n}"/>`;
const TOP = '<w:vMerge w:val="restart"/>';
const BELOW = '<w:vMerge/>';

describe('merged cells', () => {
  test('gridSpan and vMerge', async () => {
    const rows =
      tr(tc('项', TOP + SPAN(2)) + tc('自然人') + tc('总计', TOP)) +
      tr(tc('', BELOW + SPAN(2)) + tc('1') + tc('', BELOW));
    expect(await table(rows)).toEqual(['0:项[2x2] 2:自然人 3:总计[2x1]', '2:1']);
  });

  test('a bookmark between rows or cells changes nothing', async () => {
    const mark = '<w:bookmarkStart w:id="1" w:name="b"/><w:bookmarkEnd w:id="1"/>';
    const rows = tr(tc('甲', TOP) + mark + tc('1')) + mark + tr(tc('', BELOW) + tc('2'));
    expect(await table(rows)).toEqual(['0:甲[2x1] 1:1', '1:2']);
  });

  test('gridBefore shifts a row, also for vertical merges', async () => {
    const rows =
      tr(tc('一') + tc('甲', TOP) + tc('1')) +
      tr(tc('', BELOW) + tc('2'), '<w:gridBefore w:val="1"/>') +
      tr(tc('二') + tc('乙') + tc('3'));
    expect(await table(rows)).toEqual(['0:一 1:甲[2x1] 2:1', '2:2', '0:二 1:乙 2:3']);
  });

  test('legacy hMerge', async () => {
    const rows =
      tr(tc('甲', '<w:hMerge w:val="restart"/>') + tc('', '<w:hMerge/>') + tc('1')) +
      tr(tc('a') + tc('b') + tc('2'));
    expect(await table(rows)).toEqual(['0:甲[1x2] 2:1', '0:a 1:b 2:2']);
  });

  test('content controls around rows and cells', async () => {
    const sdt = (inner: string) => `<w:sdt><w:sdtPr/><w:sdtContent>${inner}</w:sdtContent></w:sdt>`;
    const rows = sdt(tr(tc('甲', TOP) + sdt(tc('1')))) + tr(tc('', BELOW) + tc('2'));
    expect(await table(rows)).toEqual(['0:甲[2x1] 1:1', '1:2']);
  });

  test('a continuation of another width stays a cell of its own', async () => {
    const rows = tr(tc('甲', TOP + SPAN(2)) + tc('1')) + tr(tc('', BELOW) + tc('2') + tc('3'));
    expect(await table(rows)).toEqual(['0:甲[1x2] 2:1', '0: 1:2 2:3']);
  });

  test('an earlier state of the properties does not count', async () => {
    const old = '<w:tcPrChange w:id="1" w:author="x"><w:tcPr><w:gridSpan w:val="3"/></w:tcPr></w:tcPrChange>';
    expect(await table(tr(tc('甲', old) + tc('1')) + tr(tc('乙') + tc('2')))).toEqual([
      '0:甲 1:1',
      '0:乙 1:2',
    ]);
  });
});

describe('text', () => {
  const run = (inner: string) => `<w:r>${inner}</w:r>`;
  const cellText = async (inner: string) => {
    const cell = `<w:tc>${inner}</w:tc>`;
    return (await table(tr(tc('甲') + cell) + tr(tc('乙') + tc('2'))))[0];
  };

  test('tracked changes: inserted text shows, deleted text does not', async () => {
    const del = `<w:del w:id="1">${run('<w:delText>9</w:delText>')}</w:del>`;
    const ins = `<w:ins w:id="2">${run('<w:t>2</w:t>')}</w:ins>`;
    expect(await cellText(`<w:p>${run('<w:t>1</w:t>')}${del}${ins}</w:p>`)).toBe('0:甲 1:12');
  });

  test('hidden text does not show', async () => {
    const hidden = run('<w:rPr><w:vanish/></w:rPr><w:t>9</w:t>');
    expect(await cellText(`<w:p>${hidden}${run('<w:t>1</w:t>')}</w:p>`)).toBe('0:甲 1:1');
  });

  test('fields and ruby show their text', async () => {
    const field = `<w:fldSimple w:instr="X">${run('<w:t>7</w:t>')}</w:fldSimple>`;
    expect(await cellText(`<w:p>${field}</w:p>`)).toBe('0:甲 1:7');
    const ruby = `<w:ruby><w:rt>${run('<w:t>gong</w:t>')}</w:rt><w:rubyBase>${run('<w:t>公</w:t>')}</w:rubyBase></w:ruby>`;
    expect(await cellText(`<w:p>${run(ruby)}</w:p>`)).toBe('0:甲 1:公');
  });

  test('lines, tabs, hyphens, footnote marks', async () => {
    expect(await cellText(`<w:p>${run('<w:t>1</w:t><w:br/><w:t>2</w:t>')}</w:p>`)).toBe('0:甲 1:1 2');
    expect(await cellText(p('新') + p('收'))).toBe('0:甲 1:新收');
    expect(await cellText(`<w:p>${run('<w:t>1</w:t><w:tab/><w:t>2</w:t>')}</w:p>`)).toBe('0:甲 1:1 2');
    expect(await cellText(`<w:p>${run('<w:t>1</w:t><w:noBreakHyphen/><w:t>2</w:t>')}</w:p>`)).toBe(
      '0:甲 1:1\u20112',
    );
    const raised = run('<w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>1</w:t>');
    expect(await cellText(`<w:p>${run('<w:t>5</w:t>')}${raised}</w:p>`)).toBe('0:甲 1:5¹');
    const struck = run('<w:rPr><w:strike/></w:rPr><w:t>9</w:t>');
    expect(await cellText(`<w:p>${struck}${run('<w:t>5</w:t>')}</w:p>`)).toBe('0:甲 1:5');
    expect(await cellText(`<w:p>${struck}</w:p>`)).toBe('0:甲 1:~~9~~');
    const lifted = run('<w:rPr><w:position w:val="6"/><w:sz w:val="14"/></w:rPr><w:t>1</w:t>');
    expect(await cellText(`<w:p>${run('<w:t>5</w:t>')}${lifted}</w:p>`)).toBe('0:甲 1:5¹');
  });

  test('paragraphs and headings', async () => {
    const styles = `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/></w:style></w:styles>`;
    const body = `<w:p><w:pPr><w:pStyle w:val="2"/></w:pPr>${run('<w:t>一、情况</w:t>')}</w:p><w:p>${run('<w:t>甲</w:t><w:br/><w:t>乙</w:t>')}</w:p>`;
    const document = await readDocx(docx(body, [{ name: 'word/styles.xml', data: bytesOf(styles) }]));
    expect(document.blocks[0]).toMatchObject({ text: '一、情况', heading: 2 });
    expect(paragraphsOf(document)).toEqual(['一、情况', '甲', '乙']);
  });
});

test('a table around a table of data is layout', async () => {
  const inner = `<w:tbl>${tr(tc('甲') + tc('1'))}${tr(tc('乙') + tc('2'))}</w:tbl>`;
  const document = await readDocx(docx(`<w:tbl>${tr(`${tc('前')}<w:tc>${inner}${p('后')}</w:tc>`)}</w:tbl>`));
  expect(tablesOf(document).map(printed)).toEqual([['0:甲 1:1', '0:乙 1:2']]);
  expect(paragraphsOf(document)).toEqual(['前', '后']);
});

test('title from the core properties', async () => {
  const core = '<cp:coreProperties xmlns:dc="x"><dc:title>年报 &amp; 表</dc:title></cp:coreProperties>';
  const document = await readDocx(docx(p('甲'), [{ name: 'docProps/core.xml', data: bytesOf(core) }]));
  expect(document.metadata).toEqual({ title: '年报 & 表', tags: {} });
});

describe('bad archives', () => {
  const refused = (code: string) => expect.objectContaining({ code });

  test.each([
    ['ppt/presentation.xml', /PPTX/],
    ['OFD.xml', /OFD/],
    ['content.xml', /OpenDocument/],
    ['a.txt', /ZIP archive.*unpack/],
  ])('with %s are unsupported', async (name, message) => {
    const reading = readDocx(zip([{ name, data: bytesOf('x') }]));
    await expect(reading).rejects.toThrow(message);
    await expect(reading).rejects.toEqual(refused('unsupported_format'));
  });

  test('cut off in the middle', async () => {
    const whole = docx(p('甲'));
    await expect(readDocx(whole.subarray(0, whole.length / 2))).rejects.toEqual(refused('damaged'));
  });

  test('broken XML', async () => {
    await expect(readDocx(docx('<w:p><w:r>'))).rejects.toEqual(refused('damaged'));
  });

  test('bombs by declared size, and by real size when the declaration lies', async () => {
    const bomb = new Uint8Array(40 * 1024 * 1024).fill(32);
    const declared = zip([{ name: 'word/document.xml', data: bomb }]);
    await expect(readDocx(declared)).rejects.toEqual(refused('archive_too_large'));
    const many = Array.from({ length: 30 }, (_, i) => ({
      name: `word/media/${i}`,
      data: bytesOf('x'),
      declared: 32 << 20,
    }));
    await expect(readDocx(docx(p('甲'), many))).rejects.toEqual(refused('archive_too_large'));
    const lying = zip([{ name: 'word/document.xml', data: bomb, declared: 1000 }]);
    await expect(readDocx(lying)).rejects.toMatchObject({
      code: expect.stringMatching(/damaged|archive_too_large/),
    });
  });

  test('nested beyond any stack', async () => {
    const deep = '<w:smartTag>'.repeat(50_000) + '</w:smartTag>'.repeat(50_000);
    await expect(readDocx(docx(`<w:p>${deep}</w:p>`))).rejects.toMatchObject({
      code: expect.stringMatching(/too_complex|damaged/),
    });
  });
});

test('a style that is named in a package without styles', async () => {
  const body = `<w:tbl><w:tblPr><w:tblStyle w:val="a5"/></w:tblPr>${tr(tc('自然人') + tc('1'))}</w:tbl>`;
  expect(printed(tablesOf(await readDocx(docx(body)))[0])).toEqual(['0:自然人 1:1']);
});

test('a page that another program put into the document whole', async () => {
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const rels = `<Relationships><Relationship Id="rA" Type="${office}/aFChunk" Target="page.html"/></Relationships>`;
  const page = '<html><body><table><tr><td>规章</td><td>0</td></tr></table></body></html>';
  const body = `<w:p><w:r><w:t>甲</w:t></w:r></w:p><w:altChunk xmlns:r="${office}" r:id="rA"/>`;
  const document = await readDocx(
    docx(body, [
      { name: 'word/_rels/document.xml.rels', data: bytesOf(rels) },
      { name: 'word/page.html', data: bytesOf(page) },
    ]),
  );
  expect(paragraphsOf(document)).toEqual(['甲']);
  expect(tablesOf(document).map(printed)).toEqual([['0:规章 1:0']]);
});
