/** One printed cell → one cell of the dataset, with its honest state. */

import type { FormCell, FormTable, ReportEdition } from '../model/report.js';
import { inTenThousandYuan, type MoneyUnit, readFigure } from './figures.js';
import type { RowCell } from './rows.js';

export interface CellPlace {
  readonly table: FormTable;
  readonly row: string;
  readonly column: string;
  readonly edition: ReportEdition;
  readonly unit: 'count' | '10k_cny';
  /** Unit named by the column label, for amounts. */
  readonly headerUnit?: MoneyUnit;
}

/** The cell as printed. `inferred` marks a value that only arithmetic could place, on the `ground` given. */
export function printedCell(
  place: CellPlace,
  cell: RowCell | null,
  inferred: boolean,
  ground: string,
): FormCell {
  const { headerUnit, ...head } = place;
  if (!cell) return { ...head, value: '', state: 'blank', raw: '', locator: null, reason: ground };
  const figure = readFigure(cell.text);
  const base = { ...head, raw: cell.text, locator: cell.locator, reason: ground };
  if (figure.kind === 'blank') return { ...base, value: '', state: 'blank' };
  if (figure.kind === 'text')
    return { ...base, value: '', state: 'unreadable', reason: 'the text is not a number' };
  const { value, converted } =
    place.unit === '10k_cny'
      ? inTenThousandYuan(figure, headerUnit ?? '')
      : { value: figure.value, converted: false };
  if (place.unit === 'count' && figure.unit !== '') {
    return { ...base, value: '', state: 'unreadable', reason: 'an amount of money where a count belongs' };
  }
  return { ...base, value, state: inferred ? 'inferred' : figure.noted || converted ? 'noted' : 'reported' };
}

/** Something is printed in the row, but no one number can be placed here; `raw` holds the row's text. */
export function undecidedCell(
  place: CellPlace,
  rowText: string,
  locator: FormCell['locator'],
  reason: string,
): FormCell {
  const { headerUnit: _, ...head } = place;
  return { ...head, value: '', state: 'unreadable', raw: rowText, locator, reason };
}

/** A figure that is not printed, which the row's arithmetic determines; nothing is printed, so `raw` is empty. */
export function completedCell(
  place: CellPlace,
  value: string,
  locator: FormCell['locator'],
  reason: string,
): FormCell {
  const { headerUnit: _, ...head } = place;
  return { ...head, value, state: 'inferred', raw: '', locator, reason };
}

/** The report's table does not have the row. */
export function absentCell(place: CellPlace): FormCell {
  const { headerUnit: _, ...head } = place;
  return { ...head, value: '', state: 'absent', raw: '', locator: null };
}

/** Two printings of one cell that say the same. */
export function sameFigure(a: FormCell, b: FormCell): boolean {
  return a.value === b.value && (a.state === b.state || a.value !== '' || isEmpty(a) === isEmpty(b));
}

function isEmpty(cell: FormCell): boolean {
  return cell.state === 'blank' || cell.state === 'absent';
}
