/** A region of lines without rules → a table whose columns come from white space and whose rows from alignment. */

import type { Recognition } from '../../model/document.js';
import { type Columns, findColumns } from './columns.js';
import { type Box, union } from './geometry.js';
import type { JoinedTable } from './join.js';
import { settleOrphans } from './orphans.js';
import { remedyHeaderBands } from './remedy-header.js';
import type { FlowLine, Segment } from './segments.js';
import { withoutSerials } from './serials.js';
import {
  type Block,
  cellBlock,
  middleOf,
  OPENS_ITEM,
  type Row,
  SAME_HEIGHT,
  textOf,
  toBlocks,
} from './stacks.js';
import type { PageCell } from './tables.js';
import { joinLines } from './text.js';
import { withWholeLabels } from './whole-labels.js';

/** A figure stands level with the first line of its label when within this share. */
const SAME_LINE = 0.3;
/** Lines with at least two figures that a table has, or figures in its only such line (table 四 has 15). */
const MIN_LINES = 2;
const MIN_FIGURES = 4;
/** Lines of one table; table 三 has about 80. Hundreds of pages of figures are a register, not a form. */
const MAX_LINES = 1_000;

/** Makes a table of a region, or null when its figures do not line up. */
export function alignedTable(lines: readonly FlowLine[], heights: readonly number[]): JoinedTable | null {
  const bare = withoutSerials(lines.map((line) => line.segments));
  if (lines.length > MAX_LINES || !(hasFigures(bare) || remedyHeaderBands(bare) !== null)) return null;
  const isTagged = lines.every(({ tagged }) => tagged);
  const cut = isTagged ? bare : withWholeLabels(bare);
  const columns = findColumns(cut);
  if (columns === null || columns.borders.length < 3) return null;
  const rows = isTagged
    ? cut.map((cells) => taggedRow(cells, columns))
    : settleOrphans(toRows(toBlocks(cut, columns), columns), columns);
  if (cut.flat().every(({ text }) => !/\d/.test(text))) rows.push(blankRow(cut));
  return rows.length < 2 ? null : makeTable(rows, columns, heights);
}

/** The row below a whole header: it has columns, and nothing is printed in them. */
function blankRow(lines: readonly (readonly Segment[])[]): Row {
  const above = lines.at(-1)?.at(-1);
  const middle = (above?.middle ?? 0) + (above?.size ?? 0);
  return above === undefined ? { middle, blocks: [] } : { middle, blocks: [], above };
}

/** A row whose cells are known: only their columns have to be found. */
function taggedRow(cells: readonly Segment[], columns: Columns): Row {
  const blocks = cells.map((segment) => cellBlock(segment, columns));
  return { middle: cells.at(-1)?.middle ?? 0, blocks };
}

function hasFigures(lines: readonly (readonly Segment[])[]): boolean {
  const counts = lines.map((line) => line.filter((s) => s.isNumber).length);
  const beside = lines.filter((line) => line.length > 1 && line.some((s) => s.isNumber)).length;
  return beside >= MIN_LINES || Math.max(...counts, 0) >= MIN_FIGURES;
}

/** Puts blocks of one height into one row. Labels of groups, left of the labels of items, get rows of their own. */
function toRows(blocks: readonly Block[], columns: Columns): Row[] {
  const isGroup = (block: Block): boolean => block.col + block.colSpan < columns.labelCount;
  const rows = rowsByHeight(blocks.filter((block) => !isGroup(block)));
  attachTopAligned(rows, columns);
  for (const block of blocks.filter(isGroup)) placeGroup(block, rows, columns);
  return rows;
}

function rowsByHeight(blocks: readonly Block[]): Row[] {
  const rows: Row[] = [];
  for (const block of [...blocks].sort((a, b) => middleOf(a) - middleOf(b))) {
    const row = rows.at(-1);
    const size = block.segments[0]?.size ?? 0;
    const isLevel = row !== undefined && middleOf(block) - row.middle <= SAME_HEIGHT * size;
    if (isLevel && isFree(row, block)) row.blocks.push(block);
    else if (isLevel && joinFigures(row, block)) continue;
    else if (isLevel && givesWay(row, block)) rows.splice(-1, 0, displace(row, block));
    else rows.push({ middle: middleOf(block), blocks: [block] });
  }
  return rows;
}

/**
 * A label on the line of the figures is theirs. One that is only centred on the same height names their group, and gives
 * way to a row of its own.
 */
function givesWay(row: Row, block: Block): boolean {
  return block.isLevel && !block.isNumber && inTheWay(row, block).every(({ isLevel }) => !isLevel);
}

function displace(row: Row, block: Block): Row {
  const others = inTheWay(row, block);
  for (const other of others) row.blocks.splice(row.blocks.indexOf(other), 1);
  row.blocks.push(block);
  return { middle: row.middle, blocks: others };
}

function inTheWay(row: Row, { col, colSpan }: Block): Block[] {
  return row.blocks.filter((other) => other.col < col + colSpan && col < other.col + other.colSpan);
}

/** Two figures level with one another in one column: nobody can say which is the cell's, so that both must show. */
function joinFigures(row: Row, block: Block): boolean {
  const other = row.blocks.find(({ col, isNumber }) => isNumber && col === block.col);
  if (other === undefined || !block.isNumber) return false;
  other.segments.push(...block.segments);
  other.segments.sort((a, b) => a.left - b.left);
  return true;
}

function isFree(row: Row, block: Block): boolean {
  return inTheWay(row, block).length === 0;
}

/** Where cells are aligned at the top, figures stand level with the first line of their label. */
function attachTopAligned(rows: Row[], { labelCount }: Columns): void {
  for (const row of [...rows]) {
    if (row.blocks.some((block) => block.col < labelCount) || !row.blocks.some((block) => block.isNumber))
      continue;
    const label = rows.find(({ blocks: [block, more] }) => {
      const first = block?.segments[0];
      if (block === undefined || first === undefined || more !== undefined || block.col >= labelCount)
        return false;
      return Math.abs(first.middle - row.middle) <= SAME_LINE * first.size;
    });
    if (label === undefined) continue;
    row.blocks.push(...label.blocks);
    rows.splice(rows.indexOf(label), 1);
  }
}

/**
 * The label of a group stands beside the middle of its items. It goes before the first of them, which is told by
 * its number; a row without a label of its own at the same height takes it as its label.
 */
function placeGroup(block: Block, rows: Row[], { labelCount }: Columns): void {
  const size = block.segments[0]?.size ?? 0;
  const level = rows.find((row) => Math.abs(row.middle - middleOf(block)) <= SAME_HEIGHT * size);
  if (level?.blocks.every((b) => b.col >= labelCount)) {
    level.blocks.push(block);
    return;
  }
  const firstItem = /^[（(]/.test(textOf(block)) ? /^1[.．、]/ : /^[（(][一1][）)]/;
  let at = rows.findLastIndex((row) => row.middle <= middleOf(block) + size);
  for (let i = at; i >= 0; i--) {
    const label = rows[i]?.blocks.find((b) => b.col < labelCount);
    if (label === undefined) continue;
    if (firstItem.test(textOf(label))) {
      at = i;
      break;
    }
    if (!OPENS_ITEM.test(textOf(label))) break;
  }
  rows.splice(Math.max(at, 0), 0, {
    middle: rows[Math.max(at, 0)]?.middle ?? middleOf(block),
    blocks: [block],
  });
}

/** Figures side by side that no column border parts. */
const SEVERAL_FIGURES = /^[\d０-９][\d０-９.,]*(?: [\d０-９][\d０-９.,]*)+$/;

/** Blocks of several figures reach over the blank slots beside them, of which one may be the place of a figure. */
function spread(row: Row, { borders, labelCount }: Columns): Row {
  let end = labelCount;
  const wide = new Map<Block, Block>();
  const sorted = [...row.blocks].sort((a, b) => a.col - b.col);
  for (const [at, block] of sorted.entries()) {
    if (block.col >= labelCount && SEVERAL_FIGURES.test(textOf(block))) {
      const to = sorted[at + 1]?.col ?? borders.length - 1;
      wide.set(block, { ...block, col: end, colSpan: to - end });
    }
    end = Math.max(
      end,
      block.col + block.colSpan,
      (wide.get(block)?.col ?? 0) + (wide.get(block)?.colSpan ?? 0),
    );
  }
  return { ...row, blocks: row.blocks.map((block) => wide.get(block) ?? block) };
}

/** Every slot becomes a cell, so that a blank stays in its column. */
function makeTable(narrow: readonly Row[], columns: Columns, heights: readonly number[]): JoinedTable {
  const { borders } = columns;
  const rows = narrow.map((row) => spread(row, columns));
  const cells: PageCell[] = [];
  rows.forEach((row, r) => {
    for (let col = 0; col < borders.length - 1; ) {
      const block = row.blocks.find((b) => b.col === col);
      const cell = block === undefined ? blankCell(row, r, col, borders, heights) : textCell(block, r);
      cells.push(cell);
      col += cell.colSpan;
    }
  });
  const page = cells[0]?.page ?? 1;
  const lastPage = cells.at(-1)?.page ?? page;
  const box = unionOfBoxes(cells.filter((cell) => cell.page === page).map((cell) => cell.box));
  const headed = columns.headed ? ({ headed: true } as const) : {};
  return { layout: 'aligned', ...headed, page, lastPage, box, xs: borders, rowCount: rows.length, cells };
}

const CLOSED = { openTop: false, openBottom: false, full: false } as const;

function textCell(block: Block, row: number): PageCell {
  const { col, colSpan, segments } = block;
  const page = segments[0]?.page ?? 1;
  const box = union(segments.filter((s) => s.page === page).flatMap((s) => s.glyphs)) ?? [0, 0, 0, 0];
  const read = segments.flatMap((s) => s.glyphs.flatMap(({ recognition }) => recognition ?? []));
  const recognition = read.length === 0 ? {} : { recognition: readTogether(read) };
  return { row, col, rowSpan: 1, colSpan, text: textOf(block), page, box, ...CLOSED, ...recognition };
}

/** What was read in several stretches counts only when each of them does; and as a number only when it is one stretch. */
function readTogether(read: readonly Recognition[]): Recognition {
  const [first, second] = read;
  if (first !== undefined && second === undefined) return first;
  return {
    readings: [joinLines(read.map(({ readings }) => readings[0] ?? ''))],
    confidence: Math.min(...read.map(({ confidence }) => confidence)),
    agreed: false,
  };
}

function blankCell(
  { blocks, above, middle: own }: Row,
  row: number,
  col: number,
  borders: readonly number[],
  heights: readonly number[],
): PageCell {
  const beside = blocks[0]?.segments[0] ?? above;
  const isScan = beside?.glyphs.some(({ recognition }) => recognition !== undefined) === true;
  const page = beside?.page ?? 1;
  const shift = heights.slice(0, page - 1).reduce((sum, height) => sum + height, 0);
  const middle = (above === undefined ? (beside?.middle ?? 0) : own) - shift;
  const half = (beside?.size ?? 0) / 2;
  const box: Box = [borders[col] ?? 0, middle - half, borders[col + 1] ?? 0, middle + half];
  const recognition = isScan ? { recognition: NO_INK } : {};
  return { row, col, rowSpan: 1, colSpan: 1, text: '', page, box, ...CLOSED, ...recognition };
}

/** All ink of a scanned page is in its stretches, so that a place without any is blank. */
const NO_INK: Recognition = { readings: [''], confidence: 100, agreed: true };

function unionOfBoxes(boxes: readonly Box[]): Box {
  return union(boxes.map(([left, top, right, bottom]) => ({ left, top, right, bottom }))) ?? [0, 0, 0, 0];
}
