/** What the state machine notes down while it walks through a document: rows with the header they stand under. */

import type { FormTable } from '../../model/report.js';
import type { MatchKind } from '../words/labels.js';
import type { Overlooked } from './overlooked.js';
import type { RowReading } from './reading.js';
import { hasColumns, rowText, type SourceRow } from './rows.js';

/** A run of header rows; later rows refer to it to find their columns. */
export interface Header {
  readonly table: FormTable;
  readonly rows: SourceRow[];
}

export interface DraftRow {
  readonly table: FormTable;
  /** Code of the form row; `remedies` for the figures of table 四; null when the label matches nothing. */
  readonly code: string | null;
  readonly matched: MatchKind | null;
  readonly reading: RowReading;
  readonly header: Header | null;
  /** Which copy of the form's table the row belongs to, from 0. */
  readonly copy: number;
}

/** One printed copy of a table of the form. */
export interface TableCopy {
  readonly table: FormTable;
  readonly copy: number;
  /** Year named by the nearest heading before the copy; null when none does. */
  readonly year: string | null;
}

/** Mutable notes of one walk. Only the machine's actions write here. */
export class Draft {
  readonly rows: DraftRow[] = [];
  readonly copies: TableCopy[] = [];
  /** Headers in the order met, whether or not a row was placed under them. */
  readonly headers: Header[] = [];
  /** Rows of the form by their label, that no table of the walk has. */
  readonly overlooked: Overlooked[] = [];
  #header: Header | null = null;
  #headerOpen = false;
  #headingYear: string | null = null;
  readonly #seen = new Map<FormTable, Set<string>>();
  #remedyHeader: Header | null = null;

  noteHeading(year: string | null): void {
    if (year) this.#headingYear = year;
  }

  /** Adds a header row: to the header being collected, or to a new one when rows have been placed since. */
  addHeader(table: FormTable, row: SourceRow): void {
    if (!this.#header || !this.#headerOpen || this.#header.table !== table) {
      this.#header = { table, rows: [] };
      this.headers.push(this.#header);
    }
    this.#header.rows.push(row);
    this.#headerOpen = true;
  }

  /** Whether the header being collected has columns where a further row of its table has blank cells: they are one header. */
  isHeadedBy(row: SourceRow): boolean {
    const above = this.#headerOpen ? this.#header?.rows.at(-1) : undefined;
    if (above === undefined || above.table !== row.table || !hasColumns(row)) return false;
    const blank = new Set(row.cells.filter(({ text }) => text === '').map(({ col }) => col));
    const heads = above.cells.filter(({ text, inherited }) => text !== '' && !inherited);
    return heads.length > 0 && heads.every(({ col }) => blank.has(col));
  }

  /** Ends the header being collected: what follows heads a block of its own, even if no row came in between. */
  closeHeader(): void {
    this.#headerOpen = false;
  }

  place(table: FormTable, code: string, matched: MatchKind, reading: RowReading): void {
    const seen = this.#copyFor(table, code);
    seen.add(code);
    this.#push(table, code, matched, reading);
  }

  /** Keeps a row inside a table of the form whose label matches nothing. */
  keepUnmatched(table: FormTable, reading: RowReading): void {
    this.#push(table, null, null, reading);
  }

  /** Begins a new copy of a table, whatever has been seen before. */
  startCopy(table: FormTable): void {
    this.#seen.set(table, new Set());
    this.copies.push({ table, copy: this.#copyNumber(table) + 1, year: this.#headingYear });
  }

  hasSeen(table: FormTable, code: string): boolean {
    return this.#seen.get(table)?.has(code) ?? false;
  }

  seenCount(table: FormTable): number {
    return this.#seen.get(table)?.size ?? 0;
  }

  /** The header in force for a table, if one has been met. */
  headerFor(table: FormTable): Header | null {
    return this.#header?.table === table ? this.#header : null;
  }

  #push(table: FormTable, code: string | null, matched: MatchKind | null, reading: RowReading): void {
    this.#headerOpen = false;
    this.rows.push({
      table,
      code,
      matched,
      reading,
      header: this.headerFor(table),
      copy: Math.max(0, this.#copyNumber(table)),
    });
  }

  #copyFor(table: FormTable, code: string): Set<string> {
    const again = this.#startsAgain(table, code);
    if (again || this.#copyNumber(table) < 0) this.startCopy(table);
    return this.#seen.get(table) ?? new Set();
  }

  /** A first row of the form that comes again after others begins the table anew. */
  #startsAgain(table: FormTable, code: string): boolean {
    if (table === 'remedies') return this.#reviewBeginsAgain();
    const seen = this.#seen.get(table);
    return seen?.has(code) === true && FIRST_ROWS.has(code) && seen.size >= ROWS_THAT_MAKE_A_COPY;
  }

  /** A second header that names 行政复议 heads a second table 四; one that does not, the rest of a divided one. */
  #reviewBeginsAgain(): boolean {
    const before = this.#remedyHeader;
    const now = this.headerFor('remedies');
    this.#remedyHeader = now;
    return before !== null && now !== null && before !== now && [before, now].every(namesReview);
  }

  #copyNumber(table: FormTable): number {
    let number = -1;
    for (const copy of this.copies) if (copy.table === table) number = copy.copy;
    return number;
  }
}

function namesReview(header: Header): boolean {
  return header.rows.some((row) => /行\s*政\s*(?:复\s*议|復\s*議|複\s*議)/.test(rowText(row)));
}

/** Rows that open a table of the form; `remedies` has only one. */
const FIRST_ROWS: ReadonlySet<string> = new Set(['received_new', 'regulations']);
/** A first row printed twice in a row is a doubled row, not a second table. */
const ROWS_THAT_MAKE_A_COPY = 3;
