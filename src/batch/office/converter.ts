/**
 * Documents that only an office program reads, converted to DOCX before their turn. One start of LibreOffice costs
 * seconds, one more document in it a fraction: so whoever asks for one document gets its neighbours converted too.
 */

import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ConvertedKind, mayBeOffice, officeKind } from '../../read/office.js';
import { readInput } from '../input-bytes.js';
import { headOf } from '../source-file.js';
import type { Converted, ReportInput } from '../types.js';
import { convert, findSoffice, makeProfile } from './soffice.js';

/** Enough to pay for a start, few enough to lose little when one of them hangs it. */
const GROUP_SIZE = 20;
/** How far ahead neighbours are looked for; each costs the opening of a file. */
const LOOK_AHEAD = 400;
/** Enough to tell an office document from others, see `mayBeOffice`. */
const HEAD_BYTES = 128;
const START_MS = 60_000;
const PER_DOCUMENT_MS = 10_000;

export interface ConverterOptions {
  /** All inputs of the run in order, so that neighbours can be converted together. */
  readonly upcoming?: readonly ReportInput[];
  readonly maxBytes: number;
  /** LibreOffice's starter; null for none. */
  readonly soffice?: string | null;
}

export class OfficeConverter {
  readonly #options: ConverterOptions;
  readonly #soffice: string | null;
  readonly #positions: ReadonlyMap<string, number>;
  readonly #results = new Map<string, Promise<Converted | null>>();
  #folder: string | undefined;
  #groups = 0;
  /** One start at a time: a profile belongs to one process. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(options: ConverterOptions) {
    this.#options = options;
    this.#soffice = options.soffice === undefined ? findSoffice() : options.soffice;
    this.#positions = new Map((options.upcoming ?? []).map(({ source }, at) => [source, at]));
  }

  /** The conversion of an input; null when it needs none or there is no converter. Never rejects. */
  async convert(input: ReportInput): Promise<Converted | null> {
    if (this.#soffice === null) return null;
    const known = this.#results.get(input.source);
    if (known !== undefined) return known;
    const first = await this.#documentOf(input);
    if (first === null) return null;
    // Somebody else may have taken it into a group meanwhile.
    if (!this.#results.has(input.source)) await this.#startGroup(first);
    return this.#results.get(input.source) ?? null;
  }

  /** The conversion is no longer needed. */
  release({ source }: ReportInput): void {
    const result = this.#results.get(source);
    if (result === undefined) return;
    this.#results.delete(source);
    void result.then((converted) => {
      if (converted !== null && 'path' in converted) rmSync(converted.path, { force: true });
    });
  }

  /** Removes everything; conversions under way are waited for. */
  async close(): Promise<void> {
    await this.#turn;
    if (this.#folder !== undefined) rmSync(this.#folder, { recursive: true, force: true });
    this.#folder = undefined;
  }

  async #startGroup(first: OfficeDocument): Promise<void> {
    const group = [first, ...(await this.#neighbours(first.input))].filter(
      ({ input }) => !this.#results.has(input.source),
    );
    if (group.length === 0) return;
    const done = this.#turn.then(() => this.#convertGroup(group));
    this.#turn = done;
    for (const { input } of group) {
      this.#results.set(
        input.source,
        done.then((results) => results.get(input.source) ?? null),
      );
    }
  }

  async #neighbours({ source }: ReportInput): Promise<OfficeDocument[]> {
    const at = this.#positions.get(source);
    if (at === undefined) return [];
    const found: OfficeDocument[] = [];
    for (const input of (this.#options.upcoming ?? []).slice(at + 1, at + 1 + LOOK_AHEAD)) {
      const document = this.#results.has(input.source) ? null : await this.#documentOf(input);
      if (document !== null) found.push(document);
      if (found.length === GROUP_SIZE - 1) break;
    }
    return found;
  }

  /** Null for everything else, also for what cannot be read: the reader meets the same obstacle and says so. */
  async #documentOf(input: ReportInput): Promise<OfficeDocument | null> {
    if (input.member === undefined && !mayBeOffice(headOf(input.path, HEAD_BYTES))) return null;
    try {
      const bytes = await readInput(input, this.#options.maxBytes);
      const kind = officeKind(bytes);
      return kind === null || kind === 'xls' ? null : { input, kind, bytes };
    } catch {
      return null;
    }
  }

  async #convertGroup(group: readonly OfficeDocument[]): Promise<Map<string, Converted>> {
    const results = new Map<string, Converted>();
    const together = await this.#start(group);
    for (const document of group) {
      const { source } = document.input;
      const path = together.get(source);
      // One that hung or broke the start took those behind it along: each of them gets a start of its own.
      results.set(source, path !== undefined ? { path } : await this.#alone(document));
    }
    return results;
  }

  async #alone(document: OfficeDocument): Promise<Converted> {
    const started = performance.now();
    const path = (await this.#start([document])).get(document.input.source);
    if (path !== undefined) return { path };
    if (performance.now() - started > START_MS) {
      const message = `LibreOffice did not convert it within ${START_MS / 1000} s; open it in Word or WPS and save it as DOCX.`;
      return { fault: { code: 'time_limit', message } };
    }
    const message =
      'LibreOffice could not convert it: it is damaged or protected by a password; open it in Word or WPS and save it as DOCX.';
    return { fault: { code: 'damaged', message } };
  }

  /** Converts documents in one start; gives the DOCX of those that went well. */
  async #start(group: readonly OfficeDocument[]): Promise<Map<string, string>> {
    const folder = join(this.#workFolder(), String(this.#groups++));
    const [inDir, outDir] = [join(folder, 'in'), join(folder, 'out')];
    for (const made of [inDir, outDir]) mkdirSync(made, { recursive: true });
    const files = group.map(({ kind, bytes }, at) => {
      const file = join(inDir, `${at}.${kind}`);
      writeFileSync(file, bytes);
      return file;
    });
    const timeLimitMs = START_MS + PER_DOCUMENT_MS * (group.length - 1);
    const profile = join(this.#workFolder(), 'profile');
    await convert({ soffice: this.#soffice ?? '', profile, files, outDir, timeLimitMs }).catch(() => 'ended');
    rmSync(inDir, { recursive: true, force: true });
    const pairs = group.map(({ input }, at) => [input.source, join(outDir, `${at}.docx`)] as const);
    return new Map(pairs.filter(([, path]) => existsSync(path)));
  }

  #workFolder(): string {
    if (this.#folder === undefined) {
      const folder = mkdtempSync(join(tmpdir(), 'nianbao-office-'));
      this.#folder = folder;
      process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
      makeProfile(join(folder, 'profile'));
    }
    return this.#folder;
  }
}

interface OfficeDocument {
  readonly input: ReportInput;
  readonly kind: ConvertedKind;
  readonly bytes: Uint8Array;
}
