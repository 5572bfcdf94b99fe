import { readdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { GlobalFonts } from '@napi-rs/canvas';
import { CLASSES, pack, unpack } from '../src/read/scan/digits/net.js';
import { createRandom, type Random } from './compose/random.js';
import { type Lesson, type Sample, sheet } from './digits/sheet.js';
import { describe, describeStrokes, train } from './digits/train.js';
import { KNOWN, PACKAGES, UNSEEN } from './digits/typefaces.js';
import { optionsOf } from './support/arguments.js';

/**
 * Trains the net that reads digits (`src/read/scan/digits/weights.ts`) on characters drawn in many typefaces and worn like
 * scans. Typefaces kept out of the training tell how well it reads one that it never saw.
 *
 *     npx tsx scripts/train-digits.ts [--lesson strokes] [--fonts DIR] [--sheets 10] [--rounds 12] [--hidden 64] [--seed 1]
 *
 * `--lesson strokes` trains the one that tells digits struck through instead (`stroke-weights.ts`).
 * `--sheets` counts sheets of 288 characters for each typeface. `--fonts` adds a folder to the fonts of the system.
 */
const OPTIONS = {
  lesson: { type: 'string', default: 'digits' },
  fonts: { type: 'string' },
  sheets: { type: 'string', default: '10' },
  rounds: { type: 'string', default: '12' },
  hidden: { type: 'string', default: '64' },
  seed: { type: 'string', default: '1' },
} as const;

const SYSTEM_FONTS = '/usr/share/fonts';

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** Makes the files known under their own names. */
async function register(names: readonly string[], folders: readonly string[]): Promise<void> {
  const paths = new Map<string, string>();
  for (const folder of folders) {
    for (const entry of await readdir(folder, { recursive: true }))
      paths.set(basename(entry), join(folder, entry));
  }
  for (const name of names) {
    const path = paths.get(name);
    if (path === undefined || !GlobalFonts.registerFromPath(path, name))
      throw new Error(`The typeface ${name} is missing; apt-get install ${PACKAGES}`);
  }
}

async function samplesOf(
  names: readonly string[],
  sheets: number,
  random: Random,
  lesson: Lesson,
): Promise<Sample[]> {
  const samples: Sample[] = [];
  for (const name of names) {
    for (let i = 0; i < sheets; i++) {
      for (const sample of await sheet(random, name, lesson)) samples.push(sample);
    }
  }
  return samples;
}

function sourceOf(name: string, { hidden, scales, bytes }: ReturnType<typeof pack>): string {
  const lines = bytes.match(/.{1,100}/g) ?? [];
  return `/** Made by \`scripts/train-digits.ts\`; see \`net.ts\`. */

import type { PackedNet } from './packed.js';

export const ${name}: PackedNet = {
  hidden: ${hidden},
  scales: [${scales.join(', ')}],
  bytes: [
${lines.map((line) => `    '${line}',`).join('\n')}
  ].join(''),
};
`;
}

const LESSONS = {
  digits: { classes: CLASSES.length, judge: describe, name: 'WEIGHTS', file: 'weights.ts' },
  strokes: { classes: 2, judge: describeStrokes, name: 'STROKE_WEIGHTS', file: 'stroke-weights.ts' },
} as const;

async function main(): Promise<void> {
  const values = optionsOf(import.meta.url, OPTIONS);
  const random = createRandom(`digits:${values.seed}`);
  await register(
    [...KNOWN, ...UNSEEN],
    [SYSTEM_FONTS, ...(values.fonts === undefined ? [] : [values.fonts])],
  );
  const sheets = Number(values.sheets);
  const lesson: Lesson = values.lesson === 'strokes' ? 'strokes' : 'digits';
  const { classes, judge, name, file } = LESSONS[lesson];
  const samples = await samplesOf(KNOWN, sheets, random, lesson);
  say(`${samples.length} samples of ${KNOWN.length} typefaces`);
  const net = train(samples, classes, Number(values.hidden), Number(values.rounds), random, say);
  const packed = pack(net);
  const shipped = unpack(packed);
  const fresh = random.fork('judged');
  say(`typefaces of the training: ${judge(shipped, await samplesOf(KNOWN, 1, fresh, lesson))}`);
  for (const face of UNSEEN) say(`${face}: ${judge(shipped, await samplesOf([face], 4, fresh, lesson))}`);
  say(`never seen: ${judge(shipped, await samplesOf(UNSEEN, 8, fresh, lesson))}`);
  await writeFile(new URL(`../src/read/scan/digits/${file}`, import.meta.url), sourceOf(name, packed));
}

await main();
