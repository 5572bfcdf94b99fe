/**
 * Finding a printed label among those of the form, with tolerance for spacing, numbering, brackets, width and
 * misprints. A match says how it was found, so that `explain` can show it and stricter callers can refuse it.
 */

import {
  APPLICANTS,
  APPLICATION_GROUPS,
  APPLICATION_ITEMS,
  type FormLabel,
  PROACTIVE_ITEMS,
  PROACTIVE_MEASURES,
  REMEDY_PATHS,
  REMEDY_RESULTS,
} from '../../form/index.js';
import { editDistance, keptWithLabel, type LabelText } from './text.js';

/** From certain to tolerant. `position` is given by neighbours, not by the label's own text. */
export type MatchKind = 'exact' | 'contained' | 'similar' | 'position';

export interface LabelMatch {
  readonly code: string;
  readonly kind: MatchKind;
  /** 1 for an exact match; for `similar`, the share of the label's characters that agree. */
  readonly score: number;
}

/** A set of labels one text is compared with. */
export class Vocabulary {
  readonly #entries: readonly Entry[];
  readonly #exact: ReadonlyMap<string, string>;
  /** Places in `#entries` of the texts that have a letter, so that most are told apart without being looked at. */
  readonly #withLetter: ReadonlyMap<string, readonly number[]>;

  constructor(labels: readonly FormLabel[]) {
    this.#entries = labels.flatMap((label) =>
      [...new Set([label.zh, ...label.variants].map(key))].map((text) => ({ code: label.code, text })),
    );
    this.#exact = new Map(this.#entries.map(({ code, text }) => [text, code]));
    this.#withLetter = placesOfLetters(this.#entries);
  }

  /** The label a text stands for, or null when none is near enough or two are equally near. */
  readonly find: (label: LabelText) => LabelMatch | null = keptWithLabel((label) => this.#search(label));

  /** The code of the label that a text is to the letter, numbering aside; null for any other. */
  exact(label: LabelText): string | null {
    if (label.full === '' || label.full.length > LONGEST_LABEL) return null;
    return (
      this.#exact.get(label.bare) ??
      this.#exact.get(label.full) ??
      this.#exact.get(label.full.replace(STRAY_NUMBER, '')) ??
      null
    );
  }

  #search(label: LabelText): LabelMatch | null {
    if (label.full === '' || label.full.length > LONGEST_LABEL) return null;
    const code = this.exact(label);
    if (code !== null) return { code, kind: 'exact', score: 1 };
    const contained = this.#contained(label);
    if (contained !== null && contained.score >= NEARLY_WHOLE) return contained;
    const similar = this.#similar(label);
    // 一年项目数量 holds 项目数量, but it is 上一年项目数量 without its first character.
    return contained !== null && (similar === null || similar.score < NEARLY_WHOLE) ? contained : similar;
  }

  /** The longest label inside the text; null when two of that length are. */
  #contained({ full }: LabelText): LabelMatch | null {
    let longest = 0;
    let codes = new Set<string>();
    for (const { code, text } of this.#entries) {
      if (text.length < Math.max(SHORTEST_CONTAINED, longest) || !full.includes(text)) continue;
      if (text.length > longest) codes = new Set();
      longest = text.length;
      codes.add(code);
    }
    const [code] = codes;
    return code !== undefined && codes.size === 1
      ? { code, kind: 'contained', score: longest / full.length }
      : null;
  }

  #similar({ bare, full }: LabelText): LabelMatch | null {
    const text = bare.length >= SHORTEST_SIMILAR ? bare : full;
    if (text.length < SHORTEST_SIMILAR) return null;
    const [best, second] = this.#nearest(text);
    if (!best) return null;
    const score = 1 - best.distance / best.length;
    if (score < SIMILAR_ENOUGH) return null;
    const next = second ? 1 - second.distance / second.length : 0;
    const clear =
      score - next >= CLEARLY_BETTER || (second && second.distance > MUCH_FARTHER * best.distance);
    return clear ? { code: best.code, kind: 'similar', score } : null;
  }

  /** Every code that is worth comparing with its smallest distance, the nearest first. */
  #nearest(text: string): readonly Nearness[] {
    const nearest = new Map<string, Nearness>();
    const shared = this.#sharedLetters(text);
    for (const [at, { code, text: entry }] of this.#entries.entries()) {
      if (entry.length < SHORTEST_SIMILAR) continue;
      const length = Math.max(text.length, entry.length);
      const limit = Math.floor(length * (1 - WORTH_COMPARING));
      // Every character of the longer text that the other lacks costs one: most texts are told apart by that alone.
      if (length - (shared[at] ?? 0) > limit) continue;
      const distance = editDistance(text, entry, limit);
      const before = nearest.get(code);
      if (!before || distance / length < before.distance / before.length)
        nearest.set(code, { code, distance, length });
    }
    return [...nearest.values()].sort((a, b) => a.distance / a.length - b.distance / b.length);
  }

  /** For every entry at least as many characters as it has in common with the text. */
  #sharedLetters(text: string): readonly number[] {
    const shared = new Array<number>(this.#entries.length).fill(0);
    for (const letter of text)
      for (const at of this.#withLetter.get(letter) ?? []) shared[at] = (shared[at] ?? 0) + letter.length;
    return shared;
  }
}

function placesOfLetters(entries: readonly Entry[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (const [at, { text }] of entries.entries())
    for (const letter of new Set(text)) {
      const known = places.get(letter);
      if (known) known.push(at);
      else places.set(letter, [at]);
    }
  return places;
}

interface Nearness {
  readonly code: string;
  /** Characters that differ, of the longer text's `length`. */
  readonly distance: number;
  readonly length: number;
}

interface Entry {
  readonly code: string;
  readonly text: string;
}

/** The longest official label has 35 characters; explanations in brackets can double that. */
const LONGEST_LABEL = 120;
/** Shorter keys (`其他`, `总计`, `规章`) stand inside too many other words. */
const SHORTEST_CONTAINED = 4;
/** A longer label with one misprint can hold a short one; a label and the name of its group are alike by less. */
const NEARLY_WHOLE = 0.8;
/** One wrong character of three leaves nothing to recognise. */
const SHORTEST_SIMILAR = 3;
/** A third of the characters may be lost or wrong (其他法律行政止公开 keeps 9 of 12). */
const SIMILAR_ENOUGH = 0.6;
/** The next best label must be clearly worse, or the text is ambiguous. */
const CLEARLY_BETTER = 0.15;
/** In long labels that are much alike, one wrong character against three still tells them apart. */
const MUCH_FARTHER = 2;
/** Distances beyond this are not computed to the end. */
const WORTH_COMPARING = 0.4;

/** The share of characters in which two texts agree, from 0 to 1; 0 where it is less than a label needs. */
export function similarity(text: string, label: string): number {
  const length = Math.max(text.length, label.length);
  const limit = Math.floor(length * (1 - SIMILAR_ENOUGH));
  const distance = editDistance(text, label, limit);
  return distance > limit || length === 0 ? 0 : 1 - distance / length;
}

/** What is left of a damaged numbering: `.4保护…`, `（）七总计`. */
const STRAY_NUMBER = /^[一二三四五六七八九十\d]{1,2}/;

function key(label: string): string {
  return label.replace(/（[^）]*）/g, '').replace(/[^\p{L}\p{N}]+/gu, '');
}

export const VOCABULARY = {
  item: new Vocabulary(APPLICATION_ITEMS),
  group: new Vocabulary(APPLICATION_GROUPS.filter(({ zh }) => zh !== '')),
  applicant: new Vocabulary(APPLICANTS),
  proactive: new Vocabulary(PROACTIVE_ITEMS),
  measure: new Vocabulary(PROACTIVE_MEASURES),
  path: new Vocabulary(REMEDY_PATHS),
  result: new Vocabulary(REMEDY_RESULTS),
} as const;
