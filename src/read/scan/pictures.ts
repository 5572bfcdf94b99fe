/** Pictures in pages and documents, and picture files → blocks at the place where the picture stands. */

import type { Canvas } from '@napi-rs/canvas';
import { APPLICANTS, APPLICATION_ITEMS, PROACTIVE_ITEMS, REMEDY_RESULTS } from '../../form/index.js';
import type { Block } from '../../model/document.js';
import { ReadError } from '../../model/errors.js';
import { toBlocks } from '../pdf/blocks.js';
import type { PageContent } from '../pdf/geometry.js';
import { decodePicture } from './decode.js';
import { Engine } from './engine.js';
import { type PictureOptions, tooMany } from './options.js';
import { readSheets } from './sheets.js';

/** A picture with the number of blocks that stand before it. */
export interface PlacedPicture {
  readonly at: number;
  /** The bytes, or null when they are not at hand. */
  readonly read: () => Promise<Uint8Array | null>;
}

export interface BlocksWithPictures {
  readonly blocks: Block[];
  /** Pictures that the engine has read; of the others some were no pictures of tables. */
  readonly recognized: number;
  /** Pictures that were at hand. */
  readonly found: number;
  /** Why some pictures were left out although the form is not complete; a sentence without its full stop. */
  readonly leftOut?: string;
}

/** Pictures looked at in one document: a report has three tables, cut into a dozen pieces at most. */
const MOST_PICTURES = 40;
/** Smaller pictures (pixels) hold no table. */
const LEAST_WIDTH = 200;
const LEAST_HEIGHT = 60;

/** Reads pictures and puts what they show where they stand. Without an engine the blocks come back as they are. */
export async function withPictures(
  blocks: readonly Block[],
  pictures: readonly PlacedPicture[],
  options: PictureOptions,
): Promise<BlocksWithPictures> {
  const engine = await Engine.find(options.watch);
  const canvases: { readonly at: number; readonly canvas: Canvas }[] = [];
  let found = 0;
  for (const { at, read } of pictures.slice(0, MOST_PICTURES)) {
    const bytes = await read();
    if (bytes === null) continue;
    found++;
    if (engine === null) continue;
    for (const canvas of await decoded(bytes)) canvases.push({ at, canvas });
  }
  if (engine === null || canvases.length === 0) return { blocks: [...blocks], recognized: 0, found };
  options.expect?.(canvases.length);
  const groups = groupByPlace(canvases);
  let tables = blocks.filter(({ kind }) => kind === 'table').length;
  let number = 1;
  const result: Block[] = [];
  let copied = 0;
  for (const { at, canvases: together } of groups) {
    result.push(...blocks.slice(copied, at));
    copied = at;
    const read = await readPictures(together, engine, tables + 1, number);
    number += together.length;
    tables += read.filter(({ kind }) => kind === 'table').length;
    if (isOfReport(read)) result.push(...read);
  }
  const all = [...result, ...blocks.slice(copied)];
  const isShort = pictures.length > MOST_PICTURES && !hasWholeForm(all);
  return {
    blocks: all,
    recognized: canvases.length,
    found,
    ...(isShort ? { leftOut: tooMany(pictures.length, MOST_PICTURES, 'pictures') } : {}),
  };
}

/**
 * Reads pictures that follow one another as the pages of one document.
 * @param firstTable number of the first table found; `firstPicture` number of the first picture
 */
export async function readPictures(
  canvases: readonly Canvas[],
  engine: Engine,
  firstTable = 1,
  firstPicture = 1,
): Promise<Block[]> {
  const sheets = canvases.map((canvas, i) => ({ number: i + 1, width: null, draw: async () => canvas }));
  const parts = await readSheets(sheets, engine);
  const pages = canvases.map(
    ({ width, height }, i): PageContent => ({ ...BLANK_PAGE, number: i + 1, width, height }),
  );
  return toBlocks(pages, parts, firstTable, firstPicture);
}

const BLANK_PAGE: Omit<PageContent, 'number' | 'width' | 'height'> = {
  turn: 0,
  glyphs: [],
  horizontal: [],
  vertical: [],
  pictures: [],
};

/** A picture that cannot be decoded (a drawing in EMF, a broken file) is as good as none. */
async function decoded(bytes: Uint8Array): Promise<Canvas[]> {
  try {
    const pages = await decodePicture(bytes);
    return pages.filter(({ width, height }) => width >= LEAST_WIDTH && height >= LEAST_HEIGHT);
  } catch (error) {
    if (error instanceof ReadError) return [];
    throw error;
  }
}

function groupByPlace(
  pictures: readonly { readonly at: number; readonly canvas: Canvas }[],
): { readonly at: number; readonly canvases: Canvas[] }[] {
  const groups: { at: number; canvases: Canvas[] }[] = [];
  for (const { at, canvas } of pictures) {
    const last = groups.at(-1);
    if (last?.at === at) last.canvases.push(canvas);
    else groups.push({ at, canvases: [canvas] });
  }
  return groups;
}

/** Words of reports; a photograph or a diagram has none. */
const REPORT_WORDS = /公开|申请|行政|规章|许可|处罚|复议|诉讼|报告/g;
const FEWEST_WORDS = 3;

function isOfReport(blocks: readonly Block[]): boolean {
  const text = blocks
    .flatMap((block) => (block.kind === 'table' ? block.cells.map((cell) => cell.text) : [block.text]))
    .join(' ');
  return (text.match(REPORT_WORDS)?.length ?? 0) >= FEWEST_WORDS;
}

/** Labels of each table of the form of which so many stand in a text when the table does. */
const TABLES = [
  { labels: PROACTIVE_ITEMS, fewest: 3 },
  { labels: APPLICATION_ITEMS, fewest: 8 },
  { labels: APPLICANTS, fewest: 4 },
  { labels: REMEDY_RESULTS, fewest: 3 },
] as const;

/** Whether all tables of the form stand in the text already, so that the pictures beside it are illustrations. */
export function hasWholeForm(blocks: readonly Block[]): boolean {
  const text = blocks
    .flatMap((block) => (block.kind === 'table' ? block.cells.map((cell) => cell.text) : [block.text]))
    .join('\n')
    .replace(/[ \t]+/g, '');
  return TABLES.every(
    ({ labels, fewest }) =>
      labels.filter(({ zh }) => text.includes(zh.replace(/（[^）]*）/g, ''))).length >= fewest,
  );
}
