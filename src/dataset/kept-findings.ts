/** Findings that rest on what a dataset does not hold, such as the list of sources of a harvest: they are kept as they are. */

import { RULES } from '../audit/index.js';
import { csvLines } from '../write/index.js';
import { type Review, sortableRow } from './review.js';
import { TableFile } from './table-file.js';

const KEPT: ReadonlySet<string> = new Set(
  RULES.filter(({ scope }) => scope === 'source').map(({ id }) => id),
);

export class KeptFindings {
  readonly #file: TableFile | null;
  readonly #disabled: ReadonlySet<string>;

  private constructor(file: TableFile | null, disabled: ReadonlySet<string>) {
    this.#file = file;
    this.#disabled = disabled;
  }

  static async open(folder: string, disabled: ReadonlySet<string>): Promise<KeptFindings> {
    const file = await TableFile.openIfThere(folder, 'findings.csv', ['report_id', 'rule']);
    return new KeptFindings(file, disabled);
  }

  /** The review with the kept findings of the report; to be called in the order of reports.csv. */
  async addTo(review: Review, reportId: string): Promise<Review> {
    const rows = (await this.#file?.takeOf(reportId)) ?? [];
    const kept = rows.filter((row) => this.#isKept(this.#file?.get(row, 'rule') ?? ''));
    if (kept.length === 0) return review;
    const lines = kept.map((row, at) => {
      const rule = this.#file?.get(row, 'rule') ?? '';
      return sortableRow(rule, review.findings.length + at, csvLines([row]).slice(0, -1));
    });
    return { ...review, findings: [...review.findings, ...lines] };
  }

  async close(): Promise<void> {
    await this.#file?.close();
  }

  #isKept(rule: string): boolean {
    return KEPT.has(rule) && !this.#disabled.has(rule);
  }
}
