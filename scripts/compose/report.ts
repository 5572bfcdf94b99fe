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
    phone: `0${random.int(310, 998)}-${random.int(2_000_000, 8_999_999)}`,
    random: random.fork('print'),
  };
}

/** `2023-01-05` as 2023年1月5日. */
export function chineseDate(iso: string): string {
  const [year, month, day] = iso.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}
