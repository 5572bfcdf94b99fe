import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { createCanvas } from '@napi-rs/canvas';
import { type Piece, piecesOf } from '../src/read/scan/components.js';
import { decodePicture, look } from '../src/read/scan/decode.js';
import { featuresOf, INPUTS } from '../src/read/scan/digits/features.js';
import { CLASSES, forward, type Net, pack } from '../src/read/scan/digits/net.js';
import { inkOf } from '../src/read/scan/ink.js';
import { createRandom, type Random } from './compose/random.js';

/**
 * Trains the net that reads digits (`src/read/scan/digits/weights.ts`) on characters drawn with the fonts of the
 * system, degraded like scans. Two fonts are kept out of the training and tell how well it reads fonts unseen.
 *
 *     npx tsx scripts/train-digits.ts [--sheets 120] [--rounds 14] [--seed 1]
 */
const FONTS = [
  'Noto Serif CJK SC',
  'Noto Sans CJK SC',
  'Noto Sans Mono CJK SC',
  'AR PL UMing CN',
  'WenQuanYi Zen Hei',
  'DejaVu Serif',
  'DejaVu Sans Mono',
  'Nimbus Roman',
  'Nimbus Sans',
  'Nimbus Sans Narrow',
  'Nimbus Mono PS',
  'P052',
  'URW Bookman',
];
const UNSEEN = ['C059', 'DejaVu Sans'];
const DIGITS = '0123456789';
/** Characters that stand in cells and are no digits, and digits that touch. */
const OTHERS =
  '件条个项宗无空元万亿其中修订含上年的（）()〇零一二三四五六七八九十。、，工口日目由田中小川公只以可不人入八士土王OoIlLZSBGQgqbAETJCU&%#?!'.split(
    '',
  );
const TOUCHING = ['00', '10', '12', '21', '03', '26', '48', '11', '30', '57'];
const HIDDEN = 40;
const COLUMNS = 24;
const ROWS = 16;

interface Sample {
  inputs: Float64Array;
  target: number;
}

/** One sheet of characters in one font and one state of wear → samples. */
async function sheet(random: Random, font: string): Promise<Sample[]> {
  const size = random.int(15, 40);
  const step = size * 2;
  const canvas = createCanvas(COLUMNS * step, ROWS * step);
  const context = canvas.getContext('2d');
  context.fillStyle = `rgb(${Array(3).fill(random.int(225, 255)).join()})`;
  context.fillRect(0, 0, canvas.width, canvas.height);
  const weight = random.chance(0.2) ? 'bold' : 'normal';
  context.font = `${weight} ${size}px "${font}"`;
  const ink = random.int(0, 90);
  context.fillStyle = `rgb(${ink},${ink},${ink})`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  const angle = (random.int(-150, 150) / 100 / 180) * Math.PI;
  const stretch = random.int(88, 112) / 100;
  const texts = Array.from({ length: COLUMNS * ROWS }, () => draw(random));
  for (const [at, text] of texts.entries()) {
    const x = ((at % COLUMNS) + 0.5) * step + random.int(0, 9) / 10;
    const y = (Math.floor(at / COLUMNS) + 0.5) * step + random.int(0, 9) / 10;
    context.setTransform(stretch * Math.cos(angle), Math.sin(angle), -Math.sin(angle), Math.cos(angle), x, y);
    if (text.length > 1) tight(context, text, size, random);
    else context.fillText(text, 0, 0);
  }
  wear(context, canvas.width, canvas.height, random);
  const bytes = random.chance(0.7)
    ? canvas.toBuffer('image/jpeg', random.int(40, 95))
    : canvas.toBuffer('image/png');
  const [page] = await decodePicture(bytes);
  if (!page) return [];
  const picture = look(page);
  const mask = inkOf(picture.grey);
  const found = piecesOf(mask).filter((piece) => piece.ink > 3);
  const byCell = new Map<number, Piece[]>();
  for (const piece of found) {
    const cell =
      Math.floor((piece.top + piece.bottom) / 2 / step) * COLUMNS +
      Math.floor((piece.left + piece.right) / 2 / step);
    byCell.set(cell, [...(byCell.get(cell) ?? []), piece]);
  }
  return texts.flatMap((text, cell) =>
    samplesOf(text, byCell.get(cell) ?? [], size, (p) => featuresOf(picture.grey, p)),
  );
}

function draw(random: Random): string {
  if (random.chance(0.68)) return DIGITS.charAt(random.int(0, 9));
  if (random.chance(0.12)) return '/';
  return random.chance(0.25) ? random.pick(TOUCHING) : random.pick(OTHERS);
}

/** Two digits so close that they touch. */
function tight(
  context: ReturnType<ReturnType<typeof createCanvas>['getContext']>,
  text: string,
  size: number,
  random: Random,
): void {
  const gap = size * (random.int(34, 46) / 100);
  context.fillText(text.charAt(0), -gap / 2, 0);
  context.fillText(text.charAt(1), gap / 2, 0);
}

/** Blur, and noise on every pixel. */
function wear(
  context: ReturnType<ReturnType<typeof createCanvas>['getContext']>,
  width: number,
  height: number,
  random: Random,
): void {
  const blur = random.int(0, 10) / 10;
  if (blur > 0.2) {
    context.resetTransform();
    context.filter = `blur(${blur}px)`;
    context.drawImage(context.canvas, 0, 0);
    context.filter = 'none';
  }
  const noise = random.pick([0, 0, 6, 14, 22]);
  if (noise === 0) return;
  const pixels = context.getImageData(0, 0, width, height);
  for (let i = 0; i < pixels.data.length; i += 4) {
    const shift = (Math.random() + Math.random() - 1) * noise * 2;
    for (let c = 0; c < 3; c++) pixels.data[i + c] = (pixels.data[i + c] ?? 0) + shift;
  }
  context.putImageData(pixels, 0, 0);
}

function samplesOf(
  text: string,
  pieces: readonly Piece[],
  size: number,
  features: (piece: Piece) => Float64Array,
): Sample[] {
  const tall = pieces.filter((piece) => piece.bottom - piece.top > size * 0.3);
  const isDigit = text.length === 1 && (DIGITS.includes(text) || text === '/');
  const [only] = tall;
  if (isDigit)
    return only && pieces.length === 1
      ? [{ inputs: features(only), target: CLASSES.indexOf(text as '0') }]
      : [];
  const others = text.length > 1 ? tall.filter((piece) => piece.right - piece.left > size * 0.62) : tall;
  // A part of a character can look like a digit: 丨 of 中 is a 1, 口 a 0. Only what is whole is told apart.
  return text.length > 1 || pieces.length === 1
    ? others.slice(0, 1).map((piece) => ({ inputs: features(piece), target: CLASSES.indexOf('other') }))
    : [];
}

function train(samples: readonly Sample[], rounds: number, random: Random): Net {
  const initial = (count: number, inputs: number): Float64Array =>
    Float64Array.from({ length: count }, () => ((random.int(-1000, 1000) / 1000) * 1.6) / Math.sqrt(inputs));
  const net: Net = {
    hidden: HIDDEN,
    first: initial(HIDDEN * (INPUTS + 1), INPUTS),
    second: initial(CLASSES.length * (HIDDEN + 1), HIDDEN),
  };
  for (let round = 0; round < rounds; round++) {
    const rate = 0.03 * (1 - round / rounds) + 0.001;
    let loss = 0;
    for (const one of random.shuffle([...samples])) loss += learn(net, one, rate);
    process.stdout.write(`round ${round + 1}: loss ${(loss / samples.length).toFixed(4)}\n`);
  }
  return net;
}

/** One step of gradient descent on one sample. */
function learn({ hidden: units, first, second }: Net, { inputs, target }: Sample, rate: number): number {
  const { hidden, outputs } = forward({ hidden: units, first, second }, inputs);
  const back = new Float64Array(units);
  const row = units + 1;
  outputs.forEach((probability, o) => {
    const error = probability - (o === target ? 1 : 0);
    if (Math.abs(error) < 1e-4) return;
    for (let h = 0; h < units; h++) {
      back[h] = (back[h] ?? 0) + error * (second[o * row + h] ?? 0);
      second[o * row + h] = (second[o * row + h] ?? 0) - rate * error * (hidden[h] ?? 0);
    }
    second[o * row + units] = (second[o * row + units] ?? 0) - rate * error;
  });
  const width = INPUTS + 1;
  for (let h = 0; h < units; h++) {
    const error = (hidden[h] ?? 0) > 0 ? (back[h] ?? 0) : 0;
    if (error === 0) continue;
    for (let i = 0; i < INPUTS; i++)
      first[h * width + i] = (first[h * width + i] ?? 0) - rate * error * (inputs[i] ?? 0);
    first[h * width + INPUTS] = (first[h * width + INPUTS] ?? 0) - rate * error;
  }
  return -Math.log(Math.max(1e-12, outputs[target] ?? 0));
}

function accuracy(net: Net, samples: readonly Sample[], what: string): void {
  let right = 0;
  const wrong = new Map<string, number>();
  for (const { inputs, target } of samples) {
    const { outputs } = forward(net, inputs);
    const best = outputs.indexOf(Math.max(...outputs));
    if (best === target) right++;
    else {
      const key = `${CLASSES[target]}→${CLASSES[best]}`;
      wrong.set(key, (wrong.get(key) ?? 0) + 1);
    }
  }
  const list = [...wrong]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 12)
    .map(([key, count]) => `${key} ${count}`);
  process.stdout.write(`${what}: ${right} of ${samples.length} right; ${list.join(', ')}\n`);
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      sheets: { type: 'string', default: '120' },
      rounds: { type: 'string', default: '14' },
      seed: { type: 'string', default: '1' },
    },
  });
  const random = createRandom(`digits:${values.seed}`);
  const samples: Sample[] = [];
  for (let i = 0; i < Number(values.sheets); i++)
    samples.push(...(await sheet(random, FONTS[i % FONTS.length] ?? '')));
  process.stdout.write(`${samples.length} samples\n`);
  const net = train(samples, Number(values.rounds), random);
  accuracy(net, samples, 'fonts of the training');
  const unseen: Sample[] = [];
  for (let i = 0; i < 12; i++) unseen.push(...(await sheet(random, UNSEEN[i % UNSEEN.length] ?? '')));
  accuracy(net, unseen, 'fonts never seen');
  const { hidden, scales, bytes } = pack(net);
  const lines = bytes.match(/.{1,100}/g) ?? [];
  const text = `/** Made by \`scripts/train-digits.ts\`; see \`net.ts\`. */

import type { PackedNet } from './packed.js';

export const WEIGHTS: PackedNet = {
  hidden: ${hidden},
  scales: [${scales.join(', ')}],
  bytes: [
${lines.map((line) => `    '${line}',`).join('\n')}
  ].join(''),
};
`;
  await writeFile(new URL('../src/read/scan/digits/weights.ts', import.meta.url), text);
}

await main();
