import type { LookupAddress } from 'node:dns';
import {
  guardedLookup,
  isPublic,
  type Resolver,
  refuseLiteral,
  refuseResolved,
} from '../../src/harvest/fetch/addresses.js';

const PRIVATE = [
  '127.0.0.1',
  '127.255.0.9',
  '10.1.2.3',
  '172.16.0.1',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '0.0.0.0',
  '224.0.0.1',
  '255.255.255.255',
  '240.0.0.1',
  '198.18.0.1',
  '::1',
  '::',
  'fe80::1',
  'fc00::1',
  'fd12:3456::1',
  'ff02::1',
  '::ffff:127.0.0.1',
  '::ffff:10.0.0.1',
  '64:ff9b::7f00:1',
  '2002:7f00:1::',
];
const PUBLIC = ['8.8.8.8', '223.5.5.5', '2400:3200::1', '::ffff:223.5.5.5', '64:ff9b::df05:505'];

test.each(PRIVATE)('%s is not public', (address) => expect(isPublic(address)).toBe(false));
test.each(PUBLIC)('%s is public', (address) => expect(isPublic(address)).toBe(true));

test.each([
  'http://127.0.0.1/',
  'http://2130706433/',
  'http://0x7f.1/',
  'http://0177.0.0.1/',
  'http://[::1]/',
  'http://[::ffff:10.0.0.1]/',
  'http://[fe80::1]/',
])('%s is refused before it is connected to', (url) => {
  expect(() => refuseLiteral(new URL(url))).toThrow(/not a public address/);
});

const resolver =
  (...addresses: string[]): Resolver =>
  (_host, _options, done) =>
    done(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );

const look = (resolve: Resolver): Promise<unknown> =>
  new Promise((done) =>
    guardedLookup(resolve)('portal.example', { all: true }, (error, found) => done(error?.message ?? found)),
  );

test('a name is refused when any of its addresses is not public', async () => {
  expect(await look(resolver('8.8.8.8', '10.0.0.1'))).toMatch(/10\.0\.0\.1, which is not a public address/);
  expect(await look(resolver('8.8.8.8'))).toEqual([{ address: '8.8.8.8', family: 4 }]);
});

test('the name is resolved and checked at every connection: a name that changes its mind gains nothing', async () => {
  const answers = [['8.8.8.8'], ['127.0.0.1']];
  const rebinding: Resolver = (_host, _options, done) => {
    const addresses: LookupAddress[] = (answers.shift() ?? []).map((address) => ({ address, family: 4 }));
    done(null, addresses);
  };
  expect(await look(rebinding)).toEqual([{ address: '8.8.8.8', family: 4 }]);
  expect(await look(rebinding)).toMatch(/127\.0\.0\.1/);
});

test('behind a proxy, names that resolve to private addresses here are refused, unknown ones are left to it', async () => {
  const url = new URL('http://portal.example/');
  await expect(refuseResolved(url, resolver('192.168.0.1'))).rejects.toThrow(/192\.168\.0\.1/);
  await expect(
    refuseResolved(url, (_host, _options, done) => done(new Error('ENOTFOUND'), [])),
  ).resolves.toBeUndefined();
});
