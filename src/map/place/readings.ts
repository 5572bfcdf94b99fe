/**
 * Cells of a scan that were read in several ways: where the form's arithmetic holds with exactly one of the readings,
 * that one is taken, as `inferred`. Zeros are never settled so: a dash or a speck weighs as little as they do.
 */

import type { RowCell } from '../walk/rows.js';
import { readFigure } from '../words/figures.js';
import { addsUp, CODES, equations, numbers, type RowValues } from './settle.js';
import { solve } from './solve.js';
import type { PlacedValues, Placement } from './values.js';

/** Combinations of readings of one row; a row with more doubts than that is not read but guessed. */
const MOST_OPTIONS = 64;
const TOTAL = CODES.indexOf('total');

/** Settles doubtful cells of table 三; rows without any come back unchanged. */
export function settleReadings(rows: readonly RowValues[]): RowValues[] {
  if (!rows.some(({ cells }) => cells.some((cell) => alternativesOf(cell) !== null))) return [...rows];
  const options = rows.map(optionsOf);
  const sources = rows.map(({ row }) => row);
  const placed = rows.map(({ cells }): PlacedValues => {
    const open = cells.some((cell) => cell === 'undecided');
    return open
      ? { kind: 'unplaceable', why: '' }
      : { kind: 'placed', by: 'order', cells: placementOf(cells) };
  });
  const vectors = options.map((list) => ({
    options: list.map((option) => numbers(option).map((value) => value ?? 0)),
  }));
  const { complete, possible } = solve(vectors, equations(sources, placed));
  return rows.map((values, at) => {
    const left = [...(possible[at] ?? [])].map((index) => options[at]?.[index] ?? []);
    return complete && left.length > 0 ? settled(values, left) : values;
  });
}

type Cell = RowValues['cells'][number];

/** The numbers a doubtful cell was read as; null for a cell without doubt, or with a zero among them. */
function alternativesOf(cell: Cell): readonly string[] | null {
  if (!isDoubtful(cell)) return null;
  const figures = (cell.recognition?.readings ?? []).map((reading) => readFigure(reading));
  const values = figures.flatMap((figure) =>
    figure.kind === 'number' && !figure.noted ? [figure.value] : [],
  );
  return values.length === 0 || values.includes('0') ? null : [...new Set(values)];
}

function isDoubtful(cell: Cell): cell is RowCell {
  return (
    cell !== null && typeof cell === 'object' && 'recognition' in cell && cell.recognition?.agreed === false
  );
}

function placementOf(cells: readonly Cell[]): Placement {
  return cells.map((cell) => (cell !== null && typeof cell === 'object' && 'text' in cell ? cell : null));
}

/** Every combination of readings under which the row adds up; the row as it is when there is nothing to choose. */
function optionsOf({ cells }: RowValues): Placement[] {
  let options: Placement[] = [[]];
  for (const cell of cells) {
    const texts = alternativesOf(cell);
    const choices =
      texts === null ? placementOf([cell]) : texts.map((text) => ({ ...(cell as RowCell), text }));
    options = options.flatMap((option) => choices.map((choice) => [...option, choice]));
    if (options.length > MOST_OPTIONS) return [placementOf(cells)];
  }
  return options.length === 1 && !cells.some((cell) => alternativesOf(cell) !== null)
    ? options
    : options.filter((option) => numbers(option)[TOTAL] !== null && addsUp(numbers(option)));
}

/** Doubtful cells on which all that is left agrees. */
function settled(values: RowValues, left: readonly Placement[]): RowValues {
  // Any other doubt in the row would be a term of the sum that nobody knows.
  if (values.cells.some((cell) => isDoubtful(cell) && alternativesOf(cell) === null)) return values;
  const byArithmetic = new Set<number>();
  const cells = values.cells.map((cell, at): Cell => {
    if (alternativesOf(cell) === null) return cell;
    const texts = new Set(left.map((option) => option[at]?.text));
    const [text] = texts;
    if (texts.size !== 1 || text === undefined) return cell;
    byArithmetic.add(at);
    const { recognition } = cell as RowCell;
    return { ...(cell as RowCell), text, recognition: recognition && { ...recognition, agreed: true } };
  });
  return { ...values, cells, byArithmetic };
}
