/** The two sides of the page find each other: ids of form cells and source places, and what stands at a place. */

import type { ExplainedCell, ExplainedRow, Explanation, SourcePlace } from '../../../model/explanation.js';
import type { FormCell } from '../../../model/report.js';
import { formatLocator } from '../../locator.js';
import { columnLabel } from '../reasons.js';
import { MATCH_MEANINGS, matchWords } from '../words.js';

/** Id of a cell or paragraph of the source. Codes and numbers only, so ids need no escaping. */
export function sourceId({ block, row, col }: SourcePlace): string {
  return `s${block}-${row}-${col}`;
}

/** Id of a cell of the form. */
export function formId({ cell }: ExplainedCell): string {
  return cellId(cell);
}

/** The same for the codes of a cell. */
export function cellId({ table, row, column }: Pick<FormCell, 'table' | 'row' | 'column'>): string {
  return `f-${table}-${row}-${column}`;
}

/** Id of a row of the form. */
export function formRowId(table: string, code: string): string {
  return `r-${table}-${code}`;
}

/** What a cell of the source is to the form. */
export interface PlaceRole {
  /** Cells of the form whose figure stands here. */
  readonly cells: readonly ExplainedCell[];
  /** Row of which this is the label, or the first cell. */
  readonly row: ExplainedRow | null;
  /** Columns that were found in this header cell; null for cells of no header. */
  readonly header: readonly string[] | null;
}

const NO_ROLE: PlaceRole = { cells: [], row: null, header: null };

/** Looks up what was made of a place of the source. */
export class Roles {
  readonly #roles = new Map<string, PlaceRole>();
  readonly #rows = new Map<string, ExplainedRow>();

  constructor(explanation: Explanation) {
    for (const explained of explanation.cells) {
      const { place, cell } = explained;
      if (!place || cell.slot === undefined || cell.slot < 0) continue;
      const { cells } = this.at(place);
      this.#set(place, { cells: [...cells, explained] });
    }
    for (const row of explanation.rows) {
      if (!row.place) continue;
      this.#set(row.place, { row });
      this.#rows.set(rowKey(row.place), row);
    }
    this.#noteHeaders(explanation);
  }

  at(place: SourcePlace): PlaceRole {
    return this.#roles.get(sourceId(place)) ?? NO_ROLE;
  }

  /** The row of the form's tables that a cell of a source table stands in. */
  rowOf(place: SourcePlace): ExplainedRow | null {
    return this.#rows.get(rowKey(place)) ?? null;
  }

  #set(place: SourcePlace, role: Partial<PlaceRole>): void {
    this.#roles.set(sourceId(place), { ...this.at(place), ...role });
  }

  #noteHeaders({ headers }: Explanation): void {
    for (const { table, rows, columns } of headers) {
      for (const place of rows.flatMap(({ places }) => places)) {
        const under = columns.filter(({ from, to }) => from <= place.col && place.col < to);
        this.#set(place, {
          header: under.map(({ code }) => columnLabel(table, code.split('/').at(-1) ?? '')),
        });
      }
    }
  }
}

function rowKey({ block, row }: SourcePlace): string {
  return `${block}/${row}`;
}

/** Everything that can be said of a form cell, one fact a line, for `title`. */
export function whyCell({ cell }: ExplainedCell): string {
  const { table, row, column, value, state, raw, locator, reason, unit } = cell;
  return [
    `${row} / ${column}${value === '' ? '' : ` = ${value}`}${unit === '10k_cny' && value !== '' ? ' (10,000 yuan)' : ''}`,
    `${columnLabel(table, column)}: ${state}`,
    raw === '' ? 'nothing printed' : `printed: “${raw}”`,
    ...(locator ? [formatLocator(locator)] : []),
    ...(reason ? [reason] : []),
  ].join('\n');
}

/** How a row was recognised, for `title`. */
export function whyRow(row: ExplainedRow): string {
  const match = row.match
    ? `${row.code}: ${matchWords(row)}; ${MATCH_MEANINGS[row.match.kind]}`
    : 'the label is not one of the form';
  return [match, formatLocator(row.locator), ...(row.unused === '' ? [] : [`not used: ${row.unused}`])].join(
    '\n',
  );
}
