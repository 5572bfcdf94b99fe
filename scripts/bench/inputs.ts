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

/** Reports without tables cost next to nothing and would flatter the figures. */
const READ = new Set(['complete', 'partial']);

/** The reports of a corpus by format, after the dataset made from it; those that were read from pictures are left out. */
export function formatSets(corpus: string, dataset: string): FormatSet[] {
  const pictures = fromPictures(dataset);
  const sets = new Map<string, string[]>();
  for (const { report_id = '', source = '', media_type = '', status = '' } of table(dataset, 'reports')) {
    const format = FORMATS[media_type];
    if (format === undefined || !READ.has(status) || pictures.has(report_id)) continue;
    sets.set(format, [...(sets.get(format) ?? []), join(corpus, source)]);
  }
  return [...sets].sort().map(([format, originals]) => ({ format, originals }));
}

/** The scanned PDFs of a corpus; none when no engine is installed. */
export function scannedReports(corpus: string, dataset: string): string[] {
  const pictures = fromPictures(dataset);
  return table(dataset, 'reports')
    .filter(({ report_id = '', media_type }) => media_type === 'application/pdf' && pictures.has(report_id))
    .map(({ source = '' }) => join(corpus, source));
}

/** Reports with recognised cells. */
function fromPictures(dataset: string): ReadonlySet<string> {
  const recognized = table(dataset, 'applications').filter(({ state }) => state === 'recognized');
  return new Set(recognized.map(({ report_id = '' }) => report_id));
}

function table(dataset: string, name: string): Record<string, string>[] {
  return parse(readFileSync(join(dataset, `${name}.csv`)), { columns: true }) as Record<string, string>[];
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
