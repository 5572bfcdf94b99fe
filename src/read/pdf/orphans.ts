/**
 * Text in the columns of figures that is level with no label: the lines of a cell with a remark, or of several such cells.
 * Each goes to the row it is centred on. Where that does not tell, one that holds figures shows in every row that it can
 * belong to, for none of them is blank.
 */

import type { Columns } from './columns.js';
import type { Segment } from './segments.js';
import { type Block, MAX_LINE_STEP, middleOf, type Row, SAME_HEIGHT } from './stacks.js';

const HOLDS_FIGURE = /[\d０-９]/;

/** Rows in which such texts have found their places; rows that held nothing else are gone. */
export function settleOrphans(rows: readonly Row[], { labelCount }: Columns): Row[] {
  const firstFigures = rows.findIndex(({ blocks }) => blocks.some(({ isNumber }) => isNumber));
  const isOrphan = ({ blocks }: Row, at: number): boolean =>
    at > firstFigures && blocks.every(({ col, isNumber }) => col >= labelCount && !isNumber);
  const orphans = new Set(rows.filter(isOrphan));
  const settled = rows.map((row) => ({ ...row, blocks: [...row.blocks] }));
  for (const [at, row] of rows.entries()) {
    if (!orphans.has(row)) continue;
    for (const block of [...row.blocks]) {
      const beside = settled.filter((other, i) => !orphans.has(rows[i] as Row) && isBeside(other, block));
      const cells = ownCells(block, beside) ?? (holdsFigure(block) ? beside.map(() => block.segments) : null);
      if (cells === null) continue;
      beside.forEach((other, i) => {
        other.blocks.push({ ...block, segments: [...(cells[i] ?? [])], isNumber: false });
      });
      if (beside.length > 0) settled[at]?.blocks.splice(settled[at].blocks.indexOf(block), 1);
    }
  }
  return settled.filter(({ blocks }) => blocks.length > 0);
}

function holdsFigure({ segments }: Block): boolean {
  return segments.some(({ text }) => HOLDS_FIGURE.test(text));
}

/** Whether a row has figures, none in the column of a block, and stands where the lines of the block do. */
function isBeside({ middle, blocks }: Row, { col, segments }: Block): boolean {
  if (!blocks.some(({ isNumber }) => isNumber) || blocks.some((b) => covers(b, col))) return false;
  return segments.some((segment) => Math.abs(segment.middle - middle) <= MAX_LINE_STEP * segment.size);
}

function covers(block: Block, col: number): boolean {
  return block.col <= col && col < block.col + block.colSpan;
}

/** The lines of each row, when all lines are shared out to rows they are centred on or begin level with. */
function ownCells({ segments }: Block, rows: readonly Row[]): Segment[][] | null {
  const cells = rows.map((): Segment[] => []);
  for (const segment of segments) {
    const distances = rows.map(({ middle }) => Math.abs(segment.middle - middle));
    cells[distances.indexOf(Math.min(...distances))]?.push(segment);
  }
  const isCentred = (cell: readonly Segment[], at: number): boolean => {
    const [first] = cell;
    const middle = rows[at]?.middle ?? 0;
    return (
      first !== undefined &&
      [first.middle, middleOf({ segments: [...cell] })].some(
        (own) => Math.abs(own - middle) <= SAME_HEIGHT * first.size,
      )
    );
  };
  return cells.length > 0 && cells.every(isCentred) ? cells : null;
}
