/** The divisions of China as an index: which places have a name, what lies in what, which code held in which year. */

import { ETHNIC_GROUPS } from '../../form/agencies.js';
import { type UpperEntry, unpackUpper } from '../../form/divisions/format.js';
import { type Division, NAME_LIVES_ON, trunk } from './division.js';
import { findTowns, type TownLists } from './towns.js';

export interface Gazetteer {
  /** Provinces, prefectures and counties of a name or a usual short form (恩施州, 东乡县). */
  upper(name: string): readonly Division[];
  /** Places above towns by the name without its ending: 淮安, 洪泽. */
  bare(stem: string): readonly Division[];
  towns(name: string): readonly Division[];
  /** How many towns of the country share the name without its ending. */
  townsOfStem(stem: string): number;
  /** Places that share a telephone area code (`0379`), as far as it is known. */
  telephone(area: string): readonly Division[];
  /** The code that stood for a place in a year, with its name; the current one when that is not known. */
  inYear(division: Division, year: number | null): Division;
  /** Names of the prefectures and counties within the province or prefecture of a code; none for other codes. */
  below(code: string): readonly string[];
  /** Names from the province down. */
  path(division: Division): string[];
}

export interface DivisionLists extends TownLists {
  readonly upper: string;
  readonly telephones: string;
}

const COUNTY_DIGITS = 6;
const PEOPLES = `(?:${[...ETHNIC_GROUPS].sort((a, b) => b.length - a.length).join('|')})`;
const AUTONOMOUS = new RegExp(`^(.*?)((?:${PEOPLES})*)(自治)?(州|县|旗|区|乡)$`);
const PROVINCE_END = /(?:省|市|(?:壮族|回族|维吾尔)?自治区)$/;
const UPPER_END = /(?:地区|新区|[市县区旗盟州])$/;
const ABOUT_PEOPLES = /族|自治|蒙古|哈萨克|锡伯|塔吉克|柯尔克孜/;

export function buildGazetteer(lists: DivisionLists): Gazetteer {
  const byCode = new Map<string, Division[]>();
  const named = new Map<string, Division[]>();
  const stems = new Map<string, Division[]>();
  for (const entry of unpackUpper(lists.upper)) {
    const division = upperDivision(entry);
    add(byCode, division.code, division);
    if (division.lasting !== division.code) add(byCode, division.lasting, division);
    const { stem, others } = formsOf(division);
    add(named, division.name, division);
    for (const name of others) add(named, name, division);
    if (stem.length > 1) add(stems, stem, division);
  }
  const towns = findTowns(lists);
  const areas = lists.telephones.split('\n').map((line) => line.split(' '));
  return {
    telephone: (area) => {
      // 033 stands for 0335; no entry is the beginning of another.
      const [, ...codes] = areas.find(([start]) => start !== undefined && area.startsWith(start)) ?? [];
      return codes.flatMap((code) => byCode.get(code.padEnd(COUNTY_DIGITS, '0')) ?? []);
    },
    upper: (name) => named.get(name) ?? [],
    bare: (stem) => stems.get(stem) ?? [],
    towns: towns.named,
    townsOfStem: towns.ofStem,
    inYear: (division, year) =>
      inYear(
        division,
        year,
        division.level === 'town' ? towns.same(division) : (byCode.get(division.lasting) ?? []),
      ),
    below: (code) => {
      const start = trunk(code);
      const isLower = (other: string): boolean => other !== code && other.startsWith(start);
      return start === '' || start === code
        ? []
        : [...byCode].flatMap(([other, own]) => (isLower(other) ? own.map(({ name }) => name) : []));
    },
    path: (division) => pathOf(division, byCode),
  };
}

function upperDivision({ code, name, until, successor }: UpperEntry): Division {
  const level = code.endsWith('0000') ? 'province' : code.endsWith('00') ? 'prefecture' : 'county';
  const past = until === undefined ? {} : { until, gone: until + NAME_LIVES_ON };
  return { code, name, level, ...past, lasting: successor ?? code };
}

interface Forms {
  /** The name as it stands before 局 or 分局: 江苏, 淮安, 洪泽, 马关. */
  readonly stem: string;
  /** Other names in use: 恩施州, 东乡县, 广西自治区. */
  readonly others: readonly string[];
}

function formsOf({ name, level }: Division): Forms {
  if (level === 'province') {
    const stem = name.replace(PROVINCE_END, '');
    return { stem, others: name.endsWith('族自治区') ? [`${stem}自治区`] : [] };
  }
  const [, stem = '', peoples = '', autonomous = '', end = ''] = ABOUT_PEOPLES.test(name)
    ? (AUTONOMOUS.exec(name) ?? [])
    : [];
  if (peoples === '') return { stem: name.replace(UPPER_END, ''), others: [] };
  // 东乡族自治县 is 东乡县: the people's name is the place's.
  const core = stem === '' ? peoples.replace(/族.*$/, '') : stem;
  const short = core + end;
  return { stem: core, others: autonomous ? [short, core + autonomous + end] : [short] };
}

/** The variant of a place whose code held at the end of the year; of two names of one code the printed one. */
function inYear(division: Division, year: number | null, variants: readonly Division[]): Division {
  const same = variants.filter(({ lasting }) => lasting === division.lasting);
  const current = same.find(({ until }) => until === undefined) ?? division;
  const then = same
    .filter(({ until }) => year !== null && until !== undefined && until >= year)
    .sort((a, b) => (a.until ?? 0) - (b.until ?? 0))[0];
  // In the last year of a township that became a town the printed name tells which of the two it was.
  const isRenamed = division.level === 'town' && division.until === undefined && then?.name !== division.name;
  if (isRenamed && then?.until === year) return division;
  const best = then ?? current;
  return best.code === division.code ? division : best;
}

function pathOf(division: Division, byCode: ReadonlyMap<string, Division[]>): string[] {
  const { code } = division;
  const above = new Set([`${code.slice(0, 2)}0000`, `${code.slice(0, 4)}00`, code.slice(0, 6)]);
  const names = [...above]
    .filter((upper) => upper !== code)
    .map((upper) => parentName(byCode.get(upper) ?? [], upper, division.until));
  return [...names.filter((name) => name !== ''), division.name];
}

/** The parent's name while the child had its code. */
function parentName(candidates: readonly Division[], code: string, until: number | undefined): string {
  const own = candidates.filter((candidate) => candidate.code === code);
  const then = own.find((candidate) => until !== undefined && (candidate.until ?? 0) >= until);
  return (then ?? own.find((candidate) => candidate.until === undefined) ?? own[0])?.name ?? '';
}

function add<V>(index: Map<string, V[]>, key: string, value: V): void {
  const list = index.get(key);
  if (list === undefined) index.set(key, [value]);
  else if (!list.includes(value)) list.push(value);
}
