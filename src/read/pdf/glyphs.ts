/** Shown text → glyphs with their boxes on the page. */

import { type Glyph, type Matrix, type Turn, turnBox } from './geometry.js';
import type { FontFacts } from './open.js';
import type { GraphicsState } from './state.js';

/** A glyph as pdf.js hands it over; numbers between glyphs are adjustments in thousandths of the font size. */
export type ShownGlyph =
  | number
  | {
      readonly unicode: string;
      readonly width: number;
      readonly isSpace: boolean;
      readonly vmetric: readonly number[] | null | undefined;
    };

/** Share of the font size that a line of text takes above and below its baseline; fits CJK and Latin fonts alike. */
const ASCENT = 0.85;
const DESCENT = 0.15;
/** Text slanted more than this against the axes (ratio of across to along) is a watermark. */
const MAX_SLANT = 0.2;
/** Glyph space units per em where the font matrix is the usual one. */
const EM = 1000;
/** A glyph space unit above this share of the em is the em itself; cairo writes such fonts, and without a box. */
const LARGEST_UNIT = 0.1;
/** Height of the vertical origin where a font gives none (PDF 32000-1, 9.7.4.3). */
const DEFAULT_VERTICAL_ORIGIN = 880;

/** Appends the glyphs to `target` (null: only moves on) and advances the text position. */
export function placeGlyphs(
  glyphs: readonly ShownGlyph[],
  state: GraphicsState,
  matrix: Matrix,
  run: number,
  target: Glyph[] | null,
): void {
  const { font, fontSize, direction, charSpacing, wordSpacing } = state;
  if (font === null || fontSize === 0) return;
  const scale = fontSize * (font.fontMatrix[0] ?? 1 / EM);
  const stretch = state.horizontalScale * direction;
  const turn = turnOf(matrix, direction);
  const size = heightOf(font, fontSize) * Math.hypot(matrix[2], matrix[3]);
  let advance = 0;
  let spaced = false;
  for (const glyph of glyphs) {
    if (typeof glyph === 'number') {
      advance += ((font.vertical ? 1 : -1) * glyph * fontSize) / EM;
      continue;
    }
    const spacing = (glyph.isSpace ? wordSpacing : 0) + charSpacing;
    const text = visibleText(glyph.unicode);
    if (font.vertical) {
      const [w1, vx, vy] = verticalMetrics(glyph, font);
      if (text !== '' && target !== null && turn !== null) {
        const x = state.x - vx * scale * stretch;
        const y = state.y + state.rise - (advance + vy * scale);
        target.push(
          makeGlyph(matrix, x, y, glyph.width * scale * stretch, size, text, run, spaced, true, turn),
        );
      }
      advance += -w1 * scale - spacing * direction;
    } else {
      if (text !== '' && target !== null && turn !== null) {
        // The spacing of letters belongs to the glyph, so that spaced-out digits stay one number.
        const width = (glyph.width * scale + Math.max(charSpacing, 0)) * stretch;
        const x = state.x + advance * stretch;
        target.push(makeGlyph(matrix, x, state.y + state.rise, width, size, text, run, spaced, false, turn));
      }
      advance += glyph.width * scale + spacing * direction;
    }
    spaced = text === '';
  }
  if (font.vertical) state.y -= advance;
  else state.x += advance * stretch;
}

/** Advance downwards (negative) and the place of the glyph's origin, in glyph space. */
function verticalMetrics(
  { vmetric, width }: Exclude<ShownGlyph, number>,
  { defaultVMetrics }: FontFacts,
): readonly [number, number, number] {
  if (vmetric) return [vmetric[0] ?? -EM, vmetric[1] ?? width / 2, vmetric[2] ?? DEFAULT_VERTICAL_ORIGIN];
  return [defaultVMetrics[0] ?? -EM, width / 2, defaultVMetrics[2] ?? DEFAULT_VERTICAL_ORIGIN];
}

function makeGlyph(
  [a, b, c, d, e, f]: Matrix,
  x: number,
  y: number,
  width: number,
  size: number,
  text: string,
  run: number,
  spaced: boolean,
  vertical: boolean,
  turn: Turn,
): Glyph {
  const x0 = a * x + c * y + e;
  const y0 = b * x + d * y + f;
  const x1 = x0 + a * width;
  const y1 = y0 + b * width;
  const [left, right] = x0 <= x1 ? [x0, x1] : [x1, x0];
  const [top, bottom] = y0 <= y1 ? [y0, y1] : [y1, y0];
  const above = size * (turn === 0 || turn === 1 ? ASCENT : DESCENT);
  const below = size - above;
  const box =
    turn === 0 || turn === 2
      ? { left, right, top: y0 - above, bottom: y0 + below }
      : { left: x0 - below, right: x0 + above, top, bottom };
  return { text, ...box, base: y0, size, run, spaced, vertical, turn };
}

/** Direction of writing on the page, or null for slanted text. Page coordinates grow downwards. */
function turnOf([a, b]: Matrix, direction: 1 | -1): Turn | null {
  const x = a * direction;
  const y = b * direction;
  if (Math.min(Math.abs(x), Math.abs(y)) > MAX_SLANT * Math.max(Math.abs(x), Math.abs(y))) return null;
  if (Math.abs(x) >= Math.abs(y)) return x >= 0 ? 0 : 2;
  return y >= 0 ? 1 : 3;
}

/** Height of a line of the font in text space. Type 3 fonts may use any unit, so their own box counts. */
function heightOf(font: FontFacts, fontSize: number): number {
  if (!font.type3) return fontSize;
  const matrix = Math.abs(font.fontMatrix[3] ?? 1 / EM);
  const unit = matrix * fontSize;
  const [, y0 = 0, , y1 = 0] = font.bbox;
  const em = matrix > LARGEST_UNIT ? unit : unit * EM;
  const box = unit * Math.abs(y1 - y0);
  return box > 0 && (box < em / 2 || box > em * 2) ? box : em;
}

/** Code points that fonts use in place of ordinary ones: radicals, compatibility and vertical forms. */
const LOOKALIKE = /[\u2e80-\u2fdf\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe4f]/;
/** Those without a fitting normalization. Radicals stand for whole ideographs in text printed with Noto fonts. */
const ORDINARY: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ...'⺁厂⺟母⺠民⺼肉⻁虎⻄西⻅见⻆角⻉贝⻋车⻌辶⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟︐，︑、︒。︓：︔；︕！︖？︱—︵（︶）︹〔︺〕︽《︾》︿〈﹀〉﹁「﹂」﹃『﹄』'.matchAll(
      /(.)(.)/gu,
    ),
  ].map(([, radical = '', ideograph = '']) => [radical, ideograph]),
);

/** Text of a glyph without blanks and control characters; ideographs in their ordinary code points. */
function visibleText(unicode: string): string {
  if (unicode.length === 1 && unicode > ' ' && unicode < '\u00a0') return unicode === '\u007f' ? '' : unicode;
  const text = unicode.replace(/[\s\p{Cc}\p{Cf}]/gu, '');
  return LOOKALIKE.test(text) ? (ORDINARY[text] ?? text.normalize('NFKC')) : text;
}

/** Direction in which most of the glyphs are written. */
export function mainTurn(glyphs: readonly Glyph[]): Turn {
  const counts = [0, 0, 0, 0];
  for (const { turn } of glyphs) counts[turn] = (counts[turn] ?? 0) + 1;
  const most = counts.indexOf(Math.max(...counts));
  return most === 1 || most === 2 || most === 3 ? most : 0;
}

/** Turns glyphs back by `turn` quarter turns on a page of the given size. */
export function turnGlyphs(glyphs: readonly Glyph[], turn: Turn, width: number, height: number): Glyph[] {
  const back = ((4 - turn) % 4) as Turn;
  return glyphs.map((glyph) => {
    const box = turnBox([glyph.left, glyph.top, glyph.right, glyph.bottom], back, width, height);
    const [left, top, right, bottom] = box;
    const own = ((glyph.turn + back) % 4) as Turn;
    return { ...glyph, left, top, right, bottom, base: bottom - DESCENT * glyph.size, turn: own };
  });
}

/** Two equal glyphs nearer than this share of their size were drawn twice, for false bold or a shadow. */
const DOUBLE_STRIKE = 0.2;

/** No shadow falls farther (pt); a damaged file can set type of any size, over as many squares. */
const FARTHEST_DOUBLE = 8;

/** Glyphs are looked up by squares of this side (pt), so that a page full of the same character stays fast. */
const SQUARE = 8;

/** Drops glyphs drawn again at nearly the same place. */
export function withoutDoubles(glyphs: readonly Glyph[]): Glyph[] {
  const seen = new Map<string, Glyph[]>();
  return glyphs.filter((glyph) => {
    const { base, left, text } = glyph;
    const near = reach(glyph.size);
    for (const band of squares(base, near))
      for (const column of squares(left, near))
        if (seen.get(`${band} ${column} ${text}`)?.some((other) => isDouble(glyph, other))) return false;
    const key = `${square(base)} ${square(left)} ${text}`;
    const same = seen.get(key);
    if (same === undefined) seen.set(key, [glyph]);
    else same.push(glyph);
    return true;
  });
}

function square(place: number): number {
  return Math.floor(place / SQUARE);
}

/** The squares within reach; a loop over them would not end where a damaged file puts a glyph at infinity. */
function squares(place: number, near: number): Iterable<number> {
  return new Set([square(place - near), square(place), square(place + near)]);
}

function reach(size: number): number {
  return Math.min(DOUBLE_STRIKE * size, FARTHEST_DOUBLE);
}

function isDouble(a: Glyph, b: Glyph): boolean {
  const near = reach(Math.min(a.size, b.size));
  return Math.abs(a.base - b.base) < near && Math.abs(a.left - b.left) < near && a.turn === b.turn;
}
