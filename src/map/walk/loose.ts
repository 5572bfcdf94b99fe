/**
 * Tables that were published without a table: one cell per paragraph or line, or a whole row run together in one.
 * Runs of short paragraphs are put together into rows again: a label opens a row, the figures after it are its
 * values. Where the source keeps a blank cell as an empty line (or as two bars with nothing between), the row
 * keeps it (`lines`); where blank cells left no trace, rows have no columns (`loose`).
 */

import { APPLICANTS, PROACTIVE_MEASURES } from '../../form/index.js';
import type { Paragraph } from '../../model/document.js';
import type { Simplify } from '../words/text.js';
import type { RowCell, SourceRow } from './rows.js';
import { type Token, tokensOf } from './tokens.js';
import { wholeLabels } from './wrapped.js';

type HeaderKind = 'measure' | 'applicant' | 'remedy';

interface LooseRow {
  readonly kind: HeaderKind | 'item' | 'proactive' | 'figures' | 'other';
  readonly cells: readonly RowCell[];
}

/** Bars part the cells when there are about as many as cells; fewer are what is left of a frame. */
const BARS_PER_CELL = 0.6;
/** Figures of table 四, and of one path of it. */
const REMEDY_WIDTHS: ReadonlySet<number> = new Set([5, 10, 15]);
const LONGEST_REMEDIES = 15;

/** Rows of a run of paragraphs, or none when the run holds nothing of the form. */
export function looseRows(paragraphs: readonly Paragraph[], simplify: Simplify): SourceRow[] {
  const cells = wholeLabels(paragraphs, simplify);
  const parts = cells.map((paragraph) => tokensOf(paragraph, simplify));
  const tokens = withoutBars(parts.flat());
  // Where a line holds several cells, an empty one only parts two rows.
  const isCellPerLine = parts.every(({ length }) => length === 1);
  const hasBlanks = isCellPerLine && tokens.some(({ kind }) => kind === 'blank');
  const kept = hasBlanks ? new Builder(tokens).rows() : null;
  const blanksAreCells = kept !== null && fitsTheForm(kept);
  const rows = blanksAreCells ? kept : new Builder(tokens.filter(({ kind }) => kind !== 'blank')).rows();
  const isSeen = paragraphs.some(({ recognition }) => recognition !== undefined);
  return (isSeen ? (rows ?? []).filter(isNoBareLabel) : (rows ?? [])).map((row) =>
    sourceRow(blanksAreCells ? wholeRow(row) : row.cells, blanksAreCells),
  );
}

/** Of running text in a scan not every line is read: a label without figures tells nothing of what is printed beside it. */
function isNoBareLabel({ kind, cells }: LooseRow): boolean {
  return cells.length > 1 || (kind !== 'item' && kind !== 'proactive');
}

/** Bars between cells mean a blank cell where nothing stands between two; other bars mean nothing but a blank. */
function withoutBars(tokens: readonly Token[]): readonly Token[] {
  const bars = tokens.filter(({ kind }) => kind === 'bar').length;
  if (bars === 0) return tokens;
  const texts = tokens.filter(({ kind }) => kind !== 'bar' && kind !== 'blank').length;
  if (bars < texts * BARS_PER_CELL) {
    return tokens.map((token) => (token.kind === 'bar' ? { ...token, kind: 'blank' as const } : token));
  }
  const printed = tokens.filter(({ kind }) => kind !== 'blank');
  return printed.flatMap((token, at) => {
    if (token.kind !== 'bar') return [token];
    return printed[at + 1]?.kind === 'bar' ? [{ ...token, kind: 'blank' as const }] : [];
  });
}

/**
 * Whether every row has exactly as many cells as the form has columns, empty lines counted as blank cells. Only
 * the last row may lack cells at its end: an empty line before the end of a page element is not shown.
 */
function fitsTheForm(rows: readonly LooseRow[]): boolean {
  let checked = 0;
  let measures = 0;
  for (const [at, row] of rows.entries()) {
    if (row.kind === 'measure') measures = row.cells.filter(({ text }) => text !== '信息内容').length;
    const values = trimmed(row, measures).length - 1;
    // A label with nothing below it heads a group (（六）其他处理) and is no row of its own.
    if (values === 0) continue;
    const isLast = checked > 0 && at === rows.length - 1;
    const fits = (width: number) => values === width || (isLast && values < width);
    if (row.kind === 'item' && !fits(APPLICANTS.length)) return false;
    if (row.kind === 'proactive' && !fits(measures)) return false;
    const swallowed = at === rows.length - 1 ? lostAtEnd(row.kind, values + 1) : 0;
    if (row.kind === 'figures' && !REMEDY_WIDTHS.has(values + 1 + swallowed)) return false;
    if (row.kind === 'item' || row.kind === 'proactive' || row.kind === 'figures') checked++;
  }
  return checked > 0;
}

/** A row without the empty lines behind its last column: they part it from what follows. */
function trimmed({ kind, cells }: LooseRow, measures = cells.length): readonly RowCell[] {
  const width =
    kind === 'item' ? APPLICANTS.length + 1 : kind === 'figures' ? LONGEST_REMEDIES : measures + 1;
  return cells.slice(width).every(({ text }) => text === '') ? cells.slice(0, width) : cells;
}

/** A row of table 三 or 四 with the empty cells that the end of the page element swallowed. */
function wholeRow(row: LooseRow): readonly RowCell[] {
  const cells = trimmed(row);
  const last = cells.at(-1);
  const lost = last ? lostAtEnd(row.kind, cells.length) : 0;
  return last && lost > 0
    ? [...cells, ...Array.from({ length: lost }, () => ({ ...last, text: '' }))]
    : cells;
}

function lostAtEnd(kind: LooseRow['kind'], cells: number): number {
  if (kind === 'item') return cells > 1 ? APPLICANTS.length + 1 - cells : 0;
  // Of a row of figures the last cell alone can be missing: nothing else tells how many there were.
  return kind === 'figures' && cells === LONGEST_REMEDIES - 1 ? 1 : 0;
}

function sourceRow(cells: readonly RowCell[], blanksAreCells: boolean): SourceRow {
  const [first] = cells;
  return {
    layout: blanksAreCells ? 'lines' : 'loose',
    table: 0,
    colCount: 0,
    cells: cells.map((cell, col) => ({ ...cell, col })),
    locator: first?.locator ?? { kind: 'line', line: 0 },
  };
}

/** Puts tokens together into rows, one pass. */
class Builder {
  readonly #rows: LooseRow[] = [];
  #kind: LooseRow['kind'] = 'other';
  #cells: RowCell[] = [];
  #hasFigures = false;
  #ofForm = false;

  constructor(private readonly tokens: readonly Token[]) {}

  /** The rows of the run, or null when no label of the form is among its tokens. */
  rows(): readonly LooseRow[] | null {
    for (const token of this.tokens) this.#add(token);
    this.#close();
    return this.#ofForm ? this.#rows : null;
  }

  #add({ kind, cell }: Token): void {
    this.#ofForm ||= !FORMLESS.has(kind);
    if (kind === 'prose') this.#close();
    else if (kind === 'figure') this.#addFigure(cell);
    else if (kind === 'blank') this.#addBlank(cell);
    else if (kind === 'measure' || kind === 'applicant' || kind === 'remedy') this.#addHeader(kind, cell);
    else if (kind === 'ambiguous' && (this.#kind === 'applicant' || this.#kind === 'remedy'))
      this.#cells.push(cell);
    else if (kind === 'fragment' && !this.#hasFigures) this.#cells.push(cell);
    else
      this.#open(
        kind === 'ambiguous' || kind === 'item' ? 'item' : kind === 'proactive' ? kind : 'other',
        cell,
      );
  }

  #addFigure(cell: RowCell): void {
    if (this.#cells.length === 0 || isHeader(this.#kind)) this.#open('figures', cell);
    else this.#cells.push(cell);
    this.#hasFigures = true;
  }

  /** An empty line is a value after a label, and the first value after the header of table 四. */
  #addBlank(cell: RowCell): void {
    if (this.#kind === 'remedy') this.#open('figures', cell);
    else if (this.#cells.length > 0 && !isHeader(this.#kind)) this.#cells.push(cell);
    else return;
    this.#hasFigures = true;
  }

  #addHeader(kind: HeaderKind, cell: RowCell): void {
    if (this.#kind === kind) this.#cells.push(cell);
    else this.#open(kind, cell);
  }

  #open(kind: LooseRow['kind'], cell: RowCell): void {
    this.#close();
    this.#kind = kind;
    this.#cells.push(cell);
  }

  #close(): void {
    if (this.#cells.length > 0) {
      const cells = this.#kind === 'measure' ? wholeMeasures(this.#cells) : this.#cells;
      this.#rows.push({ kind: this.#kind, cells });
    }
    this.#cells = [];
    this.#kind = 'other';
    this.#hasFigures = false;
  }
}

/** Tokens that stand in any text. */
const FORMLESS: ReadonlySet<Token['kind']> = new Set(['blank', 'bar', 'figure', 'fragment', 'prose']);

function isHeader(kind: LooseRow['kind']): boolean {
  return kind === 'measure' || kind === 'applicant' || kind === 'remedy';
}

/** Header labels broken over paragraphs (本年新 / 制作数量) or run together in one are cut where labels begin. */
function wholeMeasures(cells: readonly RowCell[]): RowCell[] {
  const [first] = cells;
  const text = cells.map((cell) => cell.text.replace(/\s+/g, '')).join('');
  const keys = [
    '信息内容',
    ...PROACTIVE_MEASURES.flatMap(({ zh, variants }) => [zh, zh.replace(/（.*/, ''), ...variants]),
  ].sort((a, b) => b.length - a.length);
  const found: RowCell[] = [];
  let rest = text;
  while (rest !== '' && first) {
    const key = keys.find((candidate) => rest.startsWith(candidate));
    if (!key) return [...cells];
    const remark = /^[（(][^）)]*[）)]/.exec(rest.slice(key.length))?.[0] ?? '';
    found.push({ ...first, text: key + remark });
    rest = rest.slice(key.length + remark.length);
  }
  return found;
}
