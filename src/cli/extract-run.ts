import {
  expandArchives,
  findInputs,
  type Inputs,
  type ReportOutcome,
  ReportPool,
  runBatch,
} from '../batch/index.js';
import { CrossAudit, completeAudit } from '../dataset/index.js';
import { DatasetWriter } from '../write/index.js';
import { disabledRules } from './audit-options.js';
import { EXIT, UsageError } from './exit-codes.js';
import { logLine } from './log.js';
import type { ExtractOptions } from './options.js';
import { openProgress, type Progress } from './progress.js';
import { onSignal } from './signals.js';
import { RunSummary } from './summary.js';

/** Marks the list of paths on standard input. */
const STDIN = '-';

/** Reads the inputs, writes the dataset, tells the user; returns the exit code. */
export async function runExtract(named: readonly string[], options: ExtractOptions): Promise<number> {
  const disabled = disabledRules(options.disable);
  const inputs = await resolveInputs(named, options.out);
  const summary = new RunSummary();
  let writer: DatasetWriter | undefined;
  const release = onSignal(() => writer?.discard(), 'the dataset');
  try {
    writer = new DatasetWriter(options.out, { bom: options.bom === true });
    const cross = options.audit ? new CrossAudit(writer.scratch(), new Set(disabled)) : null;
    await readAll(inputs, { ...options, disabled }, (outcome) => {
      writer?.append(outcome.lines);
      cross?.add(outcome.review);
      summary.add(outcome);
    });
    if (cross) await completeAudit(writer, cross, (row) => summary.addFinding(row));
    writer.commit();
  } catch (error) {
    writer?.discard();
    throw error;
  } finally {
    release();
  }
  if (options.quiet !== true) process.stdout.write(summary.text(options.out, inputs.companions));
  return summary.hasFailures(options.strict === true) ? EXIT.reportFailed : EXIT.ok;
}

async function readAll(
  { reports }: Inputs,
  options: ExtractOptions & { readonly disabled: readonly string[] },
  onOrdered: (outcome: ReportOutcome) => void,
): Promise<void> {
  const jobs = Math.min(options.jobs, reports.length);
  const pool = new ReportPool({
    jobs,
    timeLimitSeconds: options.timeLimit,
    maxBytes: options.maxBytes,
    upcoming: reports,
    ...(options.audit ? { disabledRules: options.disabled } : {}),
  });
  const progress = await openProgress(reports.length, options.quiet !== true);
  try {
    await runBatch({
      reports,
      jobs,
      read: (input) => pool.run(input),
      onFinished: (outcome) => report(outcome, options, progress),
      onOrdered,
    });
  } finally {
    progress.stop();
    await pool.close();
  }
}

function report(outcome: ReportOutcome, options: ExtractOptions, progress: Progress): void {
  if (options.log === 'json') process.stderr.write(logLine(outcome, new Date()));
  progress.step();
}

async function resolveInputs(named: readonly string[], outDir: string): Promise<Inputs> {
  const paths = named.filter((input) => input !== STDIN);
  const listed = paths.length < named.length ? await linesOf(process.stdin) : [];
  const found = findInputs({ named: paths, listed, outDir });
  const { reports, companions } = await expandArchives(found.reports);
  const inputs = { ...found, reports, companions: found.companions + companions };
  const given = paths.length + listed.length;
  if (given === 0) throw new UsageError('The list on standard input is empty; give one path per line.');
  if (inputs.missing.length === given) {
    throw new UsageError(`No such file or folder: ${[...paths, ...listed].join(', ')}`);
  }
  if (inputs.reports.length === 0) {
    throw new UsageError(`There are no reports in ${[...paths, ...listed].join(', ')}; nothing was written.`);
  }
  return inputs;
}

async function linesOf(stream: AsyncIterable<Buffer | string>): Promise<string[]> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  const text = Buffer.concat(chunks).toString('utf8');
  return text.split(/\r?\n/).filter((line) => line.trim() !== '');
}
