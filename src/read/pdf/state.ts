/** The graphics state of a content stream: transformation, text parameters and their stack. */

import { type Box, IDENTITY, type Matrix, multiply } from './geometry.js';
import type { FontFacts } from './open.js';

export class GraphicsState {
  ctm: Matrix = IDENTITY;
  textMatrix: Matrix = IDENTITY;
  x = 0;
  y = 0;
  lineX = 0;
  lineY = 0;
  font: FontFacts | null = null;
  /** Always positive; `direction` is -1 where the stream gave a negative size. */
  fontSize = 0;
  direction: 1 | -1 = 1;
  charSpacing = 0;
  wordSpacing = 0;
  /** Horizontal scaling as a factor. */
  horizontalScale = 1;
  leading = 0;
  rise = 0;
  /** Text rendering mode 0–7; 3 is invisible. */
  renderingMode = 0;
  lineWidth = 1;
  /** Colour and opacity of fills, text and pictures; a pattern has no colour and counts as a dark one. */
  fillColour = '#000000';
  fillAlpha = 1;
  /** Anything but `Normal` lets what is below shine through. */
  blends = false;
  /** Box of the clipping path on the page, null for none; `clipIsBox`: the path is that box. */
  clip: Box | null = null;
  clipIsBox = true;

  clone(): GraphicsState {
    return Object.assign(new GraphicsState(), this);
  }

  transform(matrix: Matrix): void {
    this.ctm = multiply(this.ctm, matrix);
  }

  setFont(font: FontFacts | null, size: number): void {
    this.font = font;
    this.fontSize = Math.abs(size);
    this.direction = size < 0 ? -1 : 1;
  }

  beginText(): void {
    this.setTextMatrix(IDENTITY);
  }

  setTextMatrix(matrix: Matrix): void {
    this.textMatrix = matrix;
    this.x = 0;
    this.y = 0;
    this.lineX = 0;
    this.lineY = 0;
  }

  moveText(x: number, y: number): void {
    this.lineX += x;
    this.lineY += y;
    this.x = this.lineX;
    this.y = this.lineY;
  }
}
