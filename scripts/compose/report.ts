import { AGENCIES, type Agency, type AgencyKind, agencyNames } from './agencies.js';
import { drawFigures, type Figures } from './figures.js';
import type { Edition } from './forms.js';
import { createRandom, type Random } from './random.js';

/** A made-up annual report before it is printed: who, when, and every figure. */
export interface Report {
  seed: string;
  agency: Agency;
  /** The name its title uses. */
  printedName: string;
  /** Every name that counts as right. */
  agencyNames: string[];
  year: number;
  edition: Edition;
  /** （六）其他处理 as one row. */
  oneRowOther: boolean;
  figures: Figures;
  /** ISO dates. */
  periodStart: string;
  periodEnd: string;
  publishedOn: string;
  phone: string;
  /** Randomness for the prose and for the dialects. */
  random: Random;
}

export interface ReportWishes {
  kind?: AgencyKind;
  agency?: string;
  year?: number;
  edition?: Edition;
  oneRowOther?: boolean;
}

const FIRST_YEAR = 2019;
const LAST_YEAR = 2025;
/** The first year that reports by the 2021 form. */
const FORM_2021_FROM = 2021;
/** About one 2021-form report in eight keeps 其他处理 as one row. */
const ONE_ROW_OTHER_SHARE = 0.12;

function chooseAgency(random: Random, wishes: ReportWishes): Agency {
  // A named agency is wanted whatever its kind.
  const fitting = AGENCIES.filter((agency) =>
    wishes.agency === undefined
      ? wishes.kind === undefined || agency.kind === wishes.kind
      : agency.name === wishes.agency,
  );
  if (fitting.length === 0) throw new Error(`no agency fits ${JSON.stringify(wishes)}`);
  return random.pick(fitting);
}

/** Titles name the agency alone or with the place next above it. */
function chooseName(random: Random, agency: Agency): string {
  const above = agency.path.at(-1);
  return above !== undefined && random.chance(0.5) ? above + agency.name : agency.name;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

/** Composes one report; the same seed and wishes give the same report. */
export function composeReport(seed: string, wishes: ReportWishes = {}): Report {
  const random = createRandom(seed);
  const agency = chooseAgency(random, wishes);
  const year = wishes.year ?? random.int(FIRST_YEAR, LAST_YEAR);
  const edition = wishes.edition ?? (year < FORM_2021_FROM ? '2019' : '2021');
  const drawnOneRow = random.chance(ONE_ROW_OTHER_SHARE);
  const oneRowOther = wishes.oneRowOther ?? (edition === '2019' || drawnOneRow);
  return {
    seed,
    agency,
    printedName: chooseName(random, agency),
    agencyNames: agencyNames(agency),
    year,
    edition,
    oneRowOther,
    figures: drawFigures(random.fork('figures'), agency.kind, edition, oneRowOther),
    periodStart: `${year}-01-01`,
    periodEnd: `${year}-12-31`,
    publishedOn: `${year + 1}-${twoDigits(random.int(1, 3))}-${twoDigits(random.int(2, 28))}`,
    phone: phoneOf(agency, random.int(310, 998), random.int(2_000_000, 8_999_999)),
    random: random.fork('print'),
  };
}

/** Area codes of the places the agencies are in, by the first four digits of the region code. */
const AREA_CODES: Readonly<Record<string, string>> = {
  '1101': '010',
  '1302': '0315',
  '1309': '0317',
  '1311': '0318',
  '1401': '0351',
  '1402': '0352',
  '1502': '0472',
  '1525': '0479',
  '2102': '0411',
  '2103': '0412',
  '2112': '024',
  '2201': '0431',
  '2304': '0468',
  '3101': '021',
  '3201': '025',
  '3203': '0516',
  '3205': '0512',
  '3208': '0517',
  '3301': '0571',
  '3303': '0577',
  '3307': '0579',
  '3308': '0570',
  '3310': '0576',
  '3311': '0578',
  '3401': '0551',
  '3408': '0556',
  '3417': '0566',
  '3418': '0563',
  '3504': '0598',
  '3505': '0595',
  '3607': '0797',
  '3701': '0531',
  '3708': '0537',
  '3710': '0631',
  '4103': '0379',
  '4201': '027',
  '4290': '0728',
  '4309': '0737',
  '4312': '0745',
  '4401': '020',
  '4403': '0755',
  '4406': '0757',
  '4408': '0759',
  '4502': '0772',
  '5001': '023',
  '5002': '023',
  '5111': '0833',
  '5120': '028',
  '5226': '0855',
  '5326': '0876',
  '6101': '029',
  '6102': '0919',
  '6107': '0916',
  '6108': '0912',
  '6110': '0914',
  '6206': '0935',
};
/** Some print no area code, and of provinces and ministries it says nothing. */
const WITHOUT_AREA_CODE = 0.2;

function phoneOf({ codes }: Agency, drawn: number, number: number): string {
  const area = AREA_CODES[(codes[0] ?? '').slice(0, 4)];
  const bare = (drawn % 100) / 100 < WITHOUT_AREA_CODE;
  return area === undefined || bare ? String(number) : `${area}-${number}`;
}

/** `2023-01-05` as 2023年1月5日. */
export function chineseDate(iso: string): string {
  const [year, month, day] = iso.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}
