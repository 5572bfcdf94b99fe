/** Source → the URLs its walk begins with. */

import type { Source } from './sources/index.js';
import { normalizeUrl } from './urls.js';

export interface Seed {
  readonly url: string;
  /** The report year asked for, for a query source. */
  readonly year: number | null;
}

/** Since reports for 2019 all agencies use the common form; earlier years are asked for with `year_from`. */
const FIRST_FORM_YEAR = 2019;
/** Reports of a year are due by 31 March of the next (条例 art. 49, 50). */
const DUE_MONTH = 3;

/** The year of the latest reports that must be out on a day. */
export function latestDueYear(today: Date): number {
  return today.getUTCFullYear() - (today.getUTCMonth() >= DUE_MONTH ? 1 : 2);
}

/** `{year}`, and the bare YYYY that portals' own help pages print. */
const YEAR_PLACE = /\{year\}|\{yyyy\}|%7B(?:year|yyyy)%7D|(?<=[=/])YYYY(?=$|[&/#])/gi;

/** Years that a query source is asked for; null when its URL names its year itself. */
export function yearsOf(source: Source, today: Date): number[] | null {
  if (!hasYearPlace(source)) return null;
  const from = source.yearFrom ?? Math.min(FIRST_FORM_YEAR, source.yearTo ?? FIRST_FORM_YEAR);
  const to = source.yearTo ?? Math.max(from, latestDueYear(today));
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

function hasYearPlace({ url, params = {} }: Source): boolean {
  return [url, ...Object.values(params)].some((text) => new RegExp(YEAR_PLACE.source, 'i').test(text));
}

/** The seeds of a source, in order. */
export function seedsOf(source: Source, today: Date): Seed[] {
  const years = yearsOf(source, today);
  const seeds = (years ?? [null]).map((year) => ({
    url: normalizeUrl(urlFor(source, year)) ?? source.url,
    year,
  }));
  return [...new Map(seeds.map((seed) => [seed.url, seed])).values()];
}

function urlFor({ url, params = {} }: Source, year: number | null): string {
  const fill = (text: string): string => (year === null ? text : text.replace(YEAR_PLACE, String(year)));
  const filled = new URL(fill(url));
  for (const [name, value] of Object.entries(params)) filled.searchParams.set(name, fill(value));
  return filled.href;
}
