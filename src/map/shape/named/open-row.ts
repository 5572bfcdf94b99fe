/** The row whose values are being gathered: names that wait for their values, and the figures that follow them. */

import type { Locator } from '../../../model/document.js';
import { codeOf, type Pair } from './names.js';
import type { RowName } from './row-names.js';

/** A text and where it stands. */
export interface Printed {
  readonly text: string;
  readonly locator: Locator;
}

export interface NamedValue {
  readonly code: string;
  readonly name: Printed;
  readonly value: Printed;
}

export interface NamedRow extends RowName {
  readonly label: Printed;
  /** Headings between the row before and this one: 第二十条第（五）项, （三）不予公开. */
  readonly above: readonly Printed[];
  /** In the order printed; none where the label stands alone. */
  readonly values: NamedValue[];
  /** The blocks of the document that the row was printed in, that of its first text first. */
  readonly blocks: Set<number>;
}

/**
 * How the values of a row were printed: each behind its name, all names and then their figures as tables do, names alone;
 * `torn` where a figure has no name or a name one of several figures.
 */
export type Print = 'paired' | 'headed' | 'bare' | 'torn';

export class OpenRow {
  readonly prints = new Set<Print>();
  #waiting: { readonly code: string; readonly name: Printed }[] = [];
  /** The figures and empty lines behind the names that wait. */
  #lines: Printed[] = [];

  constructor(readonly row: NamedRow) {}

  get isNew(): boolean {
    return this.row.values.length === 0 && this.#waiting.length === 0;
  }

  get isWaiting(): boolean {
    return this.#waiting.length > 0;
  }

  /** Whether the names are columns of the row's table that it has no value of. */
  fits(pairs: readonly Pair[]): boolean {
    return pairs.every(({ name }) => {
      const code = codeOf(name, this.row.kind);
      const known = [...this.#waiting, ...this.row.values];
      return code !== null && !known.some((other) => other.code === code);
    });
  }

  /** Takes a name, with its value where one is printed beside it. */
  add(pair: Pair, name: Printed, value: Printed): void {
    const named = { code: codeOf(pair.name, this.row.kind) ?? '', name: { ...name, text: pair.printed } };
    if (this.#lines.some(isPrinted) || pair.value !== null) this.#settleEach();
    if (pair.value === null) this.#waiting.push(named);
    else {
      this.prints.add('paired');
      this.row.values.push({ ...named, value: { ...value, text: pair.value } });
    }
  }

  /** Takes a figure by itself, or an empty line. */
  line(printed: Printed): void {
    if (this.isWaiting) this.#lines.push(printed);
    else if (isPrinted(printed)) this.prints.add('torn');
  }

  /** Ends the row: a figure for each of its names, or one more name with its own. */
  close(): void {
    if (!this.isWaiting) return;
    const isBlock = this.row.values.length === 0 && this.#waiting.length > 1;
    const ordered = isBlock ? valuesInOrder(this.#waiting.length, this.#lines) : null;
    if (ordered !== null) {
      this.prints.add('headed');
      for (const [at, waiting] of this.#waiting.entries()) this.#give(waiting, ordered[at]);
    } else if (isBlock && this.#lines.some(isPrinted)) this.prints.add('torn');
    else {
      if (isBlock) this.prints.add('bare');
      this.#settleEach();
    }
    this.#waiting = [];
  }

  /** Each name has its own figure behind it: the last one that waits has the figure, those before it have none. */
  #settleEach(): void {
    const [figure, ...more] = this.#lines.filter(isPrinted);
    if (figure !== undefined) this.prints.add('paired');
    if (more.length > 0) this.prints.add('torn');
    for (const [at, waiting] of this.#waiting.entries())
      this.#give(waiting, at === this.#waiting.length - 1 ? figure : undefined);
    this.#waiting = [];
    this.#lines = [];
  }

  /** A name without a figure has a blank value. */
  #give({ code, name }: { readonly code: string; readonly name: Printed }, figure?: Printed): void {
    this.row.values.push({ code, name, value: figure ?? { ...name, text: '' } });
  }
}

const isPrinted = ({ text }: Printed): boolean => text !== '';

/**
 * The values of names that stand before all of them: a figure for each. Empty lines are blank values only where there is a
 * line for each name and the last figure is the sum of the others; elsewhere they part one line from the next.
 */
function valuesInOrder(names: number, lines: readonly Printed[]): readonly Printed[] | null {
  const figures = lines.filter(isPrinted);
  if (figures.length === names) return figures;
  const trimmed = lines.slice(0, lines.findLastIndex(isPrinted) + 1);
  const counts = trimmed.map(({ text }) => (text === '' ? 0 : Number(text)));
  const sum = counts.slice(0, -1).reduce((all, count) => all + count, 0);
  return trimmed.length === names && counts.at(-1) === sum ? trimmed : null;
}
