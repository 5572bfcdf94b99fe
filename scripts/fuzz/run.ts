import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mapDocument } from '../../src/map/index.js';
import { ReadError } from '../../src/model/errors.js';
import type { MappedReport } from '../../src/model/report.js';
import { readDocument } from '../../src/read/index.js';
import { printReport } from '../compose/print.js';
import type { Printed } from '../compose/printed.js';
import { createRandom, type Random } from '../compose/random.js';
import { renderHtml } from '../compose/render/html.js';
import { renderMarkdown, renderText } from '../compose/render/text.js';
import { composeReport } from '../compose/report.js';
import type { CellKey } from '../compose/truth.js';
import { DAMAGES } from './bytes.js';
import { type Allowed, MEANINGS, type PageFormat } from './meanings.js';

/** What came of one damaged input. */
export interface Outcome {
  run: number;
  /** The damage, for the tally. */
  kind: string;
  /** A report's status or the code of its error. */
  ended: string;
  /** What must not be: an internal error, or a value that is not the printed one. Empty when all is well. */
  fault: string;
  ms: number;
}

const CORPUS = new URL('../../corpus/', import.meta.url).pathname;
/** Half of the runs damage bytes, half damage what is printed. */
const MEANING_SHARE = 0.5;
/** A PDF costs thirty times a page of HTML, a DOCX ten times: they get a share of the runs, not of the time. */
const FORMAT_SHARES = [
  [/\.(?:html|txt|md)$/, 0.84],
  [/\.docx$/, 0.1],
  [/\.pdf$/, 0.06],
] as const;
const WRONGS_SHOWN = 3;
const KINDS = ['county', 'city_bureau', 'city', 'county_bureau', 'town'] as const;

let corpus: Map<RegExp, Buffer[]> | undefined;

function sources(pattern: RegExp): Buffer[] {
  corpus ??= new Map(
    FORMAT_SHARES.map(([format]) => [
      format,
      readdirSync(CORPUS, { recursive: true, encoding: 'utf8' })
        .filter((file) => /report\.\w+$/.test(file) && format.test(file))
        .sort()
        .map((file) => readFileSync(join(CORPUS, file))),
    ]),
  );
  return corpus.get(pattern) ?? [];
}

function drawSource(random: Random): Buffer {
  let left = random.next();
  const [format] = FORMAT_SHARES.find(([, share]) => {
    left -= share;
    return left < 0;
  }) ?? [FORMAT_SHARES[0][0]];
  return random.pick(sources(format));
}

export interface Input {
  kind: string;
  bytes: Buffer;
  /** Known for damage to what is printed. */
  allowed: Allowed | null;
}

/** The damaged input of a run; the same seed and number always give the same. */
export function inputOf(seed: string, run: number): Input {
  const random = createRandom(`fuzz:${seed}:${run}`);
  return random.chance(MEANING_SHARE) ? misprint(random) : damage(random);
}

function damage(random: Random): Input {
  const kinds = Object.keys(DAMAGES);
  const chosen = [random.pick(kinds), ...(random.chance(0.2) ? [random.pick(kinds)] : [])];
  const bytes = chosen.reduce((now, kind) => DAMAGES[kind]?.(now, random) ?? now, drawSource(random));
  return { kind: `bytes: ${chosen[0] ?? ''}`, bytes, allowed: null };
}

const PAGES = {
  html: (printed: Printed) => renderHtml(printed, { charset: 'utf-8', css: '' }),
  text: renderText,
  markdown: renderMarkdown,
} as const;

function misprint(random: Random): Input {
  const kind = random.pick(Object.keys(MEANINGS));
  const meaning = MEANINGS[kind];
  const printed = printReport(composeReport(String(random.next()), { kind: random.pick(KINDS) }));
  const allowed: Allowed = new Map([...printed.truth].map(([key, { value }]) => [key, new Set([value])]));
  const format = random.pick<PageFormat>(meaning?.formats ?? ['html']);
  meaning?.print?.(printed, random, allowed, format);
  const page = PAGES[format](printed);
  const text = meaning?.page?.(page, random) ?? page;
  return { kind: `print: ${kind} (${format})`, bytes: Buffer.from(text), allowed };
}

/** Reads one damaged input and judges what came of it. Throws only for a fault of the program. */
export async function fuzzOnce(seed: string, run: number): Promise<Outcome> {
  const { kind, bytes, allowed } = inputOf(seed, run);
  const started = performance.now();
  const done = (ended: string, fault = ''): Outcome => ({
    run,
    kind,
    ended,
    fault,
    ms: performance.now() - started,
  });
  try {
    const report = await mapDocument(await readDocument(new Uint8Array(bytes)));
    const wrong = allowed === null ? [] : wrongValues(report, allowed);
    return done(
      report.status,
      wrong.length === 0 ? '' : `${wrong.length} wrong: ${wrong.slice(0, WRONGS_SHOWN).join('; ')}`,
    );
  } catch (error) {
    if (error instanceof ReadError && error.code !== 'internal') return done(error.code);
    return done('crash', error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
}

/** Values that are not what was printed for their cell. */
export function wrongValues({ cells }: MappedReport, allowed: Allowed): string[] {
  return cells.flatMap(({ table, row, column, value, state, raw }) => {
    if (value === '') return [];
    const key: CellKey = `${table}/${row}/${column}`;
    const fits = [...(allowed.get(key) ?? [])].some(
      (known) => known !== '' && Number(known) === Number(value),
    );
    return fits
      ? []
      : [
          `${key} = ${value} (${state}, raw "${raw}"), printed ${[...(allowed.get(key) ?? ['nothing'])].join()}`,
        ];
  });
}
