import { deflateRawSync, deflateSync } from 'node:zlib';
import { InflateAtOnce } from '../../../src/read/pdf/inflate.js';

/** As pdf.js does it. */
async function inflated(format: string, bytes: Uint8Array): Promise<string> {
  const { readable, writable } = new InflateAtOnce(format);
  const writer = writable.getWriter();
  await writer.ready;
  void writer.write(bytes).then(() => writer.close());
  const chunks: Uint8Array[] = [];
  for await (const chunk of readable) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

const TEXT = '本年新收政府信息公开申请数量'.repeat(500);

test('inflates a whole stream with and without its header', async () => {
  expect(await inflated('deflate', deflateSync(TEXT))).toBe(TEXT);
  expect(await inflated('deflate-raw', deflateRawSync(TEXT))).toBe(TEXT);
});

test('passes over what follows the stream, as line ends before endstream do', async () => {
  expect(await inflated('deflate', Buffer.concat([deflateSync(TEXT), Buffer.from('\r\n')]))).toBe(TEXT);
});

test('fails on a stream that is cut off or none, so that pdf.js falls back to its own decoder', async () => {
  await expect(inflated('deflate', deflateSync(TEXT).subarray(0, 30))).rejects.toThrow();
  await expect(inflated('deflate', Buffer.from('no stream at all'))).rejects.toThrow();
  expect(() => new InflateAtOnce('brotli')).toThrow(TypeError);
});
