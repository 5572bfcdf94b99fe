/** HTTP/2 where a portal offers it, over TLS with a certificate made for the test. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createSecureServer, type Http2SecureServer } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { composed, reportPage } from '../../scripts/portal/pages.js';
import { readCsv, scratch } from '../support/cli.js';
import { runCliBeside } from '../support/harvest.js';
import { testWith } from '../support/programs.js';

const { folder, clean } = scratch();
const dir = folder();
const [key, certificate] = [join(dir, 'key.pem'), join(dir, 'cert.pem')];
const made = spawnSync('openssl', [
  ...'req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=127.0.0.1 -addext subjectAltName=IP:127.0.0.1'.split(
    ' ',
  ),
  ...['-keyout', key, '-out', certificate],
]);
const hasOpenssl = made.status === 0;
const withTls = testWith('openssl, which makes the certificate of a TLS server,', hasOpenssl);

let server: Http2SecureServer | undefined;
afterAll(() => {
  server?.close();
  clean();
});

withTls('pages come whole by HTTP/2, and are asked for conditionally', async () => {
  expect(hasOpenssl).toBe(true);
  const asked: string[] = [];
  const page = gzipSync(reportPage(composed('h2', 2022), 'plain'));
  server = createSecureServer(
    { key: readFileSync(key), cert: readFileSync(certificate), allowHTTP1: true },
    (request, response) => {
      asked.push(`${request.httpVersion} ${request.url} ${request.headers['if-none-match'] ?? ''}`.trim());
      const known = request.headers['if-none-match'] === '"1"';
      if (request.url !== '/a.html')
        response.writeHead(request.url === '/way' ? 302 : 404, { location: '/a.html' }).end();
      else if (known) response.writeHead(304).end();
      else
        response
          .writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip', etag: '"1"' })
          .end(page);
    },
  );
  await new Promise<void>((done) => server?.listen(0, '127.0.0.1', done));
  const origin = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const sources = join(dir, 'sources.csv');
  writeFileSync(sources, `agency,region_code,kind,url\nA,,report,${origin}/way\n`);
  const args = [
    'harvest',
    sources,
    '--store',
    join(dir, 'store'),
    '--out',
    join(dir, 'out'),
    '--allow-private-hosts',
    '--delay',
    '0',
  ];
  const env = { NODE_EXTRA_CA_CERTS: certificate };
  expect((await runCliBeside(args, env)).code).toBe(0);
  expect(readCsv(join(dir, 'out'), 'reports')[0]).toMatchObject({
    source: `${origin}/way`,
    status: 'complete',
  });
  expect((await runCliBeside(args, env)).stdout).toContain('1 unchanged');
  expect(asked.filter((line) => line.includes('/a.html'))).toEqual(['2.0 /a.html', '2.0 /a.html "1"']);
});
