import type { ReportOutcome } from '../batch/index.js';
import { SEVERITIES } from '../model/finding.js';
import type { ReportStatus } from '../model/report.js';
import { FORMAT_NAMES } from '../write/format-names.js';

/** More lines than this and nobody reads them; `reports.csv` has them all. */
const MAX_LISTED = 15;

const STATUS_ORDER: readonly ReportStatus[] = ['complete', 'partial', 'no_tables', 'needs_ocr', 'failed'];
const NOT_STRICT: readonly ReportStatus[] = ['partial', 'no_tables', 'needs_ocr'];

/** By media type, which is empty for what could not be told. */
const NAMES: Readonly<Record<string, string>> = { ...FORMAT_NAMES, '': 'not recognised' };

/** What the user is told at the end. Keeps counts, not reports. */
export class RunSummary {
  readonly #start = performance.now();
  readonly #statuses = new Map<ReportStatus, number>();
  readonly #formats = new Map<string, number>();
  readonly #listed: string[] = [];
  #needPerson = 0;
  #reports = 0;
  #cells = 0;
  readonly #findings = new Map<string, number>();

  add(outcome: ReportOutcome): void {
    this.#reports += 1;
    this.#cells += outcome.cellsRead;
    count(this.#statuses, outcome.status);
    count(this.#formats, NAMES[outcome.mediaType] ?? outcome.mediaType);
    const why = outcome.errorMessage || outcome.attention;
    if (why === '' && outcome.status === 'complete') return;
    this.#needPerson += 1;
    if (this.#listed.length < MAX_LISTED) {
      this.#listed.push(`  ${oneLine(outcome.source)}: ${oneLine(why) || outcome.status}`);
    }
  }

  /** A row of findings.csv. */
  addFinding(row: string): void {
    count(this.#findings, SEVERITY.exec(row)?.[1] ?? '');
  }

  /** Whether the exit code has to say that something failed. */
  hasFailures(strict: boolean): boolean {
    return (
      this.#statuses.has('failed') || (strict && NOT_STRICT.some((status) => this.#statuses.has(status)))
    );
  }

  /** `3 complete, 1 failed`. */
  statusText(): string {
    const statuses = STATUS_ORDER.filter((status) => this.#statuses.has(status));
    return statuses.map((status) => `${this.#statuses.get(status)} ${status}`).join(', ');
  }

  text(outDir: string, companions: number): string {
    const seconds = ((performance.now() - this.#start) / 1000).toFixed(1);
    const lines = [
      `${this.#reports} ${this.#reports === 1 ? 'report' : 'reports'}, ${this.#cells} cells read, ${seconds} s`,
      `Status:  ${this.statusText()}`,
      `Format:  ${[...this.#formats]
        .sort()
        .map(([format, n]) => `${n} ${format}`)
        .join(', ')}`,
      `Dataset: ${outDir}`,
    ];
    if (this.#findings.size > 0) lines.splice(-1, 0, `Audit:   ${countsText(this.#findings)} (findings.csv)`);
    if (companions > 0) lines.push(`Left out by name (notes, expected cells, dot-files): ${companions}`);
    if (this.#needPerson > 0) lines.push('', 'A person should look at:', ...this.#listed);
    const more = this.#needPerson - this.#listed.length;
    if (more > 0) lines.push(`  and ${more} more; see status and error_message in reports.csv`);
    return `${lines.join('\n')}\n`;
  }
}

/** The column after the rule's id. */
const SEVERITY = /,[a-z_]+,(error|warning|notice),/;

/** `2 errors, 1 warning, 20 notices`, without those there are none of. */
export function countsText(counts: ReadonlyMap<string, number>): string {
  return SEVERITIES.flatMap((severity) => {
    const n = counts.get(severity) ?? 0;
    return n === 0 ? [] : [`${n} ${severity}${n === 1 ? '' : 's'}`];
  }).join(', ');
}

export function count<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** File names and messages may hold anything; on a terminal they stay on their line. */
export function oneLine(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ').trim();
}
