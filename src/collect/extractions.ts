/** Extraction, cached: the same input is read once by one version of the extractor. */

import {
  extractorVersion,
  type KeptReport,
  type PackedOutcome,
  packReport,
  ReportPool,
  unpackReport,
} from '../batch/index.js';
import type { Store } from '../harvest/index.js';
import type { ReportStatus } from '../model/report.js';
import type { Input } from './input.js';

/** A result as far as decisions need it. */
export interface Extraction {
  readonly status: ReportStatus;
  /** Cells that were read. */
  readonly cells: number;
  readonly year: string;
  readonly agency: string;
  readonly fingerprint: string;
  /** Empty unless `status` is `failed`. */
  readonly errorMessage: string;
}

export interface ExtractOptions {
  readonly jobs: number;
  readonly timeLimitSeconds: number;
  readonly maxBytes: number;
  readonly workerFile?: string;
  readonly onExtracted?: (input: Input) => void;
}

/** Faults of this moment rather than of the bytes: not kept for the next run. */
const PASSING = ['time_limit', 'out_of_memory', 'internal'] as const;

export class Extractions {
  readonly #store: Store;
  readonly #version = extractorVersion();
  /** Inputs that were really read in this run. */
  extracted = 0;

  constructor(store: Store) {
    this.#store = store;
  }

  get(key: string): Extraction | null {
    const row = this.#store.get<Extraction & { error_message: string }>(
      'SELECT status, cells, year, agency, fingerprint, error_message FROM extractions WHERE key = ? AND version = ?',
      key,
      this.#version,
    );
    if (row === undefined) return null;
    const { status, cells, year, agency, fingerprint, error_message: errorMessage } = row;
    return { status, cells, year, agency, fingerprint, errorMessage };
  }

  /** Throws when the input was not extracted. */
  require(key: string): Extraction {
    const extraction = this.get(key);
    if (extraction === null) throw new Error(`input ${key} was not extracted`);
    return extraction;
  }

  /** The whole result. Throws when the input was not extracted. */
  report(key: string): KeptReport {
    const row = this.#store.get<{ packed: Uint8Array }>(
      'SELECT packed FROM extractions WHERE key = ? AND version = ?',
      key,
      this.#version,
    );
    if (row === undefined) throw new Error(`input ${key} was not extracted`);
    return unpackReport(row.packed);
  }

  /** Extracts whatever of the inputs is not there yet, side by side. */
  async extract(inputs: Iterable<Input>, options: ExtractOptions): Promise<void> {
    this.#forgetPassing();
    const wanted = new Map<string, Input>();
    for (const input of inputs) if (this.get(input.key) === null) wanted.set(input.key, input);
    if (wanted.size === 0) return;
    const pool = new ReportPool<PackedOutcome>({
      jobs: Math.min(options.jobs, wanted.size),
      timeLimitSeconds: options.timeLimitSeconds,
      maxBytes: options.maxBytes,
      workerFile: options.workerFile ?? new URL('../batch/keep-worker.js', import.meta.url).href,
    });
    try {
      const queue = wanted.values();
      const lane = async (): Promise<void> => {
        for (const input of queue) await this.#extractOne(pool, input, options);
      };
      await Promise.all(Array.from({ length: options.jobs }, lane));
    } finally {
      await pool.close();
    }
  }

  async #extractOne(pool: ReportPool<PackedOutcome>, input: Input, options: ExtractOptions): Promise<void> {
    const { blobs } = this.#store;
    const outcome = await pool.run({
      source: input.key,
      path: blobs.path(input.sha256),
      ...(input.encoding === '' ? {} : { contentType: `text/html; charset=${input.encoding}` }),
      companions: input.companions.map(({ url, sha256 }) => ({ url, path: blobs.path(sha256) })),
    });
    const { status, cellsRead, year, agency, errorCode, errorMessage } = outcome;
    const packed = 'packed' in outcome ? outcome.packed : packReport(broken(input, errorCode, errorMessage));
    this.#store.run(
      `INSERT OR REPLACE INTO extractions (key, version, status, cells, year, agency, fingerprint, error_code,
         error_message, packed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      input.key,
      this.#version,
      status,
      cellsRead,
      year,
      agency,
      packed.fingerprint,
      errorCode,
      errorMessage,
      Buffer.from(packed.bytes),
    );
    this.extracted += 1;
    options.onExtracted?.(input);
  }

  #forgetPassing(): void {
    this.#store.run(
      `DELETE FROM extractions WHERE error_code IN (${PASSING.map(() => '?').join(', ')})`,
      ...PASSING,
    );
  }
}

function broken(input: Input, code: string, message: string): KeptReport {
  const result = { mediaType: '', sha256: input.sha256, bytes: 0, report: null, error: { code, message } };
  return { result, narrative: [] };
}
