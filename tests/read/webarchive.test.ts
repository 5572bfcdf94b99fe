import { readDocument } from '../../src/read/index.js';
import { archivedPage, isWebArchive } from '../../src/read/webarchive.js';
import { paragraphsOf, printed, tablesOf } from './helpers.js';

const latin = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));
const PICTURE = ['Content-Type: image/png', 'Content-Transfer-Encoding: base64', '', 'iVBORw0KGgo='];

function archive(...parts: string[][]): Uint8Array {
  const head = ['MIME-Version: 1.0', 'Content-Type: multipart/related;', '\tboundary="=_x"', ''];
  const lines = [
    ...head,
    'This is a multi-part message.',
    ...parts.flatMap((part) => ['--=_x', ...part]),
    '--=_x--',
    '',
  ];
  return latin(lines.join('\r\n'));
}

/** 规章 in GBK, as Word writes it. */
const QUOTED = [
  'Content-Type: text/html; charset="gb2312"',
  'Content-Transfer-Encoding: quoted-printable',
  '',
  '<html><body><p>=B9=',
  '=E6=D5=C2</p><table border=3D1><tr><td>=B9=E6=D5=C2<td>0</table></body></html>',
];

test('the page of a web archive is read in its own encoding', async () => {
  const document = await readDocument(archive(PICTURE, QUOTED), { name: 'report.doc' });
  expect(document).toMatchObject({ mediaType: 'text/html', encoding: 'gb18030' });
  expect(paragraphsOf(document)).toEqual(['规章']);
  expect(tablesOf(document).map(printed)).toEqual([['0:规章 1:0']]);
});

test('a page in base64, in a part of parts', async () => {
  const inner = [
    'Content-Type: multipart/alternative; boundary=inner',
    '',
    '--inner',
    'Content-Type: text/html; charset=utf-8',
    'Content-Transfer-Encoding: BASE64',
    '',
    Buffer.from('<p>规章</p>').toString('base64'),
    '--inner--',
  ];
  expect(paragraphsOf(await readDocument(archive(inner)))).toEqual(['规章']);
});

test('a text that only speaks of one is no web archive', () => {
  expect(isWebArchive(latin('标题\r\nContent-Type: multipart/related'))).toBe(false);
  expect(() => archivedPage(archive(PICTURE))).toThrow('holds no page');
});
