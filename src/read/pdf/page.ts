/** One page of an open PDF → its content in reading position. */

import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { OptionalContentConfig } from 'pdfjs-dist/types/src/display/optional_content_config.js';
import {
  type Box,
  type Glyph,
  IDENTITY,
  type PageContent,
  type Rule,
  type Turn,
  toMatrix,
  turnBox,
} from './geometry.js';
import { mainTurn, turnGlyphs, withoutDoubles } from './glyphs.js';
import { interpret, type OperatorList } from './interpret.js';
import type { FontFacts, OpenPdf } from './open.js';
import { withMarksSetDown } from './raised.js';
import { markStruck } from './struck.js';
import { withTracking } from './tracking.js';

/** Rules are kept within the page plus this margin (pt): frames are drawn on the very edge. */
const EDGE = 2;

/** Reads page `number` (1-based) and lets pdf.js forget it. */
export async function readPage(pdf: OpenPdf, number: number): Promise<PageContent> {
  const page = await pdf.document.getPage(number);
  try {
    const list = (await page.getOperatorList()) as OperatorList;
    const layers = usesLayers(list, pdf) ? await pdf.document.getOptionalContentConfig() : null;
    return contentOf(page, list, layers, pdf);
  } finally {
    page.cleanup();
  }
}

function usesLayers(list: OperatorList, { ops }: OpenPdf): boolean {
  return list.fnArray.some(
    (fn, i) => fn === ops.beginMarkedContentProps && (list.argsArray[i] as unknown[])[0] === 'OC',
  );
}

function contentOf(
  page: PDFPageProxy,
  list: OperatorList,
  layers: OptionalContentConfig | null,
  { ops, isOpaque }: OpenPdf,
): PageContent {
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const fonts = new Map<string, FontFacts | null>();
  const font = (name: string): FontFacts | null => {
    let facts = fonts.get(name);
    if (facts === undefined) {
      facts = fontFacts(page, name);
      fonts.set(name, facts);
    }
    return facts;
  };
  const isShown = (group: unknown): boolean =>
    layers === null || group === null || layers.isVisible(group as never);
  const drawing = interpret(list, { ops, base: toMatrix(transform) ?? IDENTITY, font, isShown, isOpaque });
  const glyphs = withoutDoubles(drawing.glyphs.filter((glyph) => isOnPage(glyph, width, height)));
  const content = {
    number: page.pageNumber,
    width,
    height,
    turn: 0 as Turn,
    glyphs,
    horizontal: drawing.horizontal.filter((rule) => isWithin(rule, height, width)),
    vertical: drawing.vertical.filter((rule) => isWithin(rule, width, height)),
    pictures: drawing.pictures.map((box) => clip(box, width, height)),
    marks: drawing.marks,
  };
  const turn = mainTurn(glyphs);
  const upright = turn === 0 ? content : turnPage(content, turn);
  return { ...upright, ...markStruck(withTracking(withMarksSetDown(upright.glyphs)), upright.horizontal) };
}

/** What pdf.js knows of a font; its own objects are gone once the page is cleaned up. */
function fontFacts(page: PDFPageProxy, name: string): FontFacts | null {
  if (!page.commonObjs.has(name)) return null;
  const font = page.commonObjs.get(name);
  if (typeof font !== 'object' || font === null) return null;
  return {
    type3: Boolean(font.isType3Font),
    vertical: Boolean(font.vertical),
    fontMatrix: font.fontMatrix ?? [0.001, 0, 0, 0.001, 0, 0],
    bbox: font.bbox ?? [0, 0, 0, 0],
    defaultVMetrics: font.defaultVMetrics ?? [],
  };
}

function isOnPage({ left, top, right, bottom }: Glyph, width: number, height: number): boolean {
  const x = (left + right) / 2;
  const y = (top + bottom) / 2;
  return x >= 0 && x <= width && y >= 0 && y <= height;
}

function isWithin({ at, from, to }: Rule, across: number, along: number): boolean {
  return at >= -EDGE && at <= across + EDGE && to >= 0 && from <= along;
}

function clip([x0, y0, x1, y1]: Box, width: number, height: number): Box {
  const within = (value: number, max: number): number => Math.min(Math.max(value, 0), max);
  return [within(x0, width), within(y0, height), within(x1, width), within(y1, height)];
}

/** Turns a page whose text is mostly written sideways, so that it reads from left to right. */
function turnPage(page: PageContent, turn: Turn): PageContent {
  const { width, height } = page;
  const back = ((4 - turn) % 4) as Turn;
  const sideways = turn === 1 || turn === 3;
  const asBoxes = [
    ...page.horizontal.map(({ at, from, to }): Box => [from, at, to, at]),
    ...page.vertical.map(({ at, from, to }): Box => [at, from, at, to]),
  ].map((box) => turnBox(box, back, width, height));
  return {
    number: page.number,
    width: sideways ? height : width,
    height: sideways ? width : height,
    turn,
    glyphs: turnGlyphs(page.glyphs, turn, width, height),
    horizontal: asBoxes.filter(([, y0, , y1]) => y0 === y1).map(([from, at, to]) => ({ at, from, to })),
    vertical: asBoxes.filter(([, y0, , y1]) => y0 !== y1).map(([at, from, , to]) => ({ at, from, to })),
    pictures: page.pictures.map((box) => turnBox(box, back, width, height)),
    ...(page.marks === undefined ? {} : { marks: page.marks }),
  };
}
