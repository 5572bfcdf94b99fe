import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { parse } from 'csv-parse/sync';

/** Reports of one format. */
export interface FormatSet {
  readonly format: string;
  readonly originals: readonly string[];
}

const FORMATS: Readonly<Record<string, string>> = {
  'text/html': 'HTML',
  'application/pdf': 'PDF',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'DOCX',
  'text/plain': 'text',
  'text/markdown': 'text',
};

const READ = new Set(['complete', 'partial']);

/**
 * The reports of a corpus by format, after the dataset made from it. Scans and pictures are left out: without tesseract
 * they cost next to nothing, with it seconds, nearly all of them its own.
 */
export function formatSets(corpus: string, dataset: string): FormatSet[] {
  const rows = rowsOf(dataset, 'reports.csv');
  const scanned = new Set(
    rowsOf(dataset, 'applications.csv').flatMap(({ report_id, state }) =>
      state === 'recognized' ? [report_id] : [],
    ),
  );
  const sets = new Map<string, string[]>();
  for (const { report_id, source = '', media_type = '', status = '' } of rows) {
    const format = FORMATS[media_type];
    if (format === undefined || !READ.has(status) || scanned.has(report_id)) continue;
    sets.set(format, [...(sets.get(format) ?? []), join(corpus, source)]);
  }
  return [...sets].sort().map(([format, originals]) => ({ format, originals }));
}

function rowsOf(dataset: string, file: string): Record<string, string>[] {
  return parse(readFileSync(join(dataset, file)), { columns: true }) as Record<string, string>[];
}

/** `count` copies, each original in turn, under names of their own. */
export function copies(originals: readonly string[], count: number, folder: string): string[] {
  mkdirSync(folder, { recursive: true });
  return Array.from({ length: count }, (_, index) => {
    const original = originals[index % originals.length] ?? '';
    const copy = join(folder, `${String(index).padStart(6, '0')}${extname(original)}`);
    copyFileSync(original, copy);
    return copy;
  });
}
