/**
 * The recognition engine: tesseract 5 of the system, started once for many small pictures, which go in as one TIFF on
 * standard input and come back as one table on standard output; nothing is written to disk.
 */

import { spawn } from 'node:child_process';
import { ReadError } from '../../model/errors.js';
import type { Raster } from './raster.js';
import { writeTiff } from './tiff.js';

/** What the engine read in one picture. */
export interface EngineText {
  /** Words joined without blanks between ideographs, with one elsewhere. */
  readonly text: string;
  /** The engine's confidence in its least sure word, 0–100; 0 when it read nothing. */
  readonly confidence: number;
}

export interface EngineTask {
  readonly pictures: readonly Raster[];
  readonly language: 'eng' | 'chi_sim';
  /** Page segmentation: 7 one line, 13 one line without looking for its layout, 8 one word, 10 one character, 6 a block. */
  readonly segmentation: 6 | 7 | 8 | 10 | 13;
  /** Only these characters are considered. */
  readonly only?: string;
}

/** Told of each process that is started, and of its end, so that whoever stops a run can stop it too. */
export type ProcessWatch = (pid: number, running: boolean) => void;

/** The program by name or path; an empty name turns recognition off (docs/ocr.md). */
export const TESSERACT = process.env.NIANBAO_TESSERACT ?? 'tesseract';
/** A sheet takes seconds; what takes longer hangs. */
const TIME_LIMIT_MS = 120_000;
const NOTHING: EngineText = { text: '', confidence: 0 };

/** An engine that was found on the system. */
export class Engine {
  private constructor(
    private readonly watch: ProcessWatch,
    private readonly timeLimit: number,
  ) {}

  private static known: Promise<boolean> | undefined;

  /**
   * The engine with Chinese and English, or null when one of them is not installed.
   * @param timeLimit milliseconds for one start; what takes longer is ended
   */
  static async find(
    watch: ProcessWatch = () => undefined,
    timeLimit: number = TIME_LIMIT_MS,
  ): Promise<Engine | null> {
    Engine.known ??= languages().then((found) => found.has('chi_sim') && found.has('eng'));
    return (await Engine.known) ? new Engine(watch, timeLimit) : null;
  }

  /**
   * Reads all pictures of a task, in their order. What the engine cannot read is empty. There are pictures that make it
   * crash: they are found by halves and count as not read, so that the others are not lost with them.
   */
  async read(task: EngineTask): Promise<EngineText[]> {
    const { pictures } = task;
    if (pictures.length === 0) return [];
    try {
      return await this.readTogether(task);
    } catch (error) {
      if (!(error instanceof EngineCrash)) throw error;
      if (pictures.length === 1) return [NOTHING];
      const half = pictures.length >> 1;
      const before = await this.read({ ...task, pictures: pictures.slice(0, half) });
      return [...before, ...(await this.read({ ...task, pictures: pictures.slice(half) }))];
    }
  }

  private async readTogether({ pictures, language, segmentation, only }: EngineTask): Promise<EngineText[]> {
    const options = only === undefined ? [] : ['-c', `tessedit_char_whitelist=${only}`];
    const args = [
      'stdin',
      'stdout',
      '-l',
      language,
      '--psm',
      String(segmentation),
      '--oem',
      '1',
      ...options,
      'tsv',
    ];
    const table = await run(args, writeTiff(pictures), this.watch, this.timeLimit);
    return parseTable(table, pictures.length);
  }
}

async function languages(): Promise<ReadonlySet<string>> {
  if (TESSERACT === '') return new Set();
  try {
    const list = await run(['--list-langs'], null, () => undefined);
    return new Set(list.split(/\s+/));
  } catch {
    return new Set();
  }
}

function run(
  args: readonly string[],
  input: Buffer | null,
  watch: ProcessWatch,
  timeLimit: number = TIME_LIMIT_MS,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(TESSERACT, args, {
      stdio: ['pipe', 'pipe', 'ignore'],
      env: { ...process.env, OMP_THREAD_LIMIT: '1' },
      timeout: timeLimit,
      killSignal: 'SIGKILL',
    });
    const { pid } = child;
    if (pid !== undefined) watch(pid, true);
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    // A process that ends before it has read everything: its exit code tells the rest.
    child.stdin.on('error', () => undefined);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (pid !== undefined) watch(pid, false);
      if (code === 0) resolve(Buffer.concat(chunks).toString('utf8'));
      else if (signal !== null && CRASHES.has(signal)) reject(new EngineCrash(signal));
      else reject(brokenOff(signal ?? `exit code ${code}`));
    });
    child.stdin.end(input ?? undefined);
  });
}

/** Faults of the engine itself, with which it answers to some pictures; it is ended from outside by others. */
const CRASHES: ReadonlySet<string> = new Set(['SIGFPE', 'SIGSEGV', 'SIGABRT', 'SIGILL', 'SIGBUS']);

class EngineCrash extends Error {
  override readonly name = 'EngineCrash';
}

function brokenOff(end: string): ReadError {
  return new ReadError(
    'internal',
    `The recognition engine (${TESSERACT}) ended with ${end} while it read the scan; run the report again with fewer --jobs, and check that \`${TESSERACT} --list-langs\` works.`,
  );
}

/** Columns of the table: level, page, block, paragraph, line, word, left, top, width, height, confidence, text. */
const PAGE = 1;
const CONFIDENCE = 10;
const TEXT = 11;
/** Marks a word in the column `level`. */
const WORD = '5';

/** The table's words, put together for each page. */
export function parseTable(table: string, pages: number): EngineText[] {
  const texts: EngineText[] = Array.from({ length: pages }, () => NOTHING);
  for (const line of table.split('\n')) {
    const columns = line.split('\t');
    if (columns[0] !== WORD) continue;
    const at = Number(columns[PAGE]) - 1;
    const word = (columns[TEXT] ?? '').trim();
    const before = texts[at];
    if (before === undefined || word === '') continue;
    const confidence = Number(columns[CONFIDENCE]);
    texts[at] =
      before.text === ''
        ? { text: word, confidence }
        : { text: join(before.text, word), confidence: Math.min(before.confidence, confidence) };
  }
  return texts;
}

const WIDE_END = /[\u2e80-\uffef]$/;
const WIDE_START = /^[\u2e80-\uffef]/;

function join(a: string, b: string): string {
  return WIDE_END.test(a) || WIDE_START.test(b) ? a + b : `${a} ${b}`;
}
