/**
 * Gathers values with their names into rows. A row's label opens it; a name belongs to the row that is open, a figure by
 * itself to the name before it. What does not fit (a figure without a name, a name without a row) says that the lines are
 * of another kind: nothing of that table is taken from them.
 */

import { LONE_UNIT } from '../../../form/index.js';
import { isFigure } from '../../words/figures.js';
import type { Simplify } from '../../words/text.js';
import { codeOf, type NamedLine, namedLine, type Pair } from './names.js';
import { type NamedRow, OpenRow, type Print, type Printed } from './open-row.js';
import { isHeadingOfRows, NAME_KINDS, type NameKind, type RowName, rowNameOf } from './row-names.js';

/** Says whose unit the figures below have, and is no part of a row. */
const UNIT_REMARK = /^[（(]?单位[:：].{0,8}$/;
/** Amounts are those of 万元, unless something else says so beside each of them. */
const isOfYuan = (text: string): boolean => /(?<![万亿千])元/.test(text);
const LONGEST_HEADING = 20;

export class Collector {
  readonly rows: NamedRow[] = [];
  /** Kinds of which something did not fit. */
  readonly torn = new Set<NameKind>();
  #open: OpenRow | null = null;
  /** How the rows of each kind were printed. */
  readonly #prints = new Map<NameKind, Set<Print>>(NAME_KINDS.map((kind) => [kind, new Set()]));
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
      this.#open?.line({ text, locator });
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
    if (this.#open?.row.code !== row.code || this.#open.row.kind !== row.kind) {
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
    this.#block = block;
    const fits = this.#open?.isNew === true && this.#open.fits(pairs);
    if (!fits) this.#breakOff(true);
    for (const [at, pair] of fits ? pairs.entries() : []) {
      const head = heads[at] as Printed;
      this.#add([pair], head, figures[at] ?? head);
    }
    this.end();
  }

  /** Takes a table that is no part of it. */
  otherTable(): void {
    this.#breakOff(true);
  }

  /** Ends the last row. Names alone are blank values only where every other value stands behind its name. */
  finish(): void {
    this.end();
    const isPaired = [...this.#prints.values()].some((prints) => prints.has('paired'));
    for (const [kind, prints] of this.#prints)
      if (prints.has('bare') && (prints.has('headed') || !isPaired)) this.torn.add(kind);
  }

  /** Ends the row that is open. */
  end(): void {
    this.#close();
    this.#above = [];
  }

  /** Something else follows: where it may hold the figures of names that wait for theirs, nobody knows whose they are. */
  #breakOff(hasFigures: boolean): void {
    if (hasFigures && this.#open?.isWaiting) this.torn.add(this.#open.row.kind);
    this.end();
  }

  #nameAlone(text: string): NamedLine | null {
    const line = text === '' ? null : namedLine(text, this.simplify);
    return line?.pairs.length === 1 && !line.pairs[0]?.value ? line : null;
  }

  #part(part: Printed): void {
    const line = namedLine(part.text, this.simplify);
    if (line !== null && (line.row !== null || this.#open?.fits(line.pairs))) {
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
    } else this.#figures(part);
  }

  #begin(row: RowName, label: Printed): void {
    this.#close();
    const above = this.#above.map(({ heading }) => heading);
    const blocks = new Set([...this.#above.map(({ block }) => block), this.#block]);
    this.#open = new OpenRow({ ...row, label, above, values: [], blocks });
    this.#above = [];
    this.rows.push(this.#open.row);
  }

  #add(pairs: readonly Pair[], name: Printed, value: Printed): void {
    const open = this.#open;
    if (!open?.fits(pairs)) {
      this.#tear(pairs);
      return;
    }
    open.row.blocks.add(this.#block);
    this.#lastKind = open.row.kind;
    for (const pair of pairs) open.add(pair, name, value);
  }

  #figures(part: Printed): void {
    this.#open?.row.blocks.add(this.#block);
    for (const text of figuresOf(part.text)) this.#open?.line({ ...part, text });
  }

  #close(): void {
    const open = this.#open;
    this.#open = null;
    if (open === null) return;
    open.close();
    for (const print of open.prints) this.#prints.get(open.row.kind)?.add(print);
    if (open.prints.has('torn')) this.torn.add(open.row.kind);
  }

  /** Names that belong to no row; 其他 and 总计 are columns of the table whose names stand before them. */
  #tear(pairs: readonly Pair[]): void {
    const possible = NAME_KINDS.filter((kind) => pairs.every(({ name }) => codeOf(name, kind) !== null));
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
