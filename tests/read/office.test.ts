import { readDocument } from '../../src/read/index.js';
import { mayBeOffice, officeKind } from '../../src/read/office.js';

const latin = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));
const ole = (...streams: string[]): Uint8Array => {
  const names = streams.map((name) => Buffer.from(`${name}\0`, 'utf16le'));
  return new Uint8Array(
    Buffer.concat([latin('\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1'), Buffer.alloc(512), ...names]),
  );
};
const odt = latin(`PK\x03\x04${'\0'.repeat(26)}mimetypeapplication/vnd.oasis.opendocument.text`);

test.each([
  ['a Word or WPS document', ole('Root Entry', 'WordDocument'), 'doc'],
  ['a Word document with a sheet in it', ole('WordDocument', 'Workbook'), 'doc'],
  ['an Excel or ET sheet', ole('Workbook'), 'xls'],
  ['a sheet of Excel 5', ole('Book'), 'xls'],
  ['RTF', latin('{\\rtf1\\ansi'), 'rtf'],
  ['ODT', odt, 'odt'],
  ['Word 2003 XML', latin('<?xml version="1.0"?><?mso-application progid="Word.Document"?>'), 'xml'],
  ['flat Word XML', latin('<?xml version="1.0"?>\n<pkg:package xmlns:pkg="x">'), 'xml'],
  ['UOF', latin('<?xml version="1.0" encoding="UTF-8"?><uof:UOF xmlns:uof="x">'), 'uot'],
] as const)('%s is told by its content', (_, bytes, kind) => {
  expect(officeKind(bytes)).toBe(kind);
  expect(mayBeOffice(bytes.subarray(0, 128))).toBe(true);
});

test.each([
  ['a protected document', ole('EncryptedPackage')],
  ['a mail of Outlook', ole('__substg1.0_0037001F')],
  ['an XHTML page', latin('<?xml version="1.0"?><html><body>年报</body></html>')],
  ['a DOCX', latin('PK\x03\x04')],
  ['a page', latin('<html>')],
] as const)('%s is none of them', (_, bytes) => {
  expect(officeKind(bytes)).toBeNull();
});

test('without a conversion the error says what to install', async () => {
  await expect(readDocument(ole('WordDocument'))).rejects.toMatchObject({
    code: 'needs_converter',
    message: expect.stringMatching(/LibreOffice.*install/),
  });
});
