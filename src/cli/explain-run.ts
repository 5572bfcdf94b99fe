import { writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { expandArchives, explainReport, type ReportInput } from '../batch/index.js';
import type { Explanation } from '../model/explanation.js';
import {
  coloured,
  plain,
  renderHtml,
  renderJson,
  renderText,
  type Selection,
  type ShownReport,
  tablesWithItem,
} from '../write/explain/index.js';
import { RunError } from '../write/run-error.js';
import { EXIT, UsageError } from './exit-codes.js';
import type { ExplainOptions } from './options.js';

/** Places of a line where no terminal tells. */
const DEFAULT_WIDTH = 140;
/** Files of an archive that an error names. */
const MOST_NAMED = 3;

/** Reads the report and writes its explanation; returns the exit code. */
export async function runExplain(path: string, options: ExplainOptions): Promise<number> {
  const selection = selectionOf(options);
  if (options.out !== undefined && resolve(options.out) === resolve(path)) {
    throw new UsageError('--out is the report itself; give another file.');
  }
  const { explanation, findings, errorCode, errorMessage } = await explainReport(
    await onlyReportIn({ source: basename(path), path: resolve(path) }),
    { timeLimitSeconds: options.timeLimit, maxBytes: options.maxBytes },
  );
  if (errorCode !== '' || explanation === null) {
    process.stderr.write(`error: ${path}: ${errorMessage} (${errorCode})\n`);
    return EXIT.reportFailed;
  }
  const shown = { source: basename(path), selection, findings };
  write(render(explanation, shown, options), options.out);
  return EXIT.ok;
}

/** A ZIP with one file in it stands for that file. */
async function onlyReportIn(input: ReportInput): Promise<ReportInput> {
  const { reports } = await expandArchives([input]);
  const [only] = reports;
  if (only !== undefined && reports.length === 1) return only;
  const names = reports.slice(0, MOST_NAMED).map(({ member }) => member);
  throw new UsageError(
    `${input.source} holds ${reports.length} files (${names.join(', ')} …); unpack the one to explain.`,
  );
}

function selectionOf({ item = [], table }: ExplainOptions): Selection {
  for (const code of item) {
    const tables = tablesWithItem(code);
    if (tables.length === 0) {
      throw new UsageError(`The form has no row "${code}"; nianbao codebook lists the codes (item, path).`);
    }
    if (table && !tables.includes(table)) {
      throw new UsageError(`Row ${code} stands in table ${tables.join(', ')}, not in ${table}.`);
    }
  }
  return { tables: table ? [table] : [], items: item };
}

function render(explanation: Explanation, shown: ShownReport, { format, out }: ExplainOptions): string {
  switch (format) {
    case 'html':
      return renderHtml(explanation, shown);
    case 'json':
      return renderJson(explanation, shown);
    case 'text': {
      const onTerminal = out === undefined && process.stdout.isTTY === true;
      const paint = onTerminal && !process.env.NO_COLOR ? coloured : plain;
      const width = onTerminal ? process.stdout.columns : DEFAULT_WIDTH;
      return renderText(explanation, { ...shown, paint, width });
    }
  }
}

function write(text: string, out: string | undefined): void {
  if (out === undefined) {
    process.stdout.write(text);
    return;
  }
  try {
    writeFileSync(out, text);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    throw new RunError(`${out} could not be written (${code}); give another --out.`);
  }
}
