import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { brotliCompressSync, constants, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { Client, type ClientOptions } from '../../src/harvest/fetch/index.js';
import { beginRun, FetchLog, type Outcome, Store } from '../../src/harvest/store/index.js';

const GZIP_BOMB = gzipSync(Buffer.alloc(20_000_000), { level: 1 });
const BROTLI_BOMB = brotliCompressSync(Buffer.alloc(20_000_000), {
  params: { [constants.BROTLI_PARAM_QUALITY]: 1 },
});

type Handler = (request: IncomingMessage, response: ServerResponse, hit: number) => void;

const PAGE = '<html>政府信息公开工作年度报告</html>'.repeat(50);

let server: Server;
let origin: string;
let routes: Record<string, Handler>;
let asked: { readonly path: string; readonly at: number; readonly headers: IncomingMessage['headers'] }[];
let folder: string;
let store: Store;
let client: Client | undefined;

beforeEach(async () => {
  routes = { '/page': (_, response) => response.end(PAGE) };
  asked = [];
  const hits = new Map<string, number>();
  server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push({ path, at: Date.now(), headers: request.headers });
    hits.set(path, (hits.get(path) ?? 0) + 1);
    const handler = routes[path];
    if (handler === undefined) response.writeHead(404).end();
    else handler(request, response, hits.get(path) ?? 0);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  folder = mkdtempSync(join(tmpdir(), 'nianbao-client-'));
  store = Store.open(folder);
  routes['/robots.txt'] = (_, response) => response.end('User-agent: *\nAllow: /\n');
});

afterEach(async () => {
  await client?.close();
  client = undefined;
  store.close();
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
  rmSync(folder, { recursive: true, force: true });
});

/** Bytes in buffers that somebody still holds. */
async function heldBytes(): Promise<number> {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  // What the stack of this turn still names, and what sockets still hold.
  await new Promise((resume) => setTimeout(resume, 200));
  collect();
  return process.memoryUsage().arrayBuffers;
}

let runs = 0;

/** A client in a run of its own. */
function newClient(rest: Partial<ClientOptions> = {}, sources = `run ${++runs}`): Client {
  const run = beginRun(store, sources, Date.now());
  client = new Client(new FetchLog(store, run.id), {
    userAgent: 'nianbao-test (contact: nobody@example.org)',
    allowPrivateHosts: true,
    timeLimitSeconds: 5,
    maxBytes: 1_000_000,
    concurrency: 8,
    perHost: 1,
    delay: 0,
    random: () => 0,
    ...rest,
  });
  return client;
}

const fetch = (path: string, from = client ?? newClient()): Promise<Outcome> =>
  from.fetch({ url: origin + path, role: 'page', sourceLine: 2 });
const count = (path: string): number => asked.filter((request) => request.path === path).length;
const textOf = ({ sha256 }: Outcome): string => Buffer.from(store.blobs.read(sha256)).toString('utf8');

test('answers are not held in memory while other pages of the host wait', async () => {
  const [ANSWERED, WAITING, BODY_BYTES] = [50, 10, 400_000];
  const body = Buffer.alloc(BODY_BYTES, 'x');
  let release = (): void => undefined;
  const released = new Promise<void>((done) => {
    release = done;
  });
  const paths = Array.from({ length: ANSWERED + WAITING }, (_, at) => `/large/${at}`);
  for (const [at, path] of paths.entries())
    routes[path] = async (_, response) => {
      if (at >= ANSWERED) await released;
      response.end(body);
    };
  const before = await heldBytes();
  const outcomes = paths.map((path) => fetch(path));
  await Promise.all(outcomes.slice(0, ANSWERED));
  const after = await heldBytes();
  release();
  expect((await Promise.all(outcomes)).every(({ ok }) => ok)).toBe(true);
  expect(after - before).toBeLessThan(5 * BODY_BYTES);
});

describe('what it sends', () => {
  test('a User-Agent with contact, and asks for a page once per run', async () => {
    expect((await fetch('/page')).ok).toBe(true);
    await fetch('/page');
    expect(count('/page')).toBe(1);
    expect(asked[0]?.path).toBe('/robots.txt');
    expect(asked.every(({ headers }) => headers['user-agent']?.includes('nobody@example.org') === true)).toBe(
      true,
    );
  });

  test('headers of the source to its own host only', async () => {
    routes['/away'] = (_, response) =>
      response.writeHead(302, { location: origin.replace('127.0.0.1', '127.0.0.2') }).end();
    const headers = { host: new URL(origin).host, fields: { 'x-key': 'secret' } };
    await newClient().fetch({ url: `${origin}/page`, role: 'page', sourceLine: 2, headers });
    expect(asked.find(({ path }) => path === '/page')?.headers['x-key']).toBe('secret');
  });

  test('cookies of the same host, also on the way of a redirect', async () => {
    routes['/in'] = (request, response) =>
      request.headers.cookie === 'sid=1'
        ? response.end(PAGE)
        : response.writeHead(302, { location: '/in', 'set-cookie': 'sid=1; Path=/' }).end();
    expect(await fetch('/in')).toMatchObject({ ok: true });
    expect(count('/in')).toBe(2);
  });

  test('validators of the last answer; an answer without a body stands for the bytes at hand', async () => {
    routes['/etag'] = (request, response) =>
      request.headers['if-none-match'] === '"a"'
        ? response.writeHead(304).end()
        : response
            .writeHead(200, { etag: '"a"', 'last-modified': 'Sat, 20 Jan 2024 00:00:00 GMT' })
            .end(PAGE);
    const first = await fetch('/etag');
    await client?.close();
    const second = await fetch('/etag', newClient());
    expect(second).toMatchObject({ ok: true, sha256: first.sha256 });
    expect(asked.at(-1)?.headers).toMatchObject({
      'if-none-match': '"a"',
      'if-modified-since': 'Sat, 20 Jan 2024 00:00:00 GMT',
    });
    await client?.close();
    await fetch('/etag', newClient({ refresh: true }));
    expect(asked.at(-1)?.headers['if-none-match']).toBeUndefined();
  });
});

describe('robots.txt', () => {
  test('is asked first and obeyed, on redirects too', async () => {
    routes['/robots.txt'] = (_, response) => response.end('User-agent: nianbao\nDisallow: /private/\n');
    routes['/private/x'] = (_, response) => response.end(PAGE);
    routes['/way'] = (_, response) => response.writeHead(301, { location: '/private/x' }).end();
    expect(await fetch('/private/x')).toMatchObject({ ok: false, errorCode: 'robots_forbidden' });
    expect(await fetch('/way')).toMatchObject({ ok: false, errorCode: 'robots_forbidden' });
    expect(count('/private/x')).toBe(0);
  });

  test('4xx means that everything is allowed', async () => {
    routes['/robots.txt'] = (_, response) => response.writeHead(403).end();
    expect(await fetch('/page')).toMatchObject({ ok: true });
  });

  test('5xx means that nothing is fetched now', async () => {
    routes['/robots.txt'] = (_, response) => response.writeHead(503, { 'retry-after': '3600' }).end();
    expect(await fetch('/page')).toMatchObject({ ok: false, errorCode: 'robots_unavailable' });
    expect(count('/page')).toBe(0);
  });

  test('its Crawl-delay holds where it is longer', async () => {
    routes['/robots.txt'] = (_, response) => response.end('User-agent: *\nCrawl-delay: 0.3\n');
    routes['/b'] = routes['/page'] as Handler;
    await Promise.all([fetch('/page', newClient()), fetch('/b')]);
    const [one, two] = asked.filter(({ path }) => path !== '/robots.txt');
    expect((two?.at ?? 0) - (one?.at ?? 0)).toBeGreaterThanOrEqual(295);
  });
});

describe('faults that pass', () => {
  test.each<[string, Handler]>([
    ['HTTP 500', (_, response, hit) => (hit < 3 ? response.writeHead(500).end() : response.end(PAGE))],
    [
      '404 from a node that lags behind',
      (_, response, hit) => (hit < 3 ? response.writeHead(404).end() : response.end(PAGE)),
    ],
    [
      'a connection cut in the middle',
      (request, response, hit) => {
        if (hit > 2) return void response.end(PAGE);
        response.writeHead(200, { 'content-length': '9999' });
        response.write('half', () => request.socket.destroy());
      },
    ],
    [
      'a chunked answer cut in the middle',
      (request, response, hit) => {
        if (hit > 2) return void response.end(PAGE);
        response.write('half', () => request.socket.destroy());
      },
    ],
    [
      'a compressed answer cut in the middle',
      (_, response, hit) => {
        const packed = gzipSync(PAGE);
        response
          .writeHead(200, { 'content-encoding': 'gzip' })
          .end(hit > 2 ? packed : packed.subarray(0, 40));
      },
    ],
    [
      'a connection that is closed at once',
      (request, response, hit) => (hit > 2 ? response.end(PAGE) : void request.socket.destroy()),
    ],
  ])('%s', async (_name, handler) => {
    routes['/flaky'] = handler;
    const outcome = await fetch('/flaky', newClient());
    expect(outcome).toMatchObject({ ok: true, attempts: 3 });
    expect(textOf(outcome)).toBe(PAGE);
  });

  test.each([
    ['seconds', () => '1'],
    ['a date', () => new Date(Date.now() + 2000).toUTCString()],
  ])('429 with Retry-After in %s: the host is left alone so long', async (_name, value) => {
    routes['/busy'] = (_, response, hit) =>
      hit === 1 ? response.writeHead(429, { 'retry-after': value() }).end() : response.end(PAGE);
    routes['/other'] = routes['/page'] as Handler;
    const outcomes = await Promise.all([fetch('/busy', newClient()), fetch('/other')]);
    expect(outcomes.map(({ ok }) => ok)).toEqual([true, true]);
    const [, busy, ...later] = asked;
    expect(busy?.path).toBe('/busy');
    for (const { at } of later) expect(at - (busy?.at ?? 0)).toBeGreaterThanOrEqual(900);
  });

  test('a longer Retry-After is not waited for, and is kept for the next run', async () => {
    routes['/busy'] = (_, response) => response.writeHead(429, { 'retry-after': '7200' }).end();
    const outcome = await fetch('/busy');
    expect(outcome.ok).toBe(false);
    expect(outcome.retryAt ?? 0).toBeGreaterThan(Date.now() + 7_000_000);
    await client?.close();
    const before = asked.length;
    expect(await fetch('/page', newClient())).toMatchObject({ ok: false, errorCode: 'asked_to_wait' });
    expect(asked).toHaveLength(before);
  });
});

describe('faults that stay', () => {
  test.each<[string, Handler, string]>([
    ['404', (_, response) => response.writeHead(404).end(), 'not_found'],
    ['410', (_, response) => response.writeHead(410).end(), 'gone'],
    ['403', (_, response) => response.writeHead(403).end(), 'http_status'],
    [
      '302 in a circle',
      (_, response) => response.writeHead(302, { location: '/bad' }).end(),
      'too_many_redirects',
    ],
    [
      'a redirect to a file',
      (_, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
      'scheme_refused',
    ],
    ['too many bytes', (_, response) => response.end(Buffer.alloc(2_000_000)), 'too_large'],
    [
      'a gzip bomb',
      (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(GZIP_BOMB),
      'too_large',
    ],
    [
      'a brotli bomb',
      (_, response) => response.writeHead(200, { 'content-encoding': 'br' }).end(BROTLI_BOMB),
      'too_large',
    ],
    [
      'an encoding that was not asked for',
      (_, response) => response.writeHead(200, { 'content-encoding': 'rot13' }).end(PAGE),
      'undecodable',
    ],
  ])(
    '%s',
    async (_name, handler, code) => {
      routes['/bad'] = handler;
      expect(await fetch('/bad', newClient())).toMatchObject({ ok: false, errorCode: code });
      expect(await fetch('/page')).toMatchObject({ ok: true });
    },
    30_000,
  );

  test('a slow drip ends with the time for an answer, and does not hold up others', async () => {
    routes['/drip'] = (_, response) => {
      const timer = setInterval(() => response.write('.'), 50);
      response.once('close', () => clearInterval(timer));
    };
    const slow = fetch('/drip', newClient({ timeLimitSeconds: 1, perHost: 2 }));
    expect(await fetch('/page')).toMatchObject({ ok: true });
    expect(await slow).toMatchObject({ ok: false, errorCode: 'time_limit', attempts: 2 });
  });

  test('a host that only fails is set aside', async () => {
    routes['/robots.txt'] = (_, response) => response.end('');
    for (let at = 0; at < 40; at += 1) routes[`/${at}`] = (request) => void request.socket.destroy();
    const { signal, abort } = (() => {
      const controller = new AbortController();
      return { signal: controller.signal, abort: () => controller.abort() };
    })();
    newClient({ signal });
    const all = Promise.all(Array.from({ length: 40 }, (_, at) => fetch(`/${at}`)));
    await new Promise((done) => setTimeout(done, 3000));
    // After eight failures in a row nothing is sent for half a minute.
    expect(asked.filter(({ path }) => path !== '/robots.txt')).toHaveLength(8);
    abort();
    expect((await all).every(({ errorCode }) => errorCode === 'run_over')).toBe(true);
  });
});

test.each([
  ['gzip', gzipSync],
  ['br', brotliCompressSync],
  ['deflate', deflateSync],
  ['deflate', deflateRawSync],
  // Announced, but not done.
  ['gzip', (text: string) => Buffer.from(text)],
] as const)('decompresses %s', async (encoding, pack) => {
  routes['/packed'] = (_, response) =>
    response.writeHead(200, { 'content-encoding': encoding }).end(pack(PAGE));
  expect(textOf(await fetch('/packed', newClient()))).toBe(PAGE);
});

test('an announced length that is wrong never passes for a whole page', async () => {
  routes['/long'] = (request, response) => {
    response.writeHead(200, { 'content-length': String(Buffer.byteLength(PAGE) + 100) });
    response.write(PAGE, () => request.socket.end());
  };
  expect(await fetch('/long', newClient())).toMatchObject({ ok: false, errorCode: 'connection_lost' });
}, 30_000);

test('keeps the delay of a host across runs and clients', async () => {
  await fetch('/page', newClient({ delay: 700 }));
  await client?.close();
  client = undefined;
  const last = asked.at(-1)?.at ?? 0;
  await fetch('/page', newClient({ delay: 700 }));
  const next = asked.find(({ at }) => at > last)?.at ?? 0;
  expect(next - last).toBeGreaterThanOrEqual(700);
});

test('an unfinished run goes on: what it has is not asked for again', async () => {
  await fetch('/page', newClient({}, 'the same sources'));
  await client?.close();
  const again = newClient({}, 'the same sources');
  expect(await fetch('/page', again)).toMatchObject({ ok: true });
  expect(count('/page')).toBe(1);
});

test('private addresses are refused unless allowed, also behind a redirect', async () => {
  const outcome = await fetch('/page', newClient({ allowPrivateHosts: false }));
  expect(outcome).toMatchObject({ ok: false, errorCode: 'private_address' });
  expect(asked).toHaveLength(0);
});

test('the log has a line for every request, and never loses one', async () => {
  routes['/way'] = (_, response) => response.writeHead(302, { location: '/page' }).end();
  await fetch('/way');
  const lines = store.all<{ url: string; status: number }>('SELECT url, status FROM fetches ORDER BY id');
  expect(lines.map(({ url, status }) => [new URL(url).pathname, status])).toEqual([
    ['/robots.txt', 200],
    ['/way', 302],
    ['/page', 200],
  ]);
  expect(() => store.run('DELETE FROM fetches')).toThrow(/append-only/);
  expect(() => store.run("UPDATE fetches SET url = 'x'")).toThrow(/append-only/);
});
