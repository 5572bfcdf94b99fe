/** Pictures drawn for the tests. */

import { spawnSync } from 'node:child_process';
import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import { isHere } from '../../support/programs.js';

export type Paint = (context: SKRSContext2D) => void;

/** A white page with black ink. */
export function page(width: number, height: number, paint: Paint) {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.fillStyle = '#000';
  paint(context);
  return canvas;
}

/** The rules of a table, two pixels thick. */
export function drawGrid(context: SKRSContext2D, xs: readonly number[], ys: readonly number[]): void {
  const [left = 0, top = 0] = [xs[0], ys[0]];
  const [right = 0, bottom = 0] = [xs.at(-1), ys.at(-1)];
  for (const x of xs) context.fillRect(x - 1, top, 2, bottom - top);
  for (const y of ys) context.fillRect(left, y - 1, right - left, 2);
}

/** Text in the middle of a slot of a grid. */
export function drawText(context: SKRSContext2D, text: string, x: number, y: number, font: string): void {
  context.font = font;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(text, x, y);
}

const languages = spawnSync('tesseract', ['--list-langs'], { encoding: 'utf8' });
const hasEngine = languages.status === 0 && /^chi_sim$/m.test(languages.stdout);

/** Whether tests with the real engine run here. */
export function engineHere(): boolean {
  return isHere('tesseract with chi_sim (apt-get install tesseract-ocr tesseract-ocr-chi-sim)', hasEngine);
}
