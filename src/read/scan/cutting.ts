/** A line of ink → a small picture of it and nothing else, so that the page itself can be forgotten. */

import type { InkLine } from './cells.js';
import { cut, type Mask, type Raster } from './raster.js';

/** One line of text that is cut out, with its place in pixels of the straightened page. */
export interface Cutting {
  readonly line: InkLine;
  readonly grey: Raster;
  readonly mask: Mask;
  /** Place of the cutting on the page. */
  readonly left: number;
  readonly top: number;
  /**
   * Never a whole number:
   * - `lines`: several lines set side by side; `line` is their box with the ink of the first
   * - `spread`: a line without the wide white in it; its pieces stand further left than `line` says
   */
  readonly joined?: 'lines' | 'spread';
  /** The only ink of its cell, and a dash without doubt. */
  readonly isDash?: true;
}

/** Cuttings keep this margin (text sizes) around the ink. */
const MARGIN = 0.2;

/**
 * Cuts a line out of a page.
 * @param mask ink of the page without its rules
 * @param textSize usual size of the characters in pixels
 */
export function cutting(line: InkLine, grey: Raster, mask: Mask, textSize: number): Cutting {
  const margin = Math.ceil(MARGIN * textSize);
  const left = Math.max(0, line.left - margin);
  const top = Math.max(0, line.top - margin);
  const area = { left, top, right: line.right + margin, bottom: line.bottom + margin };
  const ink = own(line, cut(mask, area), left, top);
  return { line, grey: alone(cut(grey, area), ink), mask: ink, left, top };
}

/** The mask with the ink of this line alone: rules and neighbours are taken out. */
function own(line: InkLine, { width, height, data }: Mask, left: number, top: number): Mask {
  const kept = new Uint8Array(data.length);
  for (const piece of line.pieces) {
    for (let y = piece.top - top; y < Math.min(height, piece.bottom - top); y++) {
      const from = y * width + Math.max(0, piece.left - left);
      const to = y * width + Math.min(width, piece.right - left);
      kept.set(data.subarray(from, to), from);
    }
  }
  return { width, height, data: kept };
}

/** The blurred edge of a character reaches this many pixels beyond its ink. */
const EDGE = 2;
const PAPER = 255;

/** The grey of a line without what stands around it: rules, neighbours, noise. */
function alone({ width, height, data }: Raster, ink: Mask): Raster {
  const near = widened(widened(ink, 1), ink.width);
  return { width, height, data: data.map((grey, i) => (near.data[i] === 1 ? grey : PAPER)) };
}

/** Ink grown by `EDGE` pixels in steps of `step`: along rows (1) or columns (the width). */
function widened({ width, height, data }: Mask, step: number): Mask {
  const grown = new Uint8Array(data.length);
  for (let i = 0; i < data.length; i++) {
    if (data[i] !== 1) continue;
    for (let k = -EDGE; k <= EDGE; k++) {
      const at = i + k * step;
      const sameRow = step !== 1 || Math.floor(at / width) === Math.floor(i / width);
      if (at >= 0 && at < data.length && sameRow) grown[at] = 1;
    }
  }
  return { width, height, data: grown };
}

/** An upright line is no wider than one character (text sizes); the end of a wrapped label has two at most. */
const ONE_CHARACTER = 1.25;
const LABEL_END = 2.2;
/** … and what comes before it is longer than any number. */
const LABEL_START = 4;
/** White between lines that are set side by side (text sizes), as between two characters. */
const BETWEEN = 0.12;

/**
 * The lines of a cell as the engine reads them best: characters one below the other are set side by side, and the last
 * characters of a wrapped label are set behind it. The engine misses many a character that stands alone.
 */
export function withoutLoneCharacters(lines: readonly Cutting[], textSize: number): Cutting[] {
  const width = ({ line }: Cutting): number => (line.right - line.left) / textSize;
  const [first] = lines;
  if (first === undefined || lines.length === 1) return [...lines];
  if (lines.every((one) => width(one) <= ONE_CHARACTER)) return [sideBySide(lines, first, textSize)];
  const [before, last] = lines.slice(-2) as [Cutting, Cutting];
  if (width(before) < LABEL_START || width(last) > LABEL_END) return [...lines];
  return [...lines.slice(0, -2), sideBySide([before, last], before, textSize)];
}

/** Characters set further apart than this (text sizes) are spread over the width of their cell. */
const SPREAD = 0.8;

/**
 * A line with the wide white between its characters taken out, as a justified label has it (行  政  许  可): the engine
 * takes them for words of their own, and loses some. Such a line is never a number, for it could be two.
 */
export function withoutSpread(line: Cutting, textSize: number): Cutting {
  const stretches = stretchesOf(line.line, textSize);
  if (stretches.length < 2) return line;
  const { left: shift } = line;
  const part = (raster: Raster): Raster[] =>
    stretches.map(({ left, right }) =>
      cut(raster, { left: left - shift, right: right - shift, top: 0, bottom: raster.height }),
    );
  const gap = Math.round(BETWEEN * textSize);
  const grey = inARow(part(line.grey), gap, PAPER);
  return { ...line, grey, mask: inARow(part(line.mask), gap, 0), joined: 'spread' };
}

/** From where to where there is print, with wide white between. */
function stretchesOf({ pieces }: InkLine, textSize: number): { left: number; right: number }[] {
  const found: { left: number; right: number }[] = [];
  for (const { left, right } of [...pieces].sort((a, b) => a.left - b.left)) {
    const last = found.at(-1);
    if (last === undefined || left - last.right > SPREAD * textSize) found.push({ left, right });
    else last.right = Math.max(last.right, right);
  }
  return found;
}

function sideBySide(parts: readonly Cutting[], first: Cutting, textSize: number): Cutting {
  const boxes = parts.map(({ line }) => line);
  const line: InkLine = {
    left: Math.min(...boxes.map(({ left }) => left)),
    right: Math.max(...boxes.map(({ right }) => right)),
    top: Math.min(...boxes.map(({ top }) => top)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
    pieces: first.line.pieces,
  };
  const gap = Math.round(BETWEEN * textSize);
  const grey = inARow(parts.map(printOf), gap, PAPER);
  const mask = inARow(parts.map(maskOf), gap, 0);
  const top = first.top - ((grey.height - first.grey.height) >> 1);
  return { line, grey, mask, left: first.line.left, top, joined: 'lines' };
}

/** The box of the ink alone, without the margin around it on the right and left. */
function printOf({ grey, line, left }: Cutting): Raster {
  return cut(grey, { left: line.left - left, right: line.right - left, top: 0, bottom: grey.height });
}

function maskOf({ mask, line, left }: Cutting): Mask {
  return cut(mask, { left: line.left - left, right: line.right - left, top: 0, bottom: mask.height });
}

/** Pictures in a row with their middles at one height. */
function inARow(parts: readonly Raster[], gap: number, paper: number): Raster {
  const height = Math.max(...parts.map((part) => part.height));
  const width = parts.reduce((sum, part) => sum + part.width + gap, -gap);
  const data = new Uint8Array(width * height).fill(paper);
  let x = 0;
  for (const part of parts) {
    const top = (height - part.height) >> 1;
    for (let y = 0; y < part.height; y++)
      data.set(part.data.subarray(y * part.width, (y + 1) * part.width), (top + y) * width + x);
    x += part.width + gap;
  }
  return { width, height, data };
}
