/** Drawn paths → candidate ruling lines. Shading, curves and slanted lines are left out. */

import { type Box, type Matrix, type Rule, transformBox } from './geometry.js';

/** A filled shape or stroke no thicker than this is a rule, anything thicker is shading. Heavy frames reach 3 pt. */
const MAX_RULE_THICKNESS = 4;
/** A line is horizontal or vertical when its ends differ by no more than this across; rounding in CAD exports. */
const AXIS_TOLERANCE = 0.7;
/** Marks smaller than this in both directions are dirt, not even a dot of a dotted rule. */
const MIN_MARK = 0.2;
/**
 * Candidates kept per page. A dense statistical table has some thousand cell borders; a map or drawing has
 * hundreds of thousands of strokes, and nothing beyond this number helps to find a table.
 */
const MAX_CANDIDATES = 40_000;

/** Path operators inside pdf.js path data. */
const MOVE = 0;
const LINE = 1;
const CURVE = 2;
const QUADRATIC = 3;

/** Distance (pt) from dot to dot of a dotted rule, or from dash to dash: two rule widths at most. */
const MAX_DOT_STEP = 9;

type Piece = { -readonly [key in keyof Rule]: Rule[key] };
type Point = readonly [number, number];

export class RuleCollector {
  readonly horizontal: Piece[] = [];
  readonly vertical: Piece[] = [];
  private lastDot: Box | null = null;

  /** Lines of a stroked path; `lineWidth` in user space. */
  stroke(data: Float32Array, ctm: Matrix, lineWidth: number): void {
    const width = lineWidth * Math.sqrt(Math.abs(ctm[0] * ctm[3] - ctm[1] * ctm[2]));
    for (const points of subpaths(data, ctm)) {
      for (let i = 1; i < points.length; i++) {
        const from = points[i - 1];
        const to = points[i];
        if (from && to) this.strokeLine(from, to, width);
      }
    }
  }

  private strokeLine([x0, y0]: Point, [x1, y1]: Point, width: number): void {
    const half = width / 2;
    if (Math.abs(y1 - y0) <= AXIS_TOLERANCE) {
      const y = (y0 + y1) / 2;
      this.add([Math.min(x0, x1), y - half, Math.max(x0, x1), y + half]);
    } else if (Math.abs(x1 - x0) <= AXIS_TOLERANCE) {
      const x = (x0 + x1) / 2;
      this.add([x - half, Math.min(y0, y1), x + half, Math.max(y0, y1)]);
    }
  }

  /** Thin shapes of a filled path, and frames filled between an outer and an inner rectangle. */
  fill(data: Float32Array, ctm: Matrix): void {
    let previous: Box | null = null;
    for (const points of subpaths(data, ctm)) {
      const box = boxOf(points);
      this.add(box);
      if (previous !== null) this.addFrame(previous, box);
      previous = box;
    }
  }

  /** A picture or mask stretched over the unit square; true when it is a rule. */
  fillUnitSquare(ctm: Matrix): boolean {
    const box = transformBox(ctm, 0, 0, 1, 1);
    if (Math.min(box[2] - box[0], box[3] - box[1]) > MAX_RULE_THICKNESS) return false;
    this.add(box);
    return true;
  }

  private addFrame(a: Box, b: Box): void {
    const [outer, inner] = a[2] - a[0] >= b[2] - b[0] ? [a, b] : [b, a];
    const [x0, y0, x1, y1] = outer;
    const [u0, v0, u1, v1] = inner;
    const bands = [u0 - x0, v0 - y0, x1 - u1, y1 - v1];
    if (bands.some((band) => band < -AXIS_TOLERANCE || band > MAX_RULE_THICKNESS)) return;
    this.add([x0, y0, x1, v0]);
    this.add([x0, v1, x1, y1]);
    this.add([x0, y0, u0, y1]);
    this.add([u1, y0, x1, y1]);
  }

  /** Keeps a thin box as a rule along its long side. */
  private add(box: Box): void {
    const [x0, y0, x1, y1] = box;
    const width = x1 - x0;
    const height = y1 - y0;
    if (!(Math.max(width, height) >= MIN_MARK)) return;
    if (Math.max(width, height) <= MAX_RULE_THICKNESS) this.addDot(box);
    else if (height <= MAX_RULE_THICKNESS) this.push(this.horizontal, (y0 + y1) / 2, x0, x1);
    else if (width <= MAX_RULE_THICKNESS) this.push(this.vertical, (x0 + x1) / 2, y0, y1);
  }

  /** A dot or short dash tells its direction by the one drawn before it; a single one is no rule. */
  private addDot(box: Box): void {
    const before = this.lastDot;
    this.lastDot = box;
    if (before === null) return;
    const [x0, y0, x1, y1] = [0, 1, 2, 3].map((i) => ((box[i] ?? 0) + (before[i] ?? 0)) / 2) as [...Box];
    const dx = Math.abs(box[0] - before[0]);
    const dy = Math.abs(box[1] - before[1]);
    if (dy <= MIN_MARK && dx > 0 && dx <= MAX_DOT_STEP) {
      this.push(this.horizontal, (y0 + y1) / 2, Math.min(box[0], before[0]), Math.max(box[2], before[2]));
    } else if (dx <= MIN_MARK && dy > 0 && dy <= MAX_DOT_STEP) {
      this.push(this.vertical, (x0 + x1) / 2, Math.min(box[1], before[1]), Math.max(box[3], before[3]));
    }
  }

  /** Appends a piece, or lengthens the piece before it when it goes straight on. */
  private push(rules: Piece[], at: number, from: number, to: number): void {
    const last = rules.at(-1);
    if (
      last !== undefined &&
      Math.abs(last.at - at) <= MIN_MARK &&
      from >= last.from &&
      from <= last.to + MIN_MARK
    ) {
      last.to = Math.max(last.to, to);
    } else if (this.horizontal.length + this.vertical.length < MAX_CANDIDATES) {
      rules.push({ at, from, to });
    }
  }
}

/** The subpaths of pdf.js path data as points on the page; a closed one ends where it began. */
function subpaths(data: Float32Array, [a, b, c, d, e, f]: Matrix): Point[][] {
  const all: Point[][] = [];
  let current: Point[] = [];
  const push = (x = 0, y = 0): void => {
    current.push([a * x + c * y + e, b * x + d * y + f]);
  };
  let i = 0;
  while (i < data.length) {
    const op = data[i++];
    if (op === MOVE) {
      if (current.length > 1) all.push(current);
      current = [];
      push(data[i], data[i + 1]);
      i += 2;
    } else if (op === LINE) {
      push(data[i], data[i + 1]);
      i += 2;
    } else if (op === CURVE) {
      push(data[i], data[i + 1]);
      push(data[i + 2], data[i + 3]);
      push(data[i + 4], data[i + 5]);
      i += 6;
    } else if (op === QUADRATIC) {
      push(data[i], data[i + 1]);
      push(data[i + 2], data[i + 3]);
      i += 4;
    } else if (current[0] !== undefined) {
      current.push(current[0]);
      all.push(current);
      current = [current[0]];
    }
  }
  if (current.length > 1) all.push(current);
  return all;
}

/** Whether a transformation keeps upright boxes upright. */
export function isUpright([a, b, c, d]: Matrix): boolean {
  return (b === 0 && c === 0) || (a === 0 && d === 0);
}

/** Whether a path is one upright rectangle in its own space. */
export function isRectangle(data: Float32Array): boolean {
  const points: [number, number][] = [];
  let i = 0;
  while (i < data.length) {
    const op = data[i++];
    if (op === MOVE || op === LINE) {
      if (op === MOVE && points.length > 0) return false;
      points.push([data[i] ?? 0, data[i + 1] ?? 0]);
      i += 2;
    } else if (op === CURVE || op === QUADRATIC) return false;
    if (points.length > RECTANGLE_POINTS) return false;
  }
  const xs = new Set(points.map(([x]) => x));
  const ys = new Set(points.map(([, y]) => y));
  const corners = new Set(points.map(([x, y]) => `${x} ${y}`));
  return xs.size === 2 && ys.size === 2 && corners.size === 4;
}

/** Four corners, and the first once more. */
const RECTANGLE_POINTS = 5;

function boxOf(points: readonly Point[]): Box {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    if (x < x0) x0 = x;
    if (x > x1) x1 = x;
    if (y < y0) y0 = y;
    if (y > y1) y1 = y;
  }
  return [x0, y0, x1, y1];
}
