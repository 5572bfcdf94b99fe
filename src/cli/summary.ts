import type { ReportOutcome } from '../batch/index.js';
import type { ReportStatus } from '../model/report.js';

/** More lines than this and nobody reads them; `reports.csv` has them all. */
const MAX_LISTED = 15;

const STATUS_ORDER: readonly ReportStatus[] = ['complete', 'partial', 'no_tables', 'needs_ocr', 'failed'];
const NOT_STRICT: readonly ReportStatus[] = ['partial', 'no_tables', 'needs_ocr'];

const FORMAT_NAMES: Readonly<Record<string, string>> = {
  'text/html': 'HTML',
  'application/pdf': 'PDF',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'DOCX',
  'text/plain': 'text',
  'text/markdown': 'Markdown',
  'image/png': 'PNG',
  'image/jpeg': 'JPEG',
  'image/tiff': 'TIFF',
  'image/bmp': 'BMP',
  'image/gif': 'GIF',
  'image/webp': 'WebP',
  '': 'not recognised',
};

/** What the user is told at the end. Keeps counts, not reports. */
export class RunSummary {
  readonly #start = performance.now();
  readonly #statuses = new Map<ReportStatus, number>();
  readonly #formats = new Map<string, number>();
  readonly #listed: string[] = [];
  #needPerson = 0;
  #reports = 0;
  #cells = 0;

  add(outcome: ReportOutcome): void {
    this.#reports += 1;
    this.#cells += outcome.cellsRead;
    count(this.#statuses, outcome.status);
    count(this.#formats, FORMAT_NAMES[outcome.mediaType] ?? outcome.mediaType);
    const why = outcome.errorMessage || outcome.attention;
    if (why === '' && outcome.status === 'complete') return;
    this.#needPerson += 1;
    if (this.#listed.length < MAX_LISTED) {
      this.#listed.push(`  ${oneLine(outcome.source)}: ${oneLine(why) || outcome.status}`);
    }
  }

  /** Whether the exit code has to say that something failed. */
  hasFailures(strict: boolean): boolean {
    return (
      this.#statuses.has('failed') || (strict && NOT_STRICT.some((status) => this.#statuses.has(status)))
    );
  }

  text(outDir: string, companions: number): string {
    const seconds = ((performance.now() - this.#start) / 1000).toFixed(1);
    const statuses = STATUS_ORDER.filter((status) => this.#statuses.has(status));
    const lines = [
      `${this.#reports} ${this.#reports === 1 ? 'report' : 'reports'}, ${this.#cells} cells read, ${seconds} s`,
      `Status:  ${statuses.map((status) => `${this.#statuses.get(status)} ${status}`).join(', ')}`,
      `Format:  ${[...this.#formats]
        .sort()
        .map(([format, n]) => `${n} ${format}`)
        .join(', ')}`,
      `Dataset: ${outDir}`,
    ];
    if (companions > 0) lines.push(`Left out by name (notes, expected cells, dot-files): ${companions}`);
    if (this.#needPerson > 0) lines.push('', 'A person should look at:', ...this.#listed);
    const more = this.#needPerson - this.#listed.length;
    if (more > 0) lines.push(`  and ${more} more; see status and error_message in reports.csv`);
    return `${lines.join('\n')}\n`;
  }
}

function count<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** File names and messages may hold anything; on a terminal they stay on their line. */
function oneLine(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ').trim();
}
