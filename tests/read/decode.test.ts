import { decode } from '../../src/read/decode.js';
import { bytesOf } from './helpers.js';

const TEXT = '某局2023年政府信息公开工作年度报告：本年新收政府信息公开申请数量';
/** `TEXT` in GB18030 and its traditional form in Big5, as hexadecimal; Node encodes neither. */
const GBK = fromTable('gb18030', TEXT);
const BIG5 = fromTable('big5', '政府資訊公開年度報告申請數量');

/** Encodes by searching the decoder's own two-byte table. */
function fromTable(encoding: string, text: string): Uint8Array {
  const decoder = new TextDecoder(encoding);
  const table = new Map<string, readonly number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const char = decoder.decode(new Uint8Array([lead, trail]));
      if (char.length === 1 && char !== '\uFFFD' && !table.has(char)) table.set(char, [lead, trail]);
    }
  }
  return new Uint8Array([...text].flatMap((char) => table.get(char) ?? [char.charCodeAt(0)]));
}

const page = (charset: string, body: Uint8Array) =>
  new Uint8Array([...bytesOf(`<html><head><meta charset="${charset}"></head><body>`), ...body]);
const wide = (text: string, big = false) => {
  const bytes = Buffer.from(text, 'utf16le');
  return new Uint8Array(big ? bytes.swap16() : bytes);
};

test.each([
  ['UTF-8, declared right', page('utf-8', bytesOf(TEXT)), 'utf-8'],
  ['UTF-8, declared GBK', page('gb2312', bytesOf(TEXT)), 'utf-8'],
  ['UTF-8 with a byte order mark', new Uint8Array([0xef, 0xbb, 0xbf, ...bytesOf(TEXT)]), 'utf-8'],
  ['UTF-8 cut in a character', bytesOf(TEXT).subarray(0, -1), 'utf-8'],
  ['UTF-8 with one broken byte', new Uint8Array([...bytesOf(TEXT), 0xff, ...bytesOf(TEXT)]), 'utf-8'],
  ['GBK, declared right', page('gbk', GBK), 'gb18030'],
  ['GBK, declared UTF-8', page('utf-8', GBK), 'gb18030'],
  ['GBK behind a UTF-8 mark', new Uint8Array([0xef, 0xbb, 0xbf, ...GBK]), 'gb18030'],
  ['GBK, undeclared', GBK, 'gb18030'],
  ['Big5, undeclared', BIG5, 'big5'],
  ['Big5, declared UTF-8', page('utf-8', BIG5), 'big5'],
  ['UTF-16 LE with a mark', new Uint8Array([0xff, 0xfe, ...wide(TEXT)]), 'utf-16le'],
  ['UTF-16 BE with a mark', new Uint8Array([0xfe, 0xff, ...wide(TEXT, true)]), 'utf-16be'],
  ['UTF-16 LE, unmarked', wide(`<p>${TEXT}</p>`), 'utf-16le'],
  ['UTF-16 BE, unmarked', wide(`<p>${TEXT}</p>`, true), 'utf-16be'],
])('%s', (_, bytes, encoding) => {
  const decoded = decode(bytes);
  expect(decoded.encoding).toBe(encoding);
  expect(decoded.text).toMatch(/政府信息公开|政府資訊公開/);
});

test('an HTTP charset decides where the content does not', () => {
  expect(decode(new Uint8Array([0xe9]), 'text/html; charset=ISO-8859-1').text).toBe('é');
});
