/** Characters of a scanned title that were read in two ways, and what else the document says about them. */

import { UNSURE } from '../../model/document.js';

/** Share of a known text that must stand in the title for the rest of it to be believed. */
const MOSTLY = 0.6;
/** The end of nearly every title of a report. */
const USUAL_END = '政府信息公开工作年度报告';

/**
 * The title with its unsure characters filled in where what is known otherwise, its agency or its year, stands around
 * them in one place only. What nothing else tells stays unsure.
 */
export function completeTitle(title: string, agency: string, year: string): string {
  if (!title.includes(UNSURE)) return title;
  const known = [agency, year === '' ? '' : `${year}年`, USUAL_END];
  return known.filter((text) => text !== '').reduce(filled, title);
}

function filled(title: string, known: string): string {
  const [characters, wanted] = [[...title], [...known]];
  const places = characters.flatMap((_, at) => (fits(characters.slice(at), wanted) ? [at] : []));
  const [place] = places;
  if (place === undefined || places.length > 1) return title;
  return [...characters.slice(0, place), ...wanted, ...characters.slice(place + wanted.length)].join('');
}

function fits(characters: readonly string[], wanted: readonly string[]): boolean {
  if (characters.length < wanted.length) return false;
  const same = wanted.filter((character, i) => character === characters[i]).length;
  const unsure = wanted.filter((_, i) => characters[i] === UNSURE).length;
  return same + unsure === wanted.length && same >= MOSTLY * wanted.length;
}
