/** Rules → tables, and what stands in their cells. */

import type { Box } from '../../model/document.js';
import type { Grid, Span } from '../ruled/grid.js';
import { type InkLine, inkInCell, inside, type PageSizes } from './cells.js';
import { piecesOf } from './components.js';
import { type Cutting, cutting, withoutLoneCharacters, withoutSpread } from './cutting.js';
import { isDash } from './dash-cells.js';
import type { Picture } from './decode.js';
import { leadingNumber, looksLikeNumber, partsOf } from './digits/number.js';
import { hasFaintSign } from './faint-sign.js';
import { type Area, cut, type Mask, type Raster } from './raster.js';
import { holdsRows } from './segments.js';
import { isStamped } from './stamp.js';

/**
 * A table is at least this wide (text sizes) and has this many cells; less is a drawing or a large character. A page break
 * can leave one row of two cells.
 */
const MIN_TABLE_WIDTH = 12;
const MIN_TABLE_CELLS = 2;

export interface ScannedCell {
  readonly row: number;
  readonly col: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly openTop: boolean;
  readonly openBottom: boolean;
  readonly lines: readonly Cutting[];
  /**
   * Why a cell without lines may not be called blank, or the lines of one not be believed; empty when nothing is in
   * the way.
   */
  readonly doubt: string;
  /** Between its rules, in pixels. */
  readonly area: Area;
  /** In the units of the document. */
  readonly box: Box;
}

export interface ScannedTable {
  readonly grid: Grid;
  readonly cells: readonly ScannedCell[];
}

/** A cell over so many columns can be all rows of a table below its header. */
const MANY_COLUMNS = 3;

/** Whether the rules part the header only, and the rows below stand in one large frame. */
export function hasUnruledRows(grid: Grid, points: number, print: Mask, sizes: PageSizes): boolean {
  return grid.cells.some((cell) => {
    if (cell.colSpan < MANY_COLUMNS) return false;
    const area = inside(scaled(slotOf(cell, grid), 1 / points), sizes);
    return holdsRows(inkInCell(print, area, sizes).lines, sizes.textSize);
  });
}

/** The box of a cell in the units of its grid. */
function slotOf({ row, col, rowSpan, colSpan }: Span, { xs, ys }: Grid): Area {
  return {
    left: xs[col] ?? 0,
    top: ys[row] ?? 0,
    right: xs[col + colSpan] ?? 0,
    bottom: ys[row + rowSpan] ?? 0,
  };
}

export function scaled({ left, top, right, bottom }: Area, factor: number): Area {
  return { left: left * factor, top: top * factor, right: right * factor, bottom: bottom * factor };
}

export function extent({ xs, ys }: Grid): Area {
  return { left: xs[0] ?? 0, top: ys[0] ?? 0, right: xs.at(-1) ?? 0, bottom: ys.at(-1) ?? 0 };
}

export function isTable(grid: Grid, textSize: number): boolean {
  const { left, right } = extent(grid);
  return right - left >= MIN_TABLE_WIDTH * textSize && grid.cells.length >= MIN_TABLE_CELLS;
}

/** Large characters make small grids inside the cells of tables; those are none. */
export function outermost(grids: readonly Grid[]): Grid[] {
  const within = (a: Area, b: Area): boolean =>
    a.left >= b.left - 1 && a.right <= b.right + 1 && a.top >= b.top - 1 && a.bottom <= b.bottom + 1;
  return grids
    .filter((grid) => !grids.some((other) => other !== grid && within(extent(grid), extent(other))))
    .sort((a, b) => (a.ys[0] ?? 0) - (b.ys[0] ?? 0));
}

export function readCell(
  cell: Grid['cells'][number],
  grid: Grid,
  points: number,
  picture: Picture,
  mask: Mask,
  sizes: PageSizes,
  toUnits: (area: Area) => Box,
): ScannedCell {
  const whole = scaled(slotOf(cell, grid), 1 / points);
  const area = inside(whole, sizes);
  const ink = inkInCell(mask, area, sizes);
  const lines = ink.lines.map((line) => cutOut(line, picture.grey, mask, sizes.textSize));
  const [only, ...others] = lines;
  const figure =
    only !== undefined && others.length === 0 && looksLikeNumber(only, sizes.textSize) ? only : null;
  const doubts = [
    [lines.length === 0, doubtOf(ink, area, picture.red, sizes)],
    [ink.crossed, CUT_OFF],
    [ink.pointLike, POINT],
    [figure !== null && hasFaintSign(figure.line, area, picture.grey, sizes.textSize), SIGN],
    [ink.lines.some((line) => isStamped(line, picture.red)), STAMPED],
  ] as const;
  const doubt = doubts.find(([isSo]) => isSo)?.[1] ?? '';
  const isMark = only !== undefined && others.length === 0 && doubt === '' && ink.specks === 0;
  const dash = isMark && isDash(only.line, area, picture.grey, sizes.textSize);
  return {
    ...cell,
    lines: dash ? [{ ...only, isDash: true }] : withoutLoneCharacters(lines, sizes.textSize),
    doubt,
    area,
    box: toUnits(whole),
  };
}

/** Whether digits and marks are all that stands in a cell, or nothing does; more of them than in one number, perhaps. */
export function holdsFigures({ lines }: ScannedCell, textSize: number): boolean {
  return lines.every((line) =>
    partsOf(line.line.pieces).every((part) =>
      looksLikeNumber({ line: { ...part, pieces: [{ ...part, ink: 1 }] } }, textSize),
    ),
  );
}

/** A line of a cell; where it is words alone, and they are spread over the cell, without the white between them. */
function cutOut(line: InkLine, grey: Raster, mask: Mask, textSize: number): Cutting {
  const cut = cutting(line, grey, mask, textSize);
  const hasFigure = looksLikeNumber(cut, textSize) || leadingNumber(cut, textSize) !== null;
  return hasFigure ? cut : withoutSpread(cut, textSize);
}

/** A number may go on beyond the edge of its cell. */
const CUT_OFF = 'ink reaches over the edge of the cell';

/** A number could have lost its point. */
const POINT = 'dirt or a faint point between the characters';

/** A figure could be negative. */
const SIGN = 'perhaps a faint sign before the figure';

/** What is left of a stamp can change a digit. */
export const STAMPED = 'a stamp runs through the print';

/** Pixels of dirt (squared text sizes) that may be a faint character. */
const MUCH_DIRT = 0.02;

/** Whether a cell without print may have held some: dirt, or red that does not come in from outside as a stamp does. */
function doubtOf(
  { specks }: { specks: number },
  area: Area,
  red: Mask | null,
  { textSize }: PageSizes,
): string {
  if (specks > MUCH_DIRT * textSize ** 2) return 'dirt or a faint character';
  if (red === null) return '';
  const clip = cut(red, area);
  const own = piecesOf(clip).some(
    ({ left, top, right, bottom, ink }) =>
      ink > MUCH_DIRT * textSize ** 2 && left > 0 && top > 0 && right < clip.width && bottom < clip.height,
  );
  return own ? 'something red' : '';
}
