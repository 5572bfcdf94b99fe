/**
 * Gathers values with their names into rows. A row's label opens it; a name belongs to the row that is open, a figure by
 * itself to the name before it. What does not fit (a figure without a name, a name without a row) says that the lines are
 * of another kind: nothing of that table is taken from them.
 */

import { LONE_UNIT } from '../../../form/index.js';
import type { Locator } from '../../../model/document.js';
import { isFigure } from '../../words/figures.js';
import type { Simplify } from '../../words/text.js';
import { codeOf, type NamedLine, namedLine, type Pair } from './names.js';
import { isHeadingOfRows, type NameKind, type RowName, rowNameOf } from './row-names.js';

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

/** Says whose unit the figures below have, and is no part of a row. */
const UNIT_REMARK = /^[（(]?单位[:：].{0,8}$/;
/** Amounts are those of 万元, unless something else says so beside each of them. */
const isOfYuan = (text: string): boolean => /(?<![万亿千])元/.test(text);
const LONGEST_HEADING = 20;
const KINDS: readonly NameKind[] = ['applicant', 'measure', 'result'];

export class Collector {
  readonly rows: NamedRow[] = [];
  /** Kinds of which something did not fit. */
  readonly torn = new Set<NameKind>();
  #open: NamedRow | null = null;
  /** Names whose values have not been met, and the figures and empty lines that follow them. */
  #waiting: { readonly code: string; readonly name: Printed }[] = [];
  #figures: Printed[] = [];
  /** How the rows of each kind were printed: a value behind its name, names and then their figures, names alone. */
  readonly #forms = { paired: new Set<NameKind>(), headed: new Set<NameKind>(), bare: new Set<NameKind>() };
  #above: { readonly block: number; readonly heading: Printed }[] = [];
  #block = 0;
  /** The kind of the last names that were met. */
  #lastKind: NameKind | undefined;

  constructor(private readonly simplify: Simplify) {}

  /** Takes a paragraph; one that is no part of such a table ends the row. */
  paragraph({ text, locator }: Printed, block: number): void {
    if (UNIT_REMARK.test(text)) {
      if (isOfYuan(text)) this.torn.add('measure');
      return;
    }
    if (text === '') {
      if (this.#waiting.length > 0) this.#figures.push({ text, locator });
      return;
    }
    this.#block = block;
    const parts = partsOf(text, this.simplify);
    if (parts === null) this.#breakOff(/\d/.test(text));
    else for (const part of parts) this.#part({ text: part, locator });
  }

  /** Takes a row of a table that holds one value; false where it does not. */
  tableRow(cells: readonly Printed[], block: number): boolean {
    const filled = cells.filter(({ text }) => text !== '');
    const last = filled.at(-1);
    if (last === undefined) return true;
    this.#block = block;
    const isValued = isFigure(last.text);
    const names = isValued ? filled.slice(0, -1) : filled;
    const at = names.findLastIndex(({ text }) => this.#nameAlone(text) !== null);
    const line = this.#nameAlone(names[at]?.text ?? '');
    const [pair] = line?.pairs ?? [];
    if (line === null || pair === undefined) return this.#headerOf(filled);
    const others = names.filter((_, other) => other !== at);
    const named = line.row === null ? others.findLastIndex(({ text }) => rowNameOf(text, this.simplify)) : -1;
    const label = line.row === null ? others[named] : names[at];
    const row = line.row ?? rowNameOf(label?.text ?? '', this.simplify);
    if (label === undefined || row === null) return this.#headerOf(filled);
    const heading = others
      .slice(0, Math.max(named, 0))
      .findLast(({ text }) => isHeadingOfRows(text, this.simplify));
    if (this.#open?.code !== row.code || this.#open.kind !== row.kind) {
      if (heading) this.#above = [{ block, heading }];
      this.#begin(row, label);
    }
    const unit = others.find(({ text }) => LONE_UNIT.test(text))?.text;
    const value = isValued ? [last.text, ...(unit === undefined ? [] : [unit])].join(' ') : '';
    this.#add([{ ...pair, value }], names[at] ?? last, last);
    return true;
  }

  /** A row without a value: the header of such a table can say in what unit its amounts are. */
  #headerOf(cells: readonly Printed[]): false {
    if (cells.some(({ text }) => text.length < LONGEST_HEADING && isOfYuan(text))) this.torn.add('measure');
    return false;
  }

  /** Takes a table of one row of figures below their names, if a path or a row of the form is announced above it. */
  smallTable(heads: readonly Printed[], figures: readonly Printed[], block: number): void {
    const pairs = heads.map(({ text }, at): Pair => {
      const name = namedLine(text, this.simplify)?.pairs[0]?.name ?? '';
      return { name, printed: text, value: figures[at]?.text ?? '' };
    });
    const isNew = this.#open?.values.length === 0 && this.#waiting.length === 0;
    this.#block = block;
    if (!isNew) this.#breakOff(true);
    const fits = isNew && this.#fits(pairs);
    for (const [at, pair] of fits ? pairs.entries() : []) {
      const head = heads[at] as Printed;
      this.#add([pair], head, figures[at] ?? head);
    }
    this.end();
  }

  /** Ends the last row. Names alone are blank values only where every other value stands behind its name. */
  finish(): void {
    this.end();
    const { paired, headed, bare } = this.#forms;
    for (const kind of bare) if (headed.has(kind) || paired.size === 0) this.torn.add(kind);
  }

  /** Ends the row that is open. */
  end(): void {
    this.#settle();
    this.#open = null;
    this.#above = [];
  }

  /** Something else follows: where it may hold the figures of names that wait for theirs, nobody knows whose they are. */
  #breakOff(hasFigures: boolean): void {
    if (hasFigures && this.#waiting.length > 0 && this.#open !== null) this.torn.add(this.#open.kind);
    this.end();
  }

  /** Takes a table that is no part of it. */
  otherTable(): void {
    this.#breakOff(true);
  }

  #nameAlone(text: string): NamedLine | null {
    const line = text === '' ? null : namedLine(text, this.simplify);
    return line?.pairs.length === 1 && !line.pairs[0]?.value ? line : null;
  }

  #part(part: Printed): void {
    const line = namedLine(part.text, this.simplify);
    if (line !== null && (line.row !== null || this.#fits(line.pairs))) {
      if (line.row !== null) this.#begin(line.row, { ...part, text: line.label });
      this.#add(line.pairs, part, part);
      return;
    }
    const row = rowNameOf(part.text, this.simplify);
    if (row !== null) this.#begin(row, part);
    else if (line !== null) this.#tear(line.pairs);
    else if (isHeadingOfRows(part.text, this.simplify)) {
      const above = [...(this.#open === null ? this.#above : []), { block: this.#block, heading: part }];
      this.end();
      this.#above = above;
    } else for (const text of figuresOf(part.text)) this.#figure({ ...part, text });
  }

  #begin(row: RowName, label: Printed): void {
    this.#settle();
    const above = this.#above.map(({ heading }) => heading);
    const blocks = new Set([...this.#above.map(({ block }) => block), this.#block]);
    this.#open = { ...row, label, above, values: [], blocks };
    this.#above = [];
    this.rows.push(this.#open);
  }

  /** Whether the names are columns of the open row's table that it has no value of. */
  #fits(pairs: readonly Pair[]): boolean {
    const open = this.#open;
    if (open === null) return false;
    return pairs.every(({ name }) => {
      const code = codeOf(name, open.kind);
      return (
        code !== null &&
        !this.#waiting.some((name) => name.code === code) &&
        !open.values.some((value) => value.code === code)
      );
    });
  }

  #add(pairs: readonly Pair[], name: Printed, value: Printed): void {
    const open = this.#open;
    if (open === null || !this.#fits(pairs)) {
      this.#tear(pairs);
      return;
    }
    open.blocks.add(this.#block);
    this.#lastKind = open.kind;
    for (const pair of pairs) {
      const named = { code: codeOf(pair.name, open.kind) ?? '', name: { ...name, text: pair.printed } };
      if (this.#figures.some(isPrinted) || pair.value !== null) this.#settleBefore();
      if (pair.value === null) this.#waiting.push(named);
      else {
        this.#forms.paired.add(open.kind);
        open.values.push({ ...named, value: { ...value, text: pair.value } });
      }
    }
  }

  #figure(part: Printed): void {
    if (this.#waiting.length === 0) {
      if (this.#open !== null) this.torn.add(this.#open.kind);
      return;
    }
    this.#figures.push(part);
    this.#open?.blocks.add(this.#block);
  }

  /** Another name follows: each has its own figure behind it, and those before the last have none. */
  #settleBefore(): void {
    const [figure, ...more] = this.#figures.filter(isPrinted);
    if (figure !== undefined && this.#open !== null) this.#forms.paired.add(this.#open.kind);
    if (more.length > 0 && this.#open !== null) this.torn.add(this.#open.kind);
    for (const [at, waiting] of this.#waiting.entries())
      this.#give(waiting, at === this.#waiting.length - 1 ? figure : undefined);
    this.#waiting = [];
    this.#figures = [];
  }

  /** The row ends: a figure for each of its names, or what is waiting is one more name with its figure. */
  #settle(): void {
    const open = this.#open;
    if (open === null || this.#waiting.length === 0) return;
    const isBlock = open.values.length === 0 && this.#waiting.length > 1;
    const ordered = isBlock ? valuesInOrder(this.#waiting.length, this.#figures) : null;
    if (ordered !== null) {
      for (const [at, waiting] of this.#waiting.entries()) this.#give(waiting, ordered[at]);
      this.#forms.headed.add(open.kind);
    } else if (isBlock && this.#figures.some(isPrinted)) this.torn.add(open.kind);
    else {
      if (isBlock) this.#forms.bare.add(open.kind);
      this.#settleBefore();
    }
    this.#waiting = [];
    this.#figures = [];
  }

  /** A name without a figure has a blank value. */
  #give(
    { code, name }: { readonly code: string; readonly name: Printed },
    figure: Printed | undefined,
  ): void {
    this.#open?.values.push({ code, name, value: figure ?? { ...name, text: '' } });
  }

  /** Names that belong to no row; 其他 and 总计 are columns of the table whose names stand before them. */
  #tear(pairs: readonly Pair[]): void {
    const possible = KINDS.filter((kind) => pairs.every(({ name }) => codeOf(name, kind) !== null));
    const certain = possible.length === 1 ? possible[0] : possible.find((kind) => kind === this.#lastKind);
    this.#lastKind = certain;
    for (const kind of certain === undefined ? possible : [certain]) this.torn.add(kind);
  }
}

/** The parts of a paragraph of which each is a label, a heading, a figure or named values; null where one is none. */
function partsOf(text: string, simplify: Simplify): readonly string[] | null {
  const isPart = (part: string) =>
    namedLine(part, simplify) !== null ||
    rowNameOf(part, simplify) !== null ||
    isHeadingOfRows(part, simplify) ||
    figuresOf(part).length > 0;
  if (isPart(text)) return [text];
  const sentences = text.split(/[。；;]/).filter((part) => part.trim() !== '');
  return sentences.length > 0 && sentences.every(isPart) ? sentences : null;
}

/** The figures of a line that holds nothing else, but that it may say what they are; none of any other. */
function figuresOf(text: string): readonly string[] {
  const words = isFigure(text) ? [text] : text.replace(/^(?:数量|件数|数值)\s+(?=\S)/, '').split(/\s+/);
  return words.every(isFigure) ? words : [];
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
