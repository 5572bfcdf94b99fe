/** Portals on loopback: one server that answers for every 127.x.y.z, by the address it is called by. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { etagOf, type Page, type Site } from './site.js';

export interface Asked {
  /** Milliseconds since 1970, when the request arrived and when its answer was over. */
  readonly at: number;
  ended: number;
  readonly host: string;
  readonly path: string;
  readonly conditional: boolean;
  status: number;
}

/** What goes wrong with a request; `hit` counts the requests for the page from 1 on. */
export type Fault = 'none' | '404' | '500' | 'busy' | 'cut' | 'reset';

export interface Portals {
  readonly port: number;
  readonly sites: Map<string, Site>;
  /** Every request in the order of arrival. */
  readonly asked: Asked[];
  /** Decides what goes wrong; nothing, unless it is set. */
  fault: (host: string, path: string, hit: number) => Fault;
  /** Pages that answer in ways of their own. */
  readonly special: Map<string, (request: IncomingMessage, response: ServerResponse) => void>;
  url(host: string, path: string): string;
  close(): Promise<void>;
}

export async function startPortals(): Promise<Portals> {
  const hits = new Map<string, number>();
  const server = createServer((request, response) => {
    const host = (request.headers.host ?? '').replace(/:\d+$/, '');
    const path = request.url ?? '/';
    const entry: Asked = {
      at: Date.now(),
      ended: 0,
      host,
      path,
      conditional:
        request.headers['if-none-match'] !== undefined || request.headers['if-modified-since'] !== undefined,
      status: 0,
    };
    portals.asked.push(entry);
    response.once('close', () => {
      entry.ended = Date.now();
      entry.status = response.statusCode;
    });
    const special = portals.special.get(path.split('?')[0] ?? '');
    if (special !== undefined) return special(request, response);
    const key = `${host}${path}`;
    const hit = (hits.get(key) ?? 0) + 1;
    hits.set(key, hit);
    answer(portals.sites.get(host)?.get(path), portals.fault(host, path, hit), request, response);
  });
  const port = await listen(server);
  const portals: Portals = {
    port,
    sites: new Map(),
    asked: [],
    fault: () => 'none',
    special: new Map(),
    url: (host, path) => `http://${host}:${port}${path}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
  return portals;
}

function listen(server: Server): Promise<number> {
  server.keepAliveTimeout = 2000;
  return new Promise((done) =>
    server.listen(0, '0.0.0.0', () => done((server.address() as AddressInfo).port)),
  );
}

function answer(
  page: Page | undefined,
  fault: Fault,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  if (fault === 'reset') return void request.socket.destroy();
  if (fault === '500') return void response.writeHead(500).end('error');
  if (fault === 'busy') return void response.writeHead(503, { 'retry-after': '1' }).end('busy');
  if (page === undefined || fault === '404') return void response.writeHead(404).end('<html>没有找到</html>');
  const body = Buffer.from(page.body());
  const headers: Record<string, string> = { 'content-type': page.type ?? 'text/html', ...page.headers };
  if (page.cacheable === true) {
    headers.etag = etagOf(body);
    headers['last-modified'] = new Date(Date.UTC(2024, 0, 20)).toUTCString();
    if (request.headers['if-none-match'] === headers.etag) return void response.writeHead(304, headers).end();
  }
  response.writeHead(page.status ?? 200, { ...headers, 'content-length': String(body.length) });
  if (fault !== 'cut') return void response.end(body);
  response.write(body.subarray(0, Math.floor(body.length / 2)), () => request.socket.destroy());
}
