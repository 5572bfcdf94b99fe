/** One printed cell → one cell of the dataset, with its honest state. */

import type { Recognition } from '../../model/document.js';
import type { CellState, FormCell, FormTable, ReportEdition } from '../../model/report.js';
import type { DraftRow } from '../walk/draft.js';
import { type RowCell, rowText } from '../walk/rows.js';
import { inTenThousandYuan, type MoneyUnit, readFigure } from '../words/figures.js';

export interface CellPlace {
  readonly table: FormTable;
  readonly row: string;
  readonly column: string;
  readonly edition: ReportEdition;
  readonly unit: 'count' | '10k_cny';
  /** Unit named by the column label, for amounts. */
  readonly headerUnit: MoneyUnit;
}

type Locator = FormCell['locator'];
type Parted = NonNullable<RowCell['parted']>;

/** The cell is no one printed cell. */
const NO_SLOT = -1;

/** Every cell is made here, with the same fields in the same order: a report has two hundred of them. */
function cellAt(
  place: CellPlace,
  value: string,
  state: CellState,
  raw: string,
  locator: Locator,
  reason: string,
  slot: number = NO_SLOT,
): FormCell {
  const { table, row, column, edition, unit } = place;
  return { table, row, column, edition, value, state, raw, locator, unit, reason, slot };
}

/** The cell as printed. `inferred` marks a value that only arithmetic could place, on the `ground` given. */
export function printedCell(
  place: CellPlace,
  cell: RowCell | null,
  inferred: boolean,
  ground: string,
): FormCell {
  if (!cell) return cellAt(place, '', 'blank', '', null, ground);
  if (cell.parted) return partedCell(place, cell, cell.parted);
  if (cell.recognition) return recognizedCell(place, cell, cell.recognition, inferred, ground);
  return readCell(place, cell, inferred, ground);
}

/** A cell of a scan or a picture: its figure counts only when two readings agree. */
function recognizedCell(
  place: CellPlace,
  cell: RowCell,
  { agreed, readings, confidence }: Recognition,
  inferred: boolean,
  ground: string,
): FormCell {
  const { locator, col } = cell;
  if (!agreed) {
    const raw = readings.filter((text) => text !== '').join(' | ');
    return cellAt(place, '', 'unreadable', raw, locator, 'no two readings of the picture agree', col);
  }
  const read = readCell(place, cell, inferred, ground);
  const state = read.state === 'reported' || read.state === 'noted' ? 'recognized' : read.state;
  return {
    ...read,
    state,
    reason: `${read.reason}, ${cell.text === '' ? 'no ink' : `confidence ${confidence}`}`,
  };
}

function readCell(place: CellPlace, cell: RowCell, inferred: boolean, ground: string): FormCell {
  const { text, locator, col } = cell;
  const figure = readFigure(text);
  if (figure.kind === 'blank') return cellAt(place, '', 'blank', text, locator, ground, col);
  if (figure.kind === 'text')
    return cellAt(place, '', 'unreadable', text, locator, 'the text is not a number', col);
  if (place.unit === 'count') {
    if (figure.unit !== '') {
      return cellAt(place, '', 'unreadable', text, locator, 'an amount of money where a count belongs', col);
    }
    return cellAt(place, figure.value, stateOf(inferred, figure.noted), text, locator, ground, col);
  }
  const amount = inTenThousandYuan(figure, place.headerUnit);
  if (amount === null) {
    return cellAt(place, '', 'unreadable', text, locator, 'an amount of 元 has no fractions of a 分', col);
  }
  const { value, converted } = amount;
  return cellAt(place, value, stateOf(inferred, figure.noted || converted), text, locator, ground, col);
}

/** A figure broken over lines: its halves are one where the row's sum says so, and else no number at all. */
function partedCell(place: CellPlace, { text, locator, col }: RowCell, parted: Parted): FormCell {
  const figure = readFigure(text);
  if (parted.by === 'open' || figure.kind !== 'number' || place.unit !== 'count')
    return cellAt(
      place,
      '',
      'unreadable',
      parted.raw,
      locator,
      'figures beside the row belong to no other',
      col,
    );
  const why = 'printed on several lines; the sum of the row holds with them joined';
  return cellAt(place, figure.value, 'inferred', parted.raw, locator, why, col);
}

function stateOf(inferred: boolean, noted: boolean): CellState {
  if (inferred) return 'inferred';
  return noted ? 'noted' : 'reported';
}

/** Something is printed in the row, but no one number can be placed here; `raw` holds the row's text. */
export function undecidedCell(place: CellPlace, rowText: string, locator: Locator, reason: string): FormCell {
  return cellAt(place, '', 'unreadable', rowText, locator, reason);
}

/** A figure that is not printed, which the row's arithmetic determines; nothing is printed, so `raw` is empty. */
export function completedCell(place: CellPlace, value: string, locator: Locator, reason: string): FormCell {
  return cellAt(place, value, 'inferred', '', locator, reason);
}

/** The report's table does not have the row. */
export function absentCell(place: CellPlace): FormCell {
  return cellAt(place, '', 'absent', '', null, 'the table of the report does not have this row');
}

/** A cell of a row that was not read: absent, unless a printed row stands where it belongs. */
export function missingCell(place: CellPlace, instead: DraftRow | null): FormCell {
  if (!instead) return absentCell(place);
  const { row } = instead.reading;
  return undecidedCell(place, rowText(row), row.locator, 'a row stands in this place that could not be read');
}

/** Two printings of one cell that say the same. */
export function sameFigure(a: FormCell, b: FormCell): boolean {
  return a.value === b.value && (a.state === b.state || a.value !== '' || isEmpty(a) === isEmpty(b));
}

function isEmpty(cell: FormCell): boolean {
  return cell.state === 'blank' || cell.state === 'absent';
}
