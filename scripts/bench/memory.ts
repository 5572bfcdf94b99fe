import { join } from 'node:path';
import { copies, type FormatSet } from './inputs.js';
import type { Usage } from './measure.js';

/** What flat memory means: five times the reports may not take noticeably more. */
const FEW = 2_000;
const MANY = 10_000;

/** Of a hundred files; the rest is HTML. Few PDFs, so that the run takes minutes and not hours. */
const PER_HUNDRED: Readonly<Record<string, number>> = { PDF: 2, DOCX: 3, text: 15 };
/** Without a common divisor with 100: steps of this size meet every place once, and mix the formats. */
const STRIDE = 37;

/** The originals of a hundred files, formats mixed, each original of a format in turn. */
export function mixOf(sets: readonly FormatSet[]): string[] {
  const others = sets.flatMap(({ format, originals }) =>
    Array.from({ length: PER_HUNDRED[format] ?? 0 }, (_, at) => originals[at % originals.length] ?? ''),
  );
  const pages = sets.find(({ format }) => format === 'HTML')?.originals ?? [];
  const hundred = Array.from({ length: 100 }, (_, at) => others[at] ?? pages[at % pages.length] ?? '');
  return hundred.map((_, at) => hundred[(at * STRIDE) % 100] ?? '');
}

/** Reads 2,000 and 10,000 files of all formats and says what memory each run took at most. */
export function benchMemory(
  sets: readonly FormatSet[],
  folder: string,
  extract: (files: readonly string[]) => Usage,
): void {
  const files = copies(mixOf(sets), MANY, join(folder, 'mix'));
  console.log(`Memory over a mix of formats (per hundred: ${shares()})`);
  const [few, many] = [extract(files.slice(0, FEW)), extract(files)];
  for (const [count, usage] of [[FEW, few] as const, [MANY, many] as const]) {
    const rate = (count / usage.wall).toFixed(1);
    console.log(
      `  ${count} files: peak ${usage.megabytes.toFixed(0)} MB, ${usage.cpu.toFixed(0)} s CPU, ${rate} reports/s`,
    );
  }
  console.log(
    `  ${(many.megabytes / few.megabytes).toFixed(2)} times the memory for ${MANY / FEW} times the files`,
  );
}

function shares(): string {
  const named = Object.entries(PER_HUNDRED).map(([format, share]) => `${share} ${format}`);
  return [`${100 - Object.values(PER_HUNDRED).reduce((sum, share) => sum + share, 0)} HTML`, ...named].join(
    ', ',
  );
}
