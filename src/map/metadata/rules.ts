/** A metadata field is an ordered list of small rules; the first that answers wins, and its name is kept. */

import type { Found } from '../../model/report.js';

export interface Rule<E> {
  readonly name: string;
  readonly find: (evidence: E) => string | null;
}

const NOT_FOUND: Found = { value: '', rule: '' };

/** The answer of the first rule that has one. */
export function firstAnswer<E>(rules: readonly Rule<E>[], evidence: E): Found {
  for (const { name, find } of rules) {
    const value = find(evidence);
    if (value) return { value, rule: name };
  }
  return NOT_FOUND;
}
