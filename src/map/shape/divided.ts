/** Table 三 divided by its columns: a table for 自然人 and 总计, another with the same rows for the organizations. */

import { APPLICANTS } from '../../form/index.js';
import type { Block, Cell, Table } from '../../model/document.js';
import type { Simplify } from '../words/text.js';
import { exactCode } from './exact.js';

/** Rows of the form that both parts must have. */
const FEWEST_ITEMS = 8;

interface Part {
  readonly table: Table;
  /** Columns before this one hold the labels. */
  readonly left: number;
  readonly applicants: ReadonlySet<string>;
}

/** The blocks, with tables that follow each other and have the same rows under different applicants made one. */
export function withWholeTables(blocks: readonly Block[], simplify: Simplify): readonly Block[] {
  const whole: Block[] = [];
  let above: Placed | null = null;
  for (const block of blocks) {
    const part = block.kind === 'table' ? partOf(block, simplify) : null;
    const joined: Part | null = part !== null && above !== null ? join(above.part, part) : null;
    if (joined !== null && above !== null) {
      whole[above.at] = joined.table;
      above = { at: above.at, part: joined };
      continue;
    }
    if (block.kind === 'table') above = part === null ? null : { at: whole.length, part };
    whole.push(block);
  }
  return whole.length === blocks.length ? blocks : whole;
}

/** A part, and where it stands among the blocks. */
interface Placed {
  readonly at: number;
  readonly part: Part;
}

/** A table of rows of the form under some of its applicants; null for one that has all of them, or other rows. */
function partOf(table: Table, simplify: Simplify): Part | null {
  if (table.layout !== 'grid' || table.rowCount <= FEWEST_ITEMS) return null;
  const named = (cell: Cell, kind: 'applicant' | 'item') => exactCode(kind, cell, simplify);
  const items = table.cells.filter(
    (cell) => named(cell, 'item') !== null && named(cell, 'applicant') === null,
  );
  const top = Math.min(...items.map(({ row }) => row));
  const heads = table.cells.filter((cell) => cell.row < top && named(cell, 'applicant') !== null);
  const applicants = new Set(heads.map((cell) => named(cell, 'applicant') ?? ''));
  const isPart = applicants.size === heads.length && heads.length > 0 && heads.length < APPLICANTS.length;
  if (!isPart || new Set(items.map(({ text }) => text)).size < FEWEST_ITEMS) return null;
  return { table, left: Math.min(...heads.map(({ col }) => col)), applicants };
}

/** Both parts as one, where they have the same labels in the same rows and no applicant in common. */
function join(a: Part, b: Part): Part | null {
  if (a.table.rowCount !== b.table.rowCount || a.left !== b.left) return null;
  if ([...b.applicants].some((code) => a.applicants.has(code))) return null;
  const labels = ({ table, left }: Part) =>
    table.cells
      .filter(({ col }) => col < left)
      .map(({ row, col, rowSpan, text }) => [row, col, rowSpan, text].join('\t'));
  if (labels(a).join('\n') !== labels(b).join('\n')) return null;
  const shift = a.table.colCount - b.left;
  const added = b.table.cells
    .filter(({ col }) => col >= b.left)
    .map((cell) => ({ ...cell, col: cell.col + shift }));
  const cells = [...a.table.cells, ...added].sort((x, y) => x.row - y.row || x.col - y.col);
  return {
    table: { ...a.table, colCount: b.table.colCount + shift, cells },
    left: a.left,
    applicants: new Set([...a.applicants, ...b.applicants]),
  };
}
