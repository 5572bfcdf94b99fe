/** One pass over the operator list of a page → glyphs, candidate rules and pictures, all in page coordinates. */

import type { OPS as Ops } from 'pdfjs-dist/legacy/build/pdf.mjs';
import {
  type Box,
  type Glyph,
  IDENTITY,
  type Matrix,
  multiply,
  type Rule,
  toMatrix,
  transformBox,
} from './geometry.js';
import { placeGlyphs, type ShownGlyph } from './glyphs.js';
import type { FontFacts } from './open.js';
import { isRectangle, isUpright, RuleCollector } from './paths.js';
import { GraphicsState } from './state.js';
import { intersection, isOutside, Visibility } from './visibility.js';

/** The operator list of pdf.js: parallel arrays of operator numbers and their arguments. */
export interface OperatorList {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

export interface PageDrawing {
  readonly glyphs: readonly Glyph[];
  readonly horizontal: readonly Rule[];
  readonly vertical: readonly Rule[];
  readonly pictures: readonly Box[];
  /** Marked-content number by the number of the drawing operation. */
  readonly marks: ReadonlyMap<number, number>;
}

export interface Surroundings {
  readonly ops: typeof Ops;
  /** PDF user space → page as shown. */
  readonly base: Matrix;
  /** Facts of a font by the name it has in the operator list. */
  readonly font: (name: string) => FontFacts | null;
  /** Whether content marked with this optional-content group is shown. */
  readonly isShown: (group: unknown) => boolean;
  /** Whether the file has a picture of this shape without transparency. */
  readonly isOpaque: (width: number, height: number) => boolean;
}

/** Pictures smaller than this in both directions are marks; the box of an empty transformation is nothing. */
const MIN_PICTURE_SIDE = 3;

/** Interprets the operators of one page. */
export function interpret(list: OperatorList, surroundings: Surroundings): PageDrawing {
  const interpreter = new Interpreter(surroundings);
  for (let i = 0; i < list.fnArray.length; i++) {
    interpreter.execute(list.fnArray[i] ?? 0, (list.argsArray[i] ?? NO_ARGUMENTS) as readonly unknown[]);
  }
  return interpreter.finish();
}

type Handler = (args: readonly unknown[]) => void;
type GraphicsEntries = readonly (readonly [string, unknown])[];
type TextSettings = Pick<
  GraphicsState,
  'charSpacing' | 'wordSpacing' | 'horizontalScale' | 'leading' | 'renderingMode' | 'rise' | 'lineWidth'
>;

const NO_ARGUMENTS: readonly unknown[] = [];

class Interpreter {
  private readonly handlers: readonly Handler[];
  private readonly glyphs: Glyph[] = [];
  private readonly rules = new RuleCollector();
  private readonly pictures: Box[] = [];
  private state = new GraphicsState();
  private readonly stack: GraphicsState[] = [];
  /** Whether each open marked-content section is shown. */
  private readonly marked: boolean[] = [];
  private hiddenSections = 0;
  /** Marked-content number of each open section; null where it has none or numbers of its own. */
  private readonly markNumbers: (number | null)[] = [];
  private readonly marks = new Map<number, number>();
  /** Depth of groups that only make a mask. */
  private maskDepth = 0;
  private run = 0;
  /** Forms number their marked content on their own. */
  private formDepth = 0;
  private readonly visibility = new Visibility();
  /** The next path becomes part of the clipping path. */
  private clipping = false;
  /** A transformation was set and nothing has been painted with it: the place of a picture that was left out. */
  private pending = false;

  constructor(private readonly around: Surroundings) {
    this.state.ctm = around.base;
    this.handlers = this.makeHandlers(around.ops);
  }

  finish(): PageDrawing {
    this.settlePicture();
    const { horizontal, vertical } = this.rules;
    const glyphs = this.visibility.seen(this.glyphs, this.around.isOpaque);
    return { glyphs, horizontal, vertical, pictures: this.pictures, marks: this.marks };
  }

  execute(fn: number, args: readonly unknown[]): void {
    this.handlers[fn]?.(args);
  }

  /** What each operator does, by its number; operators that neither paint nor place anything are missing. */
  private makeHandlers(ops: typeof Ops): Handler[] {
    const handlers: Handler[] = [];
    const set = (state: keyof TextSettings, factor = 1): Handler => {
      return ([value]) => {
        this.state[state] = Number(value) * factor;
      };
    };
    handlers[ops.setCharSpacing] = set('charSpacing');
    handlers[ops.setWordSpacing] = set('wordSpacing');
    handlers[ops.setHScale] = set('horizontalScale', 0.01);
    handlers[ops.setLeading] = set('leading', -1);
    handlers[ops.setTextRenderingMode] = set('renderingMode');
    handlers[ops.setTextRise] = set('rise');
    handlers[ops.setLineWidth] = set('lineWidth');
    handlers[ops.setGState] = ([entries]) => this.setGraphicsState(entries as GraphicsEntries);
    handlers[ops.setFont] = ([name, size]) => this.setFont(name, size);
    handlers[ops.beginText] = () => this.beginText();
    handlers[ops.setTextMatrix] = ([matrix]) => this.setTextMatrix(matrix as ArrayLike<unknown>);
    handlers[ops.moveText] = ([x, y]) => this.state.moveText(Number(x), Number(y));
    handlers[ops.setLeadingMoveText] = ([x, y]) => {
      this.state.leading = Number(y);
      this.state.moveText(Number(x), Number(y));
    };
    handlers[ops.nextLine] = () => this.state.moveText(0, this.state.leading);
    handlers[ops.showText] = ([glyphs]) => this.showText(glyphs as readonly ShownGlyph[]);
    handlers[ops.save] = () => {
      this.stack.push(this.state.clone());
    };
    handlers[ops.restore] = () => this.restore();
    handlers[ops.transform] = (matrix) => this.transform(matrix);
    handlers[ops.setFillRGBColor] = ([colour]) => {
      this.state.fillColour = String(colour);
    };
    handlers[ops.setFillColorN] = () => {
      this.state.fillColour = PATTERN;
    };
    const clip: Handler = () => {
      this.clipping = true;
    };
    handlers[ops.clip] = clip;
    handlers[ops.eoClip] = clip;
    handlers[ops.constructPath] = ([paint, data, extent]) =>
      this.path(Number(paint), data as (Float32Array | null)[], extent as ArrayLike<number> | null);
    handlers[ops.paintFormXObjectBegin] = ([matrix, box]) =>
      this.beginForm(matrix as ArrayLike<unknown> | null, box as ArrayLike<number> | null);
    handlers[ops.paintFormXObjectEnd] = () => {
      this.formDepth--;
      this.restore();
    };
    handlers[ops.beginGroup] = ([group]) => {
      if (this.maskDepth > 0 || hasMask(group)) this.maskDepth++;
    };
    handlers[ops.endGroup] = () => {
      if (this.maskDepth > 0) this.maskDepth--;
    };
    handlers[ops.beginMarkedContentProps] = ([tag, props]) =>
      this.beginMarked(tag !== 'OC' || this.around.isShown(props), typeof props === 'number' ? props : null);
    handlers[ops.beginMarkedContent] = () => this.beginMarked(true, null);
    handlers[ops.endMarkedContent] = () => {
      if (this.marked.pop() === false) this.hiddenSections--;
      this.markNumbers.pop();
    };
    handlers[ops.beginAnnotation] = (args) => this.beginAnnotation(args);
    handlers[ops.endAnnotation] = () => this.restore();
    const picture: Handler = () => {
      this.pending = false;
      this.picture();
    };
    handlers[ops.paintImageXObject] = picture;
    handlers[ops.paintImageMaskXObject] = picture;
    handlers[ops.paintInlineImageXObject] = picture;
    handlers[ops.paintSolidColorImageMask] = picture;
    return handlers;
  }

  private setFont(name: unknown, size: unknown): void {
    this.state.setFont(this.around.font(String(name)), Number(size));
  }

  private beginText(): void {
    this.pending = false;
    this.state.beginText();
  }

  private setTextMatrix(matrix: ArrayLike<unknown>): void {
    this.state.setTextMatrix(toMatrix(matrix) ?? this.state.textMatrix);
  }

  private beginForm(matrix: ArrayLike<unknown> | null, box: ArrayLike<number> | null): void {
    this.settlePicture();
    this.formDepth++;
    this.stack.push(this.state.clone());
    this.state.transform(toMatrix(matrix) ?? IDENTITY);
    const { ctm } = this.state;
    if (box?.length === 4) this.clip(boxOf(ctm, box), isUpright(ctm));
  }

  private clip(box: Box, isBox: boolean): void {
    this.state.clip = intersection(this.state.clip, box);
    this.state.clipIsBox &&= isBox;
  }

  private setGraphicsState(entries: GraphicsEntries): void {
    for (const [key, value] of entries) {
      if (key === 'LW') this.state.lineWidth = Number(value);
      if (key === 'ca') this.state.fillAlpha = Number(value);
      if (key === 'BM') this.state.blends = value !== 'source-over' && value !== 'Normal';
      if (key === 'Font' && Array.isArray(value)) {
        this.state.setFont(this.around.font(String(value[0])), Number(value[1]));
      }
    }
  }

  private get hidden(): boolean {
    return this.hiddenSections > 0 || this.maskDepth > 0;
  }

  private beginMarked(shown: boolean, mark: number | null): void {
    this.marked.push(shown);
    this.markNumbers.push(mark ?? this.markNumbers.at(-1) ?? null);
    if (!shown) this.hiddenSections++;
  }

  private beginAnnotation([, , transform, matrix]: readonly unknown[]): void {
    this.stack.push(this.state);
    const own = new GraphicsState();
    own.ctm = this.around.base;
    own.transform(toMatrix(transform as ArrayLike<unknown>) ?? IDENTITY);
    own.transform(toMatrix(matrix as ArrayLike<unknown>) ?? IDENTITY);
    this.state = own;
  }

  private restore(): void {
    this.settlePicture();
    this.state = this.stack.pop() ?? this.state;
  }

  private transform(args: readonly unknown[]): void {
    const matrix = toMatrix(args);
    if (matrix === null) return;
    this.state.transform(matrix);
    this.pending = true;
  }

  /** pdf.js drops large pictures unread (see `open.ts`); what is left is a transformation with nothing painted. */
  private settlePicture(): void {
    if (!this.pending) return;
    this.pending = false;
    const [x0, y0, x1, y1] = transformBox(this.state.ctm, 0, 0, 1, 1);
    if (Math.max(x1 - x0, y1 - y0) >= MIN_PICTURE_SIDE) this.picture();
  }

  private picture(): void {
    const { ctm, clip, clipIsBox } = this.state;
    if (this.hidden || this.rules.fillUnitSquare(ctm)) return;
    const box = transformBox(ctm, 0, 0, 1, 1);
    this.pictures.push(box);
    const isWhole = clipIsBox && isUpright(ctm);
    this.visibility.picture(intersection(clip, box), this.glyphs.length, isWhole ? this.opacity : 0);
  }

  /** Opacity of what is filled; what blends with the paper below hides nothing. */
  private get opacity(): number {
    return this.state.blends ? Math.min(this.state.fillAlpha, BLENDED) : this.state.fillAlpha;
  }

  private path(
    paint: number,
    [data]: readonly (Float32Array | null)[],
    extent: ArrayLike<number> | null | undefined,
  ): void {
    const { ops } = this.around;
    const clips = this.clipping;
    this.clipping = false;
    if (!data) return;
    if (paint !== ops.endPath) this.paint(paint, data, extent ?? null);
    if (clips && extent)
      this.clip(boxOf(this.state.ctm, extent), isRectangle(data) && isUpright(this.state.ctm));
  }

  private paint(paint: number, data: Float32Array, extent: ArrayLike<number> | null): void {
    const { ops } = this.around;
    this.pending = false;
    if (this.hidden) return;
    const strokes = paint === ops.stroke || paint === ops.closeStroke;
    if (strokes) this.rules.stroke(data, this.state.ctm, this.state.lineWidth);
    else {
      this.rules.fill(data, this.state.ctm);
      if (extent) this.area(data, extent);
    }
    if (FILL_AND_STROKE.some((name) => paint === ops[name])) {
      this.rules.stroke(data, this.state.ctm, this.state.lineWidth);
    }
  }

  private area(data: Float32Array, extent: ArrayLike<number>): void {
    const { ctm, clip, clipIsBox, fillColour } = this.state;
    const rectangle = clipIsBox && isUpright(ctm) && isRectangle(data);
    const box = intersection(clip, boxOf(ctm, extent));
    this.visibility.fill(
      box,
      this.glyphs.length,
      fillColour,
      this.opacity,
      rectangle && fillColour !== PATTERN,
    );
  }

  private showText(glyphs: readonly ShownGlyph[]): void {
    this.pending = false;
    this.run++;
    const mark = this.formDepth === 0 ? this.markNumbers.at(-1) : undefined;
    if (typeof mark === 'number') this.marks.set(this.run, mark);
    const { renderingMode, fillColour, fillAlpha } = this.state;
    const target = this.hidden || renderingMode === INVISIBLE ? null : this.glyphs;
    const from = this.glyphs.length;
    placeGlyphs(glyphs, this.state, multiply(this.state.ctm, this.state.textMatrix), this.run, target);
    if (this.state.clip !== null) this.clipText(this.state.clip, from);
    if (renderingMode === FILLED) this.visibility.text(from, this.glyphs.length, fillColour, fillAlpha);
  }

  /** Takes back the glyphs drawn since `from` that the clipping path leaves out. */
  private clipText(clip: Box, from: number): void {
    let to = from;
    for (let at = from; at < this.glyphs.length; at++) {
      const glyph = this.glyphs[at];
      if (glyph !== undefined && !isOutside(clip, glyph)) this.glyphs[to++] = glyph;
    }
    this.glyphs.length = to;
  }
}

const FILL_AND_STROKE = ['fillStroke', 'eoFillStroke', 'closeFillStroke', 'closeEOFillStroke'] as const;

/** Stands for the colour of a pattern. */
const PATTERN = 'pattern';
/** What blends with the paper below counts as half transparent. */
const BLENDED = 0.5;
/** Text rendering mode of plain text. */
const FILLED = 0;
/** Text rendering mode of text that is not painted, such as the words below a scanned page. */
const INVISIBLE = 3;

/** Box on the page of `[left, bottom, right, top]` in user space. */
function boxOf(ctm: Matrix, extent: ArrayLike<number>): Box {
  return transformBox(ctm, extent[0] ?? 0, extent[1] ?? 0, extent[2] ?? 0, extent[3] ?? 0);
}

function hasMask(group: unknown): boolean {
  return typeof group === 'object' && group !== null && 'smask' in group && Boolean(group.smask);
}
