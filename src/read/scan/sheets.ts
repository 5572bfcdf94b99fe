/**
 * Pictures of pages → tables with their text and lines of text, for the same flow that pages of text go through.
 * Pages are looked at one after the other and forgotten; what was cut out of all of them is recognised together, so
 * that the engine is started a few times for a document and not for every page.
 */

import type { Canvas } from '@napi-rs/canvas';
import { type Recognition, UNSURE } from '../../model/document.js';
import type { PageParts } from '../pdf/flow.js';
import type { Glyph } from '../pdf/geometry.js';
import type { PageCell, PageTable } from '../pdf/tables.js';
import { joinLines, toLines as linesOfGlyphs, type Line as TextLine } from '../pdf/text.js';
import { withoutVoidRows } from '../ruled/grid.js';
import type { Cutting } from './cutting.js';
import { release } from './decode.js';
import type { Engine } from './engine.js';
import type { Line, ReadLine } from './line.js';
import { type ScannedPage, type ScannedSegment, scanPage } from './page.js';
import { recognise, UNREAD } from './recognise.js';
import type { ScannedCell, ScannedTable } from './tables.js';
import { linesOf } from './wanted.js';

/** A page to look at. */
export interface Sheet {
  /** Number of the page or picture in the document, from 1. */
  readonly number: number;
  /** Width of the page in points; null for a picture, whose units are its pixels. */
  readonly width: number | null;
  /** The picture of the page, asked for when it is its turn; of a page with a width it is drawn anew each time. */
  readonly draw: () => Promise<Canvas>;
}

/** A page whose text is read with less confidence than this lies on its side or its head … */
const UPSIDE_DOWN = 45;
/** … if it has enough text to tell, and another side up gives this much. */
const UPRIGHT = 65;
const SAMPLE_LINES = 8;
/** … of lines of at least this many characters. */
const SAMPLE_WIDTH = 3;
const TURNS = [90, 270, 180] as const;

interface Scanned {
  readonly sheet: Sheet;
  readonly page: ScannedPage;
}

/** Reads sheets; those on which nothing stands are missing in the result. */
export async function readSheets(
  sheets: readonly Sheet[],
  engine: Engine,
): Promise<ReadonlyMap<number, PageParts>> {
  const scanned: Scanned[] = [];
  for (const sheet of sheets) {
    const canvas = await sheet.draw();
    const page = await scanPage(canvas, sheet.width);
    if (sheet.width !== null) release(canvas);
    if (page !== null) scanned.push({ sheet, page });
  }
  const results = await readAll(scanned, engine);
  const turned = await turnOver(scanned, results, engine);
  const again = turned.size === 0 ? results : await readAll([...turned.values()], engine);
  return new Map(
    scanned.map((one) => {
      const { sheet, page } = turned.get(one.sheet.number) ?? one;
      return [sheet.number, partsOf(page, sheet.number, turned.has(sheet.number) ? again : results)];
    }),
  );
}

async function readAll(scanned: readonly Scanned[], engine: Engine): Promise<Results> {
  const lines = linesOf(scanned.map(({ page }) => page));
  const read = await recognise(lines, engine);
  return new Map(lines.map(({ cutting, kind }, i) => [cutting, { ...(read[i] as ReadLine), kind }]));
}

/** Pages that were put in sideways or upside down, as they look when they are turned. */
async function turnOver(
  scanned: readonly Scanned[],
  results: Results,
  engine: Engine,
): Promise<ReadonlyMap<number, Scanned>> {
  const turned = new Map<number, Scanned>();
  for (const { sheet, page } of scanned) {
    const sample = sampleOf(page).flatMap((cutting) => results.get(cutting) ?? []);
    const sure = meanConfidence(sample);
    // A table without rules has labels enough to tell; characters in columns and nothing wide are lines on their side.
    const isOdd = page.segments.length > 0 || page.text.some((one) => isUpended(one, page));
    const isUpright = sure === null ? !isOdd : sure >= UPSIDE_DOWN;
    if (isUpright || sample.some(({ text }) => FORM_WORDS.test(text))) continue;
    const canvas = await sheet.draw();
    for (const degrees of TURNS) {
      const candidate = await scanPage(canvas, sheet.width, degrees);
      if (candidate === null || (await confidenceOf(candidate, engine)) < UPRIGHT) continue;
      turned.set(sheet.number, { sheet, page: candidate });
      break;
    }
    if (sheet.width !== null) release(canvas);
  }
  return turned;
}

/** Lines of a page on its side run into one another and are this many text sizes high. */
const UPENDED = 4;

function isUpended({ line }: Cutting, { textSize }: ScannedPage): boolean {
  return line.bottom - line.top > UPENDED * textSize;
}

/** Words of every report; nobody reads them in a page that stands on its head. */
const FORM_WORDS = /公开|申请|行政|政府|报告|机构/;

/** Some of the longest lines: they tell best whether a page is upright. */
function sampleOf({ tables, text, segments, textSize }: ScannedPage): Cutting[] {
  const cells = tables.flatMap(({ cells: all }) => all.flatMap(({ lines }) => lines));
  return [...text, ...segments.map(({ cutting }) => cutting), ...cells]
    .filter(({ line }) => line.right - line.left > SAMPLE_WIDTH * textSize)
    .sort((a, b) => a.line.right - a.line.left - (b.line.right - b.line.left))
    .slice(-SAMPLE_LINES);
}

function meanConfidence(lines: readonly { readonly confidence: number }[]): number | null {
  if (lines.length < SAMPLE_LINES / 2) return null;
  return lines.reduce((sum, { confidence }) => sum + confidence, 0) / lines.length;
}

async function confidenceOf(page: ScannedPage, engine: Engine): Promise<number> {
  const { textSize } = page;
  const lines = sampleOf(page).map((cutting): Line => ({ cutting, textSize, kind: 'label' }));
  return meanConfidence(await recognise(lines, engine)) ?? 0;
}

/** What was read in each cutting, and what it was read as. */
type Results = ReadonlyMap<Cutting, ReadLine & Pick<Line, 'kind'>>;

function partsOf(page: ScannedPage, number: number, results: Results): PageParts {
  return {
    tables: page.tables.map((table) => toTable(table, page, number, results)),
    lines: [
      ...page.text.flatMap((cutting) => toTextLine(cutting, page, results)),
      ...linesOfGlyphs(page.segments.flatMap((segment, i) => toGlyph(segment, i, page, results))),
    ],
  };
}

/** A stretch of a table without rules as one wide glyph, all of one size, so that what stands level has one base. */
function toGlyph(
  { cutting, doubt }: ScannedSegment,
  run: number,
  page: ScannedPage,
  results: Results,
): Glyph[] {
  const read = results.get(cutting);
  if (read === undefined) return [];
  const [left, top, right, bottom] = page.toUnits(cutting.line);
  const [, , size] = page.toUnits({ left: 0, top: 0, right: page.textSize, bottom: 0 });
  const middle = (top + bottom) / 2;
  const { readings, confidence, agreed } = read;
  return [
    {
      text: read.text === '' ? UNREAD : read.text,
      left,
      right,
      top: middle - size / 2,
      bottom: middle + size / 2,
      base: middle + size / 2,
      size,
      run,
      spaced: false,
      vertical: false,
      turn: 0,
      recognition: doubted({ readings, confidence, agreed }, doubt),
    },
  ];
}

function toTable(
  { grid, cells }: ScannedTable,
  page: ScannedPage,
  number: number,
  results: Results,
): PageTable {
  const factor = page.toUnits({ left: 0, top: 0, right: 1000 / page.points, bottom: 0 })[2] / 1000;
  const read = cells.map((cell) => toCell(cell, number, results));
  const rows = grid.ys.length - 1;
  const { cells: kept, dropped } = withoutVoidRows(read, rows, grid.xs.length - 1, ({ text }) => text === '');
  const xs = grid.xs.map((x) => x * factor);
  const box = [
    xs[0] ?? 0,
    (grid.ys[0] ?? 0) * factor,
    xs.at(-1) ?? 0,
    (grid.ys.at(-1) ?? 0) * factor,
  ] as const;
  return { layout: 'grid', page: number, box, xs, rowCount: rows - dropped.length, cells: kept };
}

function toCell(cell: ScannedCell, page: number, results: Results): PageCell {
  const { row, col, rowSpan, colSpan, openTop, openBottom, box } = cell;
  const read = cell.lines.flatMap((cutting) => results.get(cutting) ?? []);
  const recognition = read.length === 0 ? emptyCell(cell.doubt) : doubted(together(read), cell.doubt);
  // Ink that nobody could read must not look like a cell without any.
  const text =
    read.length === 0 && cell.doubt === '' ? '' : joinLines(read.map((line) => line.text)) || UNREAD;
  return { row, col, rowSpan, colSpan, text, page, box, openTop, openBottom, full: false, recognition };
}

function emptyCell(doubt: string): Recognition {
  return doubt === ''
    ? { readings: [''], confidence: 100, agreed: true }
    : { readings: [doubt], confidence: 0, agreed: false };
}

function doubted(recognition: Recognition, doubt: string): Recognition {
  return doubt === '' ? recognition : { ...recognition, agreed: false };
}

function together(lines: readonly ReadLine[]): Recognition {
  const [only] = lines;
  if (lines.length === 1 && only) {
    const { readings, confidence, agreed } = only;
    return { readings, confidence, agreed };
  }
  const [first, ...rest] = lines;
  // The words of a remark go on below the figure; a line of digits, or one that nobody could read, would be the rest of it.
  const isRemark = /^[^（]*\d(?:件|条|个)?（/.test(lines.map(({ text }) => text).join(''));
  const reading = (at: number): string =>
    joinLines(lines.map(({ readings }) => readings[at] ?? readings[0] ?? ''));
  return {
    readings: [...new Set([reading(0), reading(1)])],
    confidence: Math.min(...lines.map(({ confidence }) => confidence)),
    agreed: first?.agreed === true && rest.every(({ agreed, text }) => agreed || (isRemark && isWords(text))),
  };
}

function isWords(text: string): boolean {
  return text !== '' && !/^[\d.,]/.test(text);
}

/**
 * A line of text as one wide glyph. Where its two readings differ stands a box that no name and no number contains; a
 * figure that is a cell by itself says how it was read.
 */
function toTextLine(cutting: Cutting, page: ScannedPage, results: Results): TextLine[] {
  const read = results.get(cutting);
  if (read === undefined || (read.text === '' && read.kind !== 'cell')) return [];
  const [left, top, right, bottom] = page.toUnits(cutting.line);
  const size = bottom - top;
  const { readings, confidence, agreed } = read;
  const shape = { left, top, right, bottom, base: bottom, size };
  const plain = { ...shape, run: 1, spaced: false, vertical: false, turn: 0 } as const;
  const isCell = read.kind === 'cell' || (read.kind === 'label' && agreed);
  const glyph: Glyph = isCell
    ? { text: read.text || UNREAD, ...plain, recognition: { readings, confidence, agreed } }
    : { text: readings.length > 1 ? merged(readings[0] ?? '', readings[1] ?? '') : read.text, ...plain };
  return [{ glyphs: [glyph], ...shape }];
}

/** Marks that the engine takes for one another; a field or a period is told by any of them, and no name has one. */
const MARK = /^[\p{P}\p{S}]$/u;

/** What two readings have in common, with a box for what differs; of two marks the first. */
export function merged(a: string, b: string): string {
  const [x, y] = [[...a.replace(/\s+/g, '')], [...b.replace(/\s+/g, '')]];
  const isMark = (character = ''): boolean => MARK.test(character) && character !== UNSURE;
  if (x.length === y.length)
    return x.map((one, i) => (one === y[i] || (isMark(one) && isMark(y[i])) ? one : UNSURE)).join('');
  let head = 0;
  while (head < Math.min(x.length, y.length) && x[head] === y[head]) head++;
  let tail = 0;
  while (tail < Math.min(x.length, y.length) - head && x.at(-1 - tail) === y.at(-1 - tail)) tail++;
  return [...x.slice(0, head), UNSURE, ...x.slice(x.length - tail)].join('');
}
