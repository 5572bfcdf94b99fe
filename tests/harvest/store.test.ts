import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { WARCParser } from 'warcio';
import { beginRun, FetchLog, Store, writerOf } from '../../src/harvest/store/index.js';
import { warcRecords } from '../../src/harvest/warc.js';
import { ROOT, scratch } from '../support/cli.js';

const { folder, clean } = scratch();
afterAll(clean);

const BYTES = Buffer.from('<html>年报</html>');

test('bytes are found by their own hash, and a second copy costs nothing', async () => {
  const store = Store.open(folder());
  const sha256 = await store.blobs.put(BYTES);
  expect(sha256).toBe(createHash('sha256').update(BYTES).digest('hex'));
  expect(await store.blobs.put(BYTES)).toBe(sha256);
  expect(Buffer.from(store.blobs.read(sha256))).toEqual(BYTES);
  expect(readdirSync(join(store.dir, 'blobs', sha256.slice(0, 2)))).toEqual([sha256]);
  expect(() => store.blobs.path('../../etc/passwd')).toThrow();
  store.close();
});

test('what a killed run left half written is swept away', async () => {
  const dir = folder();
  const before = Store.open(dir);
  await before.blobs.put(BYTES);
  before.close();
  writeFileSync(join(dir, 'blobs', 'tmp', '1-half'), 'half');
  Store.open(dir).close();
  expect(readdirSync(join(dir, 'blobs', 'tmp')).includes('1-half')).toBe(false);
});

test('a store of a later version is refused', () => {
  const dir = folder();
  const store = Store.open(dir);
  store.run('PRAGMA user_version = 99');
  store.close();
  expect(() => Store.open(dir)).toThrow(/later version/);
  expect(() => Store.openReader(dir)).toThrow(/later version/);
});

test('one writer at a time; readers at any time; the lock ends with its process, even by SIGKILL', async () => {
  const dir = folder();
  const script = `import { Store } from ${JSON.stringify(pathToFileURL(join(ROOT, 'dist/harvest/store/index.js')).href)};
    const store = Store.open(${JSON.stringify(dir)});
    store.run("INSERT INTO robots (origin, fetched_at, body) VALUES ('x', 1, 'y')");
    process.stdout.write('open');
    setInterval(() => {}, 1000);`;
  const other = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((done) => other.stdout.once('data', done));
  expect(() => Store.open(dir)).toThrow(`Process ${other.pid}`);
  expect(writerOf(dir)?.pid).toBe(other.pid);
  const reader = Store.openReader(dir);
  expect(reader.get('SELECT body FROM robots')).toMatchObject({ body: 'y' });
  expect(() => reader.run('DELETE FROM robots')).toThrow();
  reader.close();
  other.kill('SIGKILL');
  await new Promise((done) => other.once('close', done));
  expect(writerOf(dir)).toBeNull();
  const next = Store.open(dir);
  expect(next.get('SELECT body FROM robots')).toMatchObject({ body: 'y' });
  next.close();
});

test('a run that was not finished goes on over the same sources only, and not after a day', () => {
  const store = Store.open(folder());
  const now = Date.now();
  const first = beginRun(store, 'a', now);
  expect(beginRun(store, 'a', now + 1000)).toEqual({ ...first, resumed: true });
  const second = beginRun(store, 'b', now + 2000);
  expect([second.id > first.id, second.resumed]).toEqual([true, false]);
  expect(beginRun(store, 'b', now + 86_400_000).resumed).toBe(false);
  store.close();
});

describe('WARC', () => {
  const record = {
    sourceLine: 2,
    role: 'page' as const,
    url: 'http://a.cn/1.html?x=1',
    requestedAt: Date.UTC(2026, 10, 24),
    milliseconds: 5,
    attempt: 1,
    requestHeaders: { 'user-agent': 'test' },
    error: null,
  };

  async function stored(): Promise<Store> {
    const store = Store.open(folder());
    const log = new FetchLog(store, beginRun(store, 'a', Date.now()).id);
    const sha256 = await store.blobs.put(BYTES);
    const html = { 'content-type': 'text/html', 'content-encoding': 'gzip', 'set-cookie': ['a=1', 'b=2'] };
    const good = { sha256, bytes: BYTES.length };
    log.append({ ...record, ...good, status: 200, responseHeaders: html });
    log.append({ ...record, ...good, status: 304, responseHeaders: {} });
    log.append({
      ...record,
      sha256: null,
      bytes: null,
      status: 302,
      responseHeaders: { location: '/2.html' },
    });
    log.append({
      ...record,
      sha256: null,
      bytes: null,
      status: null,
      responseHeaders: null,
      error: { code: 'x', message: 'y' },
    });
    return store;
  }

  test.each([false, true])('is read by another program; gzip %s', async (gzip) => {
    const store = await stored();
    const chunks = [...warcRecords(store, { gzip, software: 'nianbao/test' })];
    store.close();
    if (gzip)
      for (const chunk of chunks) expect(gunzipSync(chunk).toString('latin1')).toMatch(/^WARC\/1\.1\r\n/);
    const seen: unknown[] = [];
    for await (const warc of new WARCParser([Buffer.concat(chunks)] as never)) {
      const body = await warc.readFully(true);
      if (warc.warcType === 'response' || warc.warcType === 'revisit')
        seen.push([
          warc.warcType,
          warc.warcTargetURI,
          warc.httpHeaders?.statusCode,
          Buffer.from(body).toString('utf8'),
        ]);
    }
    expect(seen).toEqual([
      ['response', record.url, 200, BYTES.toString('utf8')],
      ['revisit', record.url, 304, ''],
      ['response', record.url, 302, ''],
    ]);
  });

  test('is the same each time', async () => {
    const store = await stored();
    const write = () => Buffer.concat([...warcRecords(store, { gzip: false, software: 'nianbao/test' })]);
    expect(write()).toEqual(write());
    expect(write().toString('latin1')).toContain('x-archive-orig-content-encoding: gzip');
    store.close();
  });
});
