/**
 * `npm run evaluate:identity`: writes the names of all divisions in the forms that reports use and compares what is
 * read; `--empty` lists names that give nothing though they could. A name that fits one place only must give that place (or, counted apart, nothing); a name that fits several
 * must give nothing. Exit code 1 when a code is wrong or too few are given.
 */

import { unpackTowns, unpackUpper } from '../src/form/divisions/format.js';
import { FORMER_TOWNS } from '../src/form/divisions/former-towns.js';
import { TOWNS } from '../src/form/divisions/towns.js';
import { UPPER } from '../src/form/divisions/upper.js';
import { identify, loadGazetteer } from '../src/map/identity/index.js';
import type { Evidence } from '../src/map/metadata/evidence.js';

const YEAR = 2023;
/** Names given up so many years before the report are no longer meant by it. */
const FORGOTTEN = 3;
const BUREAUS = [
  '水利局',
  '人力资源和社会保障局',
  '行政审批服务局',
  '市场监督管理局',
  '农业农村局',
  '机关事务服务中心',
];
const FIRST_REPORTS = 2018;
const LEAST_SHARE = 0.9;
/** Every n-th town is enough to see all the kinds of names. */
const TOWN_STEP = 3;

interface Place {
  readonly code: string;
  readonly name: string;
}
interface Tally {
  right: number;
  wrong: number;
  empty: number;
}

const upper = unpackUpper(UPPER).filter(({ until }) => until === undefined);
const towns = TOWNS.split('\n').flatMap(unpackTowns);
const former = [...unpackUpper(UPPER), ...FORMER_TOWNS.split('\n').flatMap(unpackTowns)].filter(
  ({ until }) => until !== undefined,
);
const byCode = new Map(upper.map((place) => [place.code, place]));
const uses = new Map<string, Set<string>>();
for (const { code, name, until, successor } of [...upper, ...towns, ...former]) {
  if (until !== undefined && until + FORGOTTEN <= YEAR) continue;
  uses.set(name, (uses.get(name) ?? new Set()).add(successor ?? code));
}

const gazetteer = await loadGazetteer();
const nothing: Evidence = {
  opening: [],
  preface: '',
  closing: [],
  foot: [],
  fields: new Map(),
  tags: {},
  pageTitle: '',
  breadcrumb: [],
  asPrinted: (text) => text,
};
const tallies = new Map<string, Tally>();
const wrong: string[] = [];

/** `expected` is the code, or empty when the text does not say which place it is. */
function check(
  variant: string,
  name: string,
  expected: string,
  evidence: Partial<Evidence> = {},
  year = YEAR,
): void {
  const tally = tallies.get(variant) ?? { right: 0, wrong: 0, empty: 0 };
  tallies.set(variant, tally);
  const { regionCode, rule } = identify(name, String(year), { ...nothing, ...evidence }, gazetteer);
  if (regionCode === expected) tally.right += 1;
  else if (regionCode === '') {
    tally.empty += 1;
    if (process.argv.includes('--empty')) process.stdout.write(`${variant}: ${name} (${rule})\n`);
  } else {
    tally.wrong += 1;
    wrong.push(`${variant}: ${name} → ${regionCode} (${rule}), expected ${expected || 'nothing'}`);
  }
}

const isOne = (name: string): boolean => uses.get(name)?.size === 1;
const provinceOf = ({ code }: Place): Place | undefined => byCode.get(`${code.slice(0, 2)}0000`);
const cityOf = ({ code }: Place): Place | undefined => byCode.get(`${code.slice(0, 4)}00`);
/** Names of the places above, as they stand in front of a name. */
function prefixes(place: Place): string[] {
  const province = provinceOf(place)?.name ?? '';
  const city = cityOf(place);
  const above = city && city.code !== place.code ? city.name : '';
  return [...new Set([above || province, province + above])].filter(
    (prefix) => prefix !== '' && prefix !== place.name,
  );
}

for (const [at, place] of upper.entries()) {
  const alone = isOne(place.name) ? place.code : '';
  const bureau = BUREAUS[at % BUREAUS.length] ?? '';
  check('government', `${place.name}人民政府`, alone);
  check('bureau', `${place.name}${bureau}`, alone);
  check('office', `${place.name}人民政府办公室`, alone);
  for (const prefix of prefixes(place)) {
    check('government, places in front', `${prefix}${place.name}人民政府`, place.code);
    check('bureau, places in front', `${prefix}${place.name}${bureau}`, place.code);
    check('tax', `国家税务总局${prefix}${place.name}税务局`, place.code);
    const preface = `如有疑问，请与${prefix}${place.name}${bureau}联系（地址：${prefix}${place.name}人民路2号）`;
    check('bureau, fuller in the preface', `${place.name}${bureau}`, place.code, { preface });
    check('government, site of the city', `${place.name}人民政府`, sharedInCity(place) ? alone : place.code, {
      tags: { sitename: `${prefix}人民政府网` },
    });
  }
}

function sharedInCity(place: Place): boolean {
  const scope = (cityOf(place)?.code ?? place.code).slice(0, 4);
  return [...(uses.get(place.name) ?? [])].filter((code) => code.startsWith(scope)).length > 1;
}

for (let at = 0; at < towns.length; at += TOWN_STEP) {
  const town = towns[at];
  const county = town && byCode.get(town.code.slice(0, 6));
  if (!town || !county) continue;
  const office = town.name.endsWith('街道') ? '办事处' : '人民政府';
  const full = `${county.name}${town.name}${office}`;
  check('town, county in front', full, isOne(county.name) ? town.code : onlyTown(county.name, town.name));
  check('town alone', `${town.name}${office}`, isOne(town.name) ? town.code : '');
  for (const prefix of prefixes(county)) {
    check('town, all places in front', prefix + full, town.code);
    check('town, site of the county', `${town.name}${office}`, town.code, {
      tags: { sitename: `${prefix}${county.name}人民政府` },
    });
  }
}

/** Two counties share a name, but only one of them has such a town. */
function onlyTown(county: string, town: string): string {
  const counties = upper.filter(({ name }) => name === county).map(({ code }) => code);
  const fits = [...(uses.get(town) ?? [])].filter((code) => counties.includes(code.slice(0, 6)));
  return fits.length === 1 ? (fits[0] ?? '') : '';
}

/** Under its old name and code while these held, under the new code of the same place for a page that lags behind. */
for (const { code, name, until = 0, successor } of unpackUpper(UPPER)) {
  const city = byCode.get(`${code.slice(0, 4)}00`);
  if (until < FIRST_REPORTS || !city || successor === code) continue;
  check('former county in its time', `${city.name}${name}人民政府`, code, {}, until);
  if (successor) check('former county later', `${city.name}${name}人民政府`, successor, {}, until + 2);
}

/** 东海局, 朝阳水利局: a county's name without its ending names no place; two evidences that disagree decide nothing. */
for (const place of upper) {
  if (place.code.endsWith('00')) continue;
  const stem = place.name.replace(/[市县区旗]$/, '');
  if (gazetteer.upper(stem).length === 0) check('county without its ending', `${stem}水利局`, '');
  const others = [...(uses.get(place.name) ?? [])].flatMap(
    (code) => byCode.get(`${code.slice(0, 4)}00`) ?? [],
  );
  const [here, there] = others;
  if (!here || !there || here === there) continue;
  const contradiction = {
    tags: { sitename: `${here.name}人民政府` },
    preface: `地址：${there.name}人民路2号`,
  };
  check('places that contradict', `${place.name}人民政府`, '', contradiction);
}

let given = true;
for (const [variant, { right, wrong: bad, empty }] of tallies) {
  const total = right + bad + empty;
  process.stdout.write(
    `${variant.padEnd(32)} ${String(total).padStart(6)} names, ${((100 * right) / total).toFixed(1).padStart(5)} % right, ${empty} empty, ${bad} wrong\n`,
  );
  // A town's name alone is believed only when nothing is like it.
  if (variant !== 'town alone' && right / total < LEAST_SHARE) given = false;
}
for (const line of wrong.slice(0, 40)) process.stdout.write(`${line}\n`);
process.exitCode = wrong.length === 0 && given ? 0 : 1;
