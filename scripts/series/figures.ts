/** Made-up agencies over the years whose figures hold: in every report, and from each year to the next. */

import { APPLICANTS, APPLICATION_ITEMS, REMEDY_PATHS, REMEDY_RESULTS } from '../../src/form/index.js';
import { createRandom, type Random } from '../compose/random.js';

/** `table/row/column` → figure. The 2021 form, every cell filled. */
export type Figures = Map<string, number>;

export const PEOPLE = APPLICANTS.map(({ code }) => code).filter((code) => code !== 'total');
export const OUTCOMES = APPLICATION_ITEMS.filter(
  ({ role, code }) => role === 'outcome' && code !== 'other',
).map(({ code }) => code);

/** Figures of an agency change by this much from year to year. */
const CHANGE = { least: 0.7, most: 1.4 } as const;
/** Most rows of most tables are zero. */
const FILLED_SHARE = 0.25;

/** One set of figures a year, oldest first. */
export function figuresOverYears(seed: string, years: number): Figures[] {
  const random = createRandom(seed);
  const base = { people: random.int(2, 60), decisions: random.int(20, 4000), fees: random.int(20, 900) };
  const all: Figures[] = [];
  for (let year = 0; year < years; year++) all.push(oneYear(random.fork(String(year)), base, all.at(-1)));
  return all;
}

interface Base {
  readonly people: number;
  readonly decisions: number;
  readonly fees: number;
}

const vary = (random: Random, figure: number): number =>
  Math.round(figure * (CHANGE.least + random.next() * (CHANGE.most - CHANGE.least)));

function oneYear(random: Random, base: Base, before: Figures | undefined): Figures {
  const figures: Figures = new Map();
  applications(random, base, before, figures);
  remedies(random, figures);
  proactive(random, base, before, figures);
  return figures;
}

function applications(random: Random, base: Base, before: Figures | undefined, figures: Figures): void {
  const add = (row: string, column: string, figure: number): void => {
    figures.set(`applications/${row}/${column}`, figure);
    const total = `applications/${row}/total`;
    figures.set(total, (figures.get(total) ?? 0) + figure);
  };
  for (const [place, column] of PEOPLE.entries()) {
    const carriedIn = before?.get(`applications/carried_over_out/${column}`) ?? random.int(0, 3);
    // Natural persons send most applications; an agency's numbers do not jump.
    const wanted = place === 0 ? vary(random, base.people) : random.chance(0.3) ? random.int(0, 9) : 0;
    const results = OUTCOMES.map((_, row) => (row > 0 && random.chance(FILLED_SHARE) ? random.int(0, 4) : 0));
    const out = place === 0 ? random.int(0, 5) : 0;
    const others = results.reduce((sum, figure) => sum + figure, 0);
    const granted = Math.max(0, wanted + carriedIn - out - others);
    for (const [row, item] of OUTCOMES.entries())
      add(item, column, row === 0 ? granted : (results[row] ?? 0));
    add('outcome_total', column, granted + others);
    add('carried_over_out', column, out);
    add('carried_over_in', column, carriedIn);
    add('received_new', column, granted + others + out - carriedIn);
  }
}

function remedies(random: Random, figures: Figures): void {
  for (const { code: path } of REMEDY_PATHS) {
    let total = 0;
    for (const { code: result } of REMEDY_RESULTS) {
      const figure = result === 'total' ? total : random.chance(0.4) ? random.int(0, 6) : 0;
      figures.set(`remedies/${path}/${result}`, figure);
      total += figure;
    }
  }
}

function proactive(random: Random, base: Base, before: Figures | undefined, figures: Figures): void {
  for (const row of ['regulations', 'normative_documents']) {
    const stock = before?.get(`proactive/${row}/in_force`) ?? random.int(5, 40);
    const [issued, repealed] = [random.int(0, 6), random.int(0, Math.min(4, stock))];
    figures.set(`proactive/${row}/issued`, issued);
    figures.set(`proactive/${row}/repealed`, repealed);
    figures.set(`proactive/${row}/in_force`, before ? stock + issued - repealed : stock);
  }
  for (const row of ['licensing', 'penalties', 'coercion']) {
    figures.set(`proactive/${row}/decisions`, vary(random, base.decisions));
  }
  figures.set('proactive/fees/amount_10k_cny', vary(random, base.fees * 100) / 100);
}
