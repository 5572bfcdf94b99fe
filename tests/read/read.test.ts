import { ReadError } from '../../src/model/errors.js';
import { readDocument } from '../../src/read/index.js';
import { bytesOf, docx, paragraphsOf, printed, tablesOf } from './helpers.js';

const bytes = (...values: number[]) => new Uint8Array([...values, ...new Array<number>(300).fill(0)]);
const latin = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));

test.each([
  ['page', bytesOf('<!DOCTYPE html><p>甲'), 'report.pdf', 'text/html'],
  [
    'XHTML',
    bytesOf('<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x"><html><p>甲</p></html>'),
    '',
    'text/html',
  ],
  ['page named .doc', bytesOf('<html xmlns:o="x"><p>甲</p></html>'), 'report.doc', 'text/html'],
  ['fragment', bytesOf('\n<div><p>甲</p></div>'), '', 'text/html'],
  ['fragment that begins with text', bytesOf('甲<br>乙<br/>丙<br><table></table>'), '', 'text/html'],
  ['text', bytesOf('甲\n乙 < 丙'), '', 'text/plain'],
  ['Markdown by name', bytesOf('甲'), 'a.md', 'text/markdown'],
  ['Markdown by content', bytesOf('# 甲\n\n乙'), '', 'text/markdown'],
])('%s', async (_, content, name, mediaType) => {
  const document = await readDocument(content, { name });
  expect(document.mediaType).toBe(mediaType);
  expect(paragraphsOf(document)[0]).toBe('甲');
});

test('DOCX whatever its name', async () => {
  const document = await readDocument(docx('<w:p><w:r><w:t>甲</w:t></w:r></w:p>'), { name: 'a.html' });
  expect(document.mediaType).toMatch(/wordprocessingml/);
  expect(document.encoding).toBeUndefined();
});

test('UTF-16 pages', async () => {
  const content = new Uint8Array(
    Buffer.from('<html><body><p>政府信息公开年度报告</p></body></html>', 'utf16le'),
  );
  expect(await readDocument(content)).toMatchObject({ mediaType: 'text/html', encoding: 'utf-16le' });
});

test('a Markdown report with an HTML table', async () => {
  const text = '# 年报\n\n<table><tr><td>规章</td><td>0</td></tr><tr><td>文件</td><td></td></tr></table>\n';
  const document = await readDocument(bytesOf(text), { name: 'a.md' });
  expect(printed(tablesOf(document)[0])).toEqual(['0:规章 1:0', '0:文件 1:']);
});

test.each(['a.md', 'a'])(
  'Markdown that pandoc wrote, full of tags, is not taken for HTML (%s)',
  async (name) => {
    const text = [
      '<div class="nav">',
      '',
      '-  首页\\>公开',
      '',
      '</div>',
      '',
      '## <span\nlang="EN-US">某县</span>2022年年度报告',
      '',
      '|  |  |',
      '|---|---|',
      '| <span lang="a">1.</span><span>规章</span><span></span> | <span>0</span> |',
      '| 文件<br>件 |  |',
    ].join('\n');
    const document = await readDocument(bytesOf(text), { name });
    expect(document.mediaType).toBe('text/markdown');
    expect(printed(tablesOf(document)[0]).slice(-2)).toEqual(['0:1.规章 1:0', '0:文件件 1:']);
    expect(tablesOf(document)[0]?.cells.at(-1)?.locator).toEqual({ kind: 'line', line: 13 });
    const html = await readDocument(bytesOf('<div>\n# 年报</div><p>一</p>'), { name });
    expect(html.mediaType).toBe('text/html');
  },
);

test.each([
  ['nothing', new Uint8Array(0), 'empty_file', /empty/],
  ['blanks', bytesOf(' \n\t\r\n'), 'empty_file', /empty/],
  ['a byte order mark', new Uint8Array([0xef, 0xbb, 0xbf]), 'empty_file', /empty/],
  ['ideographic blanks', bytesOf('\u3000\u3000'), 'empty_file', /white space/],
  [
    'an old Office file without a document',
    bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
    'unsupported_format',
    /old Office.*DOCX or PDF/,
  ],
  ['RTF', latin('{\\rtf1 x}'), 'needs_converter', /RTF.*LibreOffice/],
  [
    'a cut-off PNG',
    bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52),
    'damaged',
    /picture is damaged/,
  ],
  [
    'a cut-off JPEG',
    bytes(0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46),
    'damaged',
    /picture is damaged/,
  ],
  ['a cut-off TIFF', bytes(0x49, 0x49, 0x2a, 0), 'damaged', /picture is damaged/],
  ['a cut-off GIF', latin(`GIF89a${'\0'.repeat(40)}`), 'damaged', /picture is damaged/],
  ['a cut-off BMP', latin(`BM${'\0'.repeat(60)}`), 'damaged', /picture is damaged/],
  ['RAR', bytes(0x52, 0x61, 0x72, 0x21, 0x1a, 7, 1, 0), 'unsupported_format', /RAR.*unpack/],
  ['7z', bytes(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c), 'unsupported_format', /7Z.*unpack/],
  ['gzip', bytes(0x1f, 0x8b, 8), 'unsupported_format', /GZ.*unpack/],
  [
    'a web archive without a page',
    latin('From: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="x"\r\n\r\n'),
    'damaged',
    /web archive holds no page.*save it as HTML/,
  ],
  [
    'Word XML',
    latin('<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>'),
    'needs_converter',
    /Word XML/,
  ],
  [
    'noise',
    new Uint8Array(5000).map((_, i) => (i * 7919 + (i >> 3) * 104_729) & 0xff),
    'unknown_format',
    /neither PDF/,
  ],
])('%s is refused with a remedy', async (_, content, code, message) => {
  const reading = readDocument(content);
  await expect(reading).rejects.toThrow(message);
  await expect(reading).rejects.toBeInstanceOf(ReadError);
  await expect(reading).rejects.toMatchObject({ code });
});

test('a protected document is told from an old one', async () => {
  const ole = Buffer.concat([
    bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
    Buffer.from('EncryptedPackage', 'utf16le'),
  ]);
  await expect(readDocument(new Uint8Array(ole))).rejects.toMatchObject({ code: 'encrypted' });
});

test('pages beyond the limit are refused before they are decoded', async () => {
  const huge = new Uint8Array(65 * 1024 * 1024).fill(0x61);
  huge.set(bytesOf('<html>'));
  await expect(readDocument(huge)).rejects.toMatchObject({
    code: 'too_large',
    message: expect.stringMatching(/65 MB/),
  });
});

test.each([
  ['comments before text', `${'<!-- x -->'.repeat(150)}甲`],
  ['blank lines', `${'\n'.repeat(60_000)}甲`],
  ['ideographic blanks', `甲${'\u3000'.repeat(60_000)}\n甲`],
  ['bars', `${'| '.repeat(60_000)}甲`],
  ['open tables', `甲\n${'<table '.repeat(20_000)}`],
])('no slow match: %s', async (_, text) => {
  const start = process.cpuUsage();
  await readDocument(bytesOf(text));
  expect(process.cpuUsage(start).user / 1000).toBeLessThan(5000);
});
