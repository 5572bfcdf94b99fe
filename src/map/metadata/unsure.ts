/** Characters of a scanned title that were read in two ways, and what else the document says about them. */

import { UNSURE } from '../../model/document.js';

/** Share of a known text that must stand in the title for the rest of it to be believed. */
const MOSTLY = 0.6;
/** The ends of nearly all titles of reports. */
const USUAL_ENDS = ['政府信息公开工作年度报告', '政府信息公开年度报告'] as const;

/**
 * The title with its unsure characters filled in where what is known otherwise, its agency or its year, stands around
 * them in one place only. What nothing else tells stays unsure.
 */
export function completeTitle(title: string, agency: string, year: string): string {
  if (!title.includes(UNSURE)) return title;
  const known = [agency, year === '' ? '' : `${year}年`];
  return known.filter((text) => text !== '').reduce(filled, withUsualEnd(title));
}

/** The title with the unsure characters of its usual words filled in. */
export function withUsualEnd(title: string): string {
  return title.includes(UNSURE) ? USUAL_ENDS.reduce(filled, title) : title;
}

/**
 * A name with its unsure characters as they stand where the text has the name again; null where it has none, or names
 * that differ, or where too little of the name is sure.
 */
export function completeName(name: string, text: string): string | null {
  const characters = [...name];
  const sure = characters.filter((character) => character !== UNSURE).length;
  if (sure < MOSTLY * characters.length) return null;
  const found = text.match(new RegExp(characters.map(patternOf).join(''), 'gu')) ?? [];
  const [only, ...others] = new Set(found);
  return only !== undefined && others.length === 0 ? only : null;
}

/** A year in digits or ideographs; several characters that were read in two ways can have become one. */
const YEAR_LIKE = /[2二][\d〇零○O一二三四五六七八九□]{1,3}(?=年)/;

/** Whether a text names a year of which a digit was read in two ways; full-width digits are digits. */
export function hasUnsureYear(text: string): boolean {
  const year = YEAR_LIKE.exec(text.normalize('NFKC').replace(/\s+/g, ''))?.[0];
  return year?.includes(UNSURE) === true;
}

function patternOf(character: string): string {
  return character === UNSURE ? '\\p{Script=Han}' : character.replace(/[^\p{L}\p{N}]/gu, '\\$&');
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
