import type { AgencyKind } from './agencies.js';
import {
  APPLICANTS,
  CARRIED_IN,
  CARRIED_OUT,
  type Edition,
  outcomeItems,
  RECEIVED_NEW,
  REMEDY_PATHS,
} from './forms.js';
import type { Random } from './random.js';
import { type CellKey, cellKey } from './truth.js';

/** The figures of one report, by cell; plain notation, no separators. */
export type Figures = Map<CellKey, string>;

/** Applications a year: [lowest, highest, share of agencies that had none]. */
const APPLICATION_SCALE: Record<AgencyKind, readonly [number, number, number]> = {
  town: [1, 6, 0.7],
  street: [1, 25, 0.4],
  county: [20, 400, 0],
  county_bureau: [1, 60, 0.3],
  city_bureau: [3, 300, 0.1],
  city: [150, 3200, 0],
  ministry: [600, 9000, 0],
};

/** Decisions a year (licences, penalties): [highest, share of agencies that had none]. */
const DECISION_SCALE: Record<AgencyKind, readonly [number, number]> = {
  town: [130, 0.6],
  street: [90, 0.5],
  county: [60000, 0],
  county_bureau: [12000, 0.3],
  city_bureau: [9000, 0.2],
  city: [900000, 0],
  ministry: [30000, 0.1],
};

/** Governments of cities with districts, provinces and ministries may make 规章. */
const MAKES_REGULATIONS: ReadonlySet<AgencyKind> = new Set<AgencyKind>(['city', 'ministry']);

/** Natural persons send most applications; the rest is spread thinly. */
const APPLICANT_WEIGHTS = [78, 14, 1, 1, 3, 3];

/** Shares of the results, in the order of the form's rows; 其他 rows get what is left of the list. */
const OUTCOME_WEIGHTS = [35, 6, 1, 1, 1, 2, 2, 2, 2, 2, 25, 6, 3, 5, 2, 1, 1, 1, 3, 2, 2];

function weightedIndex(random: Random, weights: readonly number[]): number {
  let left = random.next() * weights.reduce((sum, weight) => sum + weight, 0);
  const found = weights.findIndex((weight) => {
    left -= weight;
    return left < 0;
  });
  return Math.max(found, 0);
}

/** Splits `count` over weights; large counts in lumps, so that thousands cost no time. */
function spread(random: Random, count: number, weights: readonly number[]): number[] {
  const shares = weights.map(() => 0);
  const lump = Math.max(1, Math.floor(count / 120));
  for (let left = count; left > 0; ) {
    const part = Math.min(left, random.int(1, lump));
    const index = weightedIndex(random, weights);
    shares[index] = (shares[index] ?? 0) + part;
    left -= part;
  }
  return shares;
}

function drawApplications(random: Random, kind: AgencyKind, oneRowOther: boolean, figures: Figures): void {
  const [low, high, none] = APPLICATION_SCALE[kind];
  const fresh = random.chance(none) ? 0 : random.int(low, high);
  const carriedIn = fresh > 3 && random.chance(0.7) ? random.int(0, Math.ceil(fresh / 12)) : 0;
  const items = outcomeItems(oneRowOther);
  const weights = items.map((_, index) => OUTCOME_WEIGHTS[index] ?? 1);
  const newShares = spread(random, fresh, APPLICANT_WEIGHTS);
  const inShares = spread(random, carriedIn, APPLICANT_WEIGHTS);
  const totals = new Map<string, number>();
  const put = (item: string, applicant: string, value: number) => {
    figures.set(cellKey('applications', item, applicant), String(value));
    totals.set(item, (totals.get(item) ?? 0) + value);
  };
  for (const [index, [applicant]] of APPLICANTS.slice(0, -1).entries()) {
    const handled = (newShares[index] ?? 0) + (inShares[index] ?? 0);
    const out = handled > 2 ? random.int(0, Math.ceil(handled / 15)) : 0;
    const results = spread(random, handled - out, weights);
    put(RECEIVED_NEW[0], applicant, newShares[index] ?? 0);
    put(CARRIED_IN[0], applicant, inShares[index] ?? 0);
    for (const [at, item] of items.entries()) put(item, applicant, results[at] ?? 0);
    put('outcome_total', applicant, handled - out);
    put(CARRIED_OUT[0], applicant, out);
  }
  for (const [item, total] of totals) figures.set(cellKey('applications', item, 'total'), String(total));
}

function drawRemedies(random: Random, kind: AgencyKind, figures: Figures): void {
  const high = Math.ceil(APPLICATION_SCALE[kind][1] / 80);
  const busy = kind !== 'town' && kind !== 'street' && random.chance(0.6);
  for (const [path] of REMEDY_PATHS) {
    const parts = ['upheld', 'corrected', 'other_result', 'pending'].map((result) => {
      const value = busy && random.chance(0.6) ? random.int(0, high) : 0;
      figures.set(cellKey('remedies', path, result), String(value));
      return value;
    });
    figures.set(cellKey('remedies', path, 'total'), String(parts.reduce((sum, part) => sum + part, 0)));
  }
}

/** An amount in 万元; real ones have from no to six decimals. */
function drawAmount(random: Random, high: number): string {
  const decimals = random.pick([0, 1, 2, 2, 2, 4, 6]);
  const amount = (random.next() * high).toFixed(decimals);
  return decimals > 0 ? amount.replace(/0$/, '7') : amount;
}

function drawProactive2021(random: Random, kind: AgencyKind, put: PutProactive): void {
  const documents = (item: string, high: number) => {
    const issued = random.int(0, high);
    const repealed = random.int(0, Math.ceil(high / 2));
    put(item, 'issued', issued);
    put(item, 'repealed', repealed);
    put(item, 'in_force', issued + random.int(0, high * 6));
  };
  documents('regulations', MAKES_REGULATIONS.has(kind) ? 14 : 0);
  documents('normative_documents', random.chance(0.5) ? random.int(1, kind === 'town' ? 6 : 60) : 0);
  for (const item of ['licensing', 'penalties', 'coercion'])
    put(item, 'decisions', drawDecisions(random, kind));
  const charges = kind !== 'town' && random.chance(0.5);
  put('fees', 'amount_10k_cny', charges ? drawAmount(random, random.chance(0.3) ? 90000 : 400) : 0);
}

function drawProactive2019(random: Random, kind: AgencyKind, put: PutProactive): void {
  const documents = (item: string, high: number) => {
    const made = random.int(0, high);
    put(item, 'made', made);
    put(item, 'disclosed', random.chance(0.7) ? made : random.int(0, made));
    put(item, 'disclosed_total', made + random.int(0, high * 6));
  };
  documents('regulations', MAKES_REGULATIONS.has(kind) ? 14 : 0);
  documents('normative_documents', random.chance(0.5) ? random.int(1, kind === 'town' ? 20 : 60) : 0);
  for (const item of ['licensing', 'other_services', 'penalties', 'coercion']) {
    const decisions = drawDecisions(random, kind);
    const items = decisions > 0 ? random.int(1, 300) : 0;
    put(item, 'items_previous_year', items);
    put(item, 'items_change', items > 0 ? random.pick([0, 0, 1, 4, 12, -1, -8, -23]) : 0);
    put(item, 'decisions', decisions);
  }
  const fees = kind === 'town' ? 0 : random.int(0, 9);
  put('fees', 'items_previous_year', fees);
  put('fees', 'items_change', fees > 2 ? random.pick([0, 0, -1, 2]) : 0);
  const projects = random.chance(0.5) ? random.int(1, 60) : 0;
  put('procurement', 'projects', projects);
  put('procurement', 'amount_10k_cny', projects > 0 ? drawAmount(random, 9000) : 0);
}

type PutProactive = (item: string, measure: string, value: number | string) => void;

function drawDecisions(random: Random, kind: AgencyKind): number {
  const [high, none] = DECISION_SCALE[kind];
  if (random.chance(none)) return 0;
  return random.int(0, random.chance(0.5) ? Math.ceil(high / 50) : high);
}

/** Figures that satisfy every arithmetic rule of the form. */
export function drawFigures(
  random: Random,
  kind: AgencyKind,
  edition: Edition,
  oneRowOther: boolean,
): Figures {
  const figures: Figures = new Map();
  const put: PutProactive = (item, measure, value) => {
    figures.set(cellKey('proactive', item, measure), String(value));
  };
  if (edition === '2021') drawProactive2021(random.fork('proactive'), kind, put);
  else drawProactive2019(random.fork('proactive'), kind, put);
  drawApplications(random.fork('applications'), kind, oneRowOther, figures);
  drawRemedies(random.fork('remedies'), kind, figures);
  return figures;
}
