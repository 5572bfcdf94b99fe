import { readFileSync } from 'node:fs';
import { type HarvestOptions, type HarvestResult, harvest } from '../collect/index.js';
import { FILE_SCHEMA, parseSources, type Source, StoreError, StoreLocked } from '../harvest/index.js';
import { type DatasetWriter, makeFolders, RunError } from '../write/index.js';
import { EXIT, UsageError } from './exit-codes.js';
import type { HarvestCliOptions } from './harvest-options.js';
import { planText } from './harvest-plan.js';
import { harvestLogLine, harvestSummary, sourceLogLine } from './harvest-summary.js';
import { packageVersion } from './package-version.js';
import { openProgress } from './progress.js';
import { onSignal } from './signals.js';
import { RunSummary } from './summary.js';

/** Harvests the sources, writes the dataset, tells the user; returns the exit code. */
export async function runHarvest(file: string | undefined, options: HarvestCliOptions): Promise<number> {
  if (options.schema === true) {
    process.stdout.write(`${JSON.stringify(FILE_SCHEMA, null, 2)}\n`);
    return EXIT.ok;
  }
  if (file === undefined) throw new UsageError('Name the sources file: nianbao harvest SOURCES --store DIR');
  const sources = readSources(file);
  if (options.dryRun === true) {
    process.stdout.write(planText(sources, options));
    return EXIT.ok;
  }
  if (options.store === undefined) throw new UsageError('Name the folder of the store with --store DIR.');
  return perform(sources, options.store, options);
}

/** Problems shown beyond these help nobody. */
const MOST_PROBLEMS = 20;

function readSources(file: string): readonly Source[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new UsageError(`Cannot read the sources file ${file} (${(error as NodeJS.ErrnoException).code}).`);
  }
  const { sources, problems } = parseSources(text, file);
  if (problems.length === 0) return sources;
  const lines = problems
    .slice(0, MOST_PROBLEMS)
    .map(({ line, column, message }) => `${file}:${line}${column > 0 ? `:${column}` : ''}: ${message}`);
  const more = problems.length - lines.length;
  if (more > 0) lines.push(`and ${more} more`);
  throw new UsageError(`the sources file has faults; nothing was fetched\n${lines.join('\n')}`);
}

async function perform(
  sources: readonly Source[],
  store: string,
  options: HarvestCliOptions,
): Promise<number> {
  const start = performance.now();
  makeStore(store);
  const statuses = new RunSummary();
  const progress = await openProgress(sources.length, options.quiet !== true, 'sources');
  let writer: DatasetWriter | undefined;
  const release = onSignal(() => writer?.discard(), 'the dataset');
  const overtime = new AbortController();
  const timer =
    options.maxTime === undefined ? undefined : setTimeout(() => overtime.abort(), options.maxTime);
  try {
    const result = await harvest(sources, {
      ...optionsFor(store, options, overtime.signal, () => progress.step()),
      onReport: (verdict, outcome) => {
        statuses.add(outcome);
        if (options.log === 'json') process.stderr.write(harvestLogLine(verdict, outcome, new Date()));
      },
      onWriter: (made) => {
        writer = made;
      },
    });
    progress.stop();
    if (options.log === 'json')
      for (const source of result.sources) process.stderr.write(sourceLogLine(source, new Date()));
    if (options.quiet !== true)
      process.stdout.write(harvestSummary(result, statuses, options, performance.now() - start));
    return exitCode(result, statuses, options);
  } catch (error) {
    throw asRunError(error);
  } finally {
    clearTimeout(timer);
    progress.stop();
    release();
  }
}

function makeStore(dir: string): void {
  try {
    makeFolders(dir);
  } catch (error) {
    throw new RunError(`Cannot make the store: ${(error as Error).message}; name another folder.`);
  }
}

function optionsFor(
  store: string,
  options: HarvestCliOptions,
  signal: AbortSignal,
  onWalked: () => void,
): Omit<HarvestOptions, 'onReport'> {
  const contact = options.contact ?? 'no contact given';
  return {
    store,
    ...(options.out === undefined ? {} : { out: options.out }),
    bom: options.bom === true,
    audit: options.audit,
    offline: options.offline === true,
    today: new Date(),
    crawl: {
      userAgent: options.userAgent ?? `nianbao/${packageVersion()} (harvest of annual reports; ${contact})`,
      allowPrivateHosts: options.allowPrivateHosts === true,
      delay: options.delay,
      concurrency: options.concurrency,
      perHost: options.perHost,
      maxBytes: options.maxBytes,
      timeLimitSeconds: options.timeout,
      refresh: options.refresh === true,
      signal,
      ...(options.maxTotal === undefined ? {} : { maxTotalBytes: options.maxTotal }),
      onWalked,
    },
    extract: { jobs: options.jobs, timeLimitSeconds: options.timeLimit, maxBytes: options.maxBytes },
  };
}

function exitCode(result: HarvestResult, statuses: RunSummary, options: HarvestCliOptions): number {
  const failed =
    !result.complete ||
    result.sources.some(({ count }) => count.status !== 'ok') ||
    statuses.hasFailures(options.strict === true);
  return failed ? EXIT.reportFailed : EXIT.ok;
}

/** The disk or the database refuses, or another run is writing: no fault of a report. */
function asRunError(error: unknown): unknown {
  if (error instanceof StoreLocked || error instanceof StoreError) return new RunError(error.message);
  const { code = '', message } = error as NodeJS.ErrnoException;
  if (
    /^(?:ENOSPC|EDQUOT|EACCES|EPERM|EROFS|ENOTDIR|EIO|EMFILE|EFBIG)$/.test(code) ||
    code.startsWith('SQLITE_')
  )
    return new RunError(
      `Cannot write to the store: ${message}; free space or permissions, then run again: it goes on.`,
    );
  return error;
}
