import { once } from 'node:events';
import { existsSync, statSync } from 'node:fs';
import { isRule } from '../audit/index.js';
import { auditDataset, isDataset, type StoredFinding, storedFindings } from '../dataset/index.js';
import { SEVERITIES, type Severity } from '../model/finding.js';
import { coloured, plain } from '../write/explain/paint.js';
import { type AuditCommandOptions, disabledRules } from './audit-options.js';
import { readBaseline } from './baseline.js';
import { EXIT, UsageError } from './exit-codes.js';
import {
  csvFormat,
  type FindingFormat,
  jsonFormat,
  markdownFormat,
  sarifFormat,
  summaryFormat,
} from './findings/index.js';
import { packageVersion } from './package-version.js';
import { onSignal } from './signals.js';

/** Audits the dataset, prints what is asked for; returns the exit code. */
export async function runAudit(named: string | undefined, options: AuditCommandOptions): Promise<number> {
  const { folder, disable } = separate(named, options.disable ?? []);
  const disabled = new Set(disabledRules(disable));
  expectDataset(folder);
  const known = options.baseline === undefined ? null : await readBaseline(options.baseline);
  let release: () => void = () => undefined;
  try {
    const { hasTexts } = await auditDataset(folder, {
      disabled,
      onStart: (discard) => {
        release = onSignal(discard, 'the dataset');
      },
    });
    const format = formatOf(folder, options, hasTexts);
    return await print(folder, format, (finding) => isAsked(finding, options.since, known), options.failOn);
  } finally {
    release();
  }
}

/** `--disable a b DATASET`: the last word is the dataset when it is no rule. */
function separate(
  named: string | undefined,
  disable: readonly string[],
): { folder: string; disable: readonly string[] } {
  if (named !== undefined) return { folder: named, disable };
  const last = disable.at(-1);
  if (last === undefined || isRule(last))
    throw new UsageError('Which dataset? Give the folder that nianbao extract wrote.');
  return { folder: last, disable: disable.slice(0, -1) };
}

function expectDataset(folder: string): void {
  if (!existsSync(folder)) throw new UsageError(`No such folder: ${folder}`);
  if (!statSync(folder).isDirectory())
    throw new UsageError(`${folder} is a file; give the folder of a dataset.`);
  if (!isDataset(folder)) {
    throw new UsageError(
      `${folder} is no dataset: it has no datapackage.json. Make one with nianbao extract.`,
    );
  }
}

function formatOf(
  folder: string,
  { format, since, baseline }: AuditCommandOptions,
  hasTexts: boolean,
): FindingFormat {
  switch (format) {
    case 'csv':
      return csvFormat();
    case 'json':
      return jsonFormat();
    case 'sarif':
      return sarifFormat(packageVersion());
    case 'markdown':
      return markdownFormat();
    case 'summary': {
      const limits = [
        ...(since === undefined ? [] : [`published on ${since} or later`]),
        ...(baseline === undefined ? [] : [`not in ${baseline}`]),
      ].join(', ');
      const paint = process.stdout.isTTY === true && !process.env.NO_COLOR ? coloured : plain;
      return summaryFormat({ folder, limits, hasTexts, paint });
    }
  }
}

/** A report without a date was published in the year after the one it is about; without either it is never left out. */
function isAsked(
  finding: StoredFinding,
  since: string | undefined,
  known: ReadonlySet<string> | null,
): boolean {
  if (known?.has(finding.id)) return false;
  if (since === undefined) return true;
  const { publishedOn, year } = finding.report;
  if (publishedOn !== '') return publishedOn >= since;
  return year === '' || String(Number(year) + 1) >= since.slice(0, 4);
}

async function print(
  folder: string,
  format: FindingFormat,
  asked: (finding: StoredFinding) => boolean,
  failOn: Severity | 'none',
): Promise<number> {
  const out = standardOutput();
  let gravest: number = SEVERITIES.length;
  await out(format.begin());
  for await (const finding of storedFindings(folder)) {
    if (!asked(finding)) continue;
    gravest = Math.min(gravest, SEVERITIES.indexOf(finding.severity as Severity));
    await out(format.finding(finding));
  }
  await out(format.end());
  const isGrave = failOn !== 'none' && gravest <= SEVERITIES.indexOf(failOn);
  return isGrave ? EXIT.reportFailed : EXIT.ok;
}

/**
 * A writer to standard output that waits when nobody reads as fast as this writes. Whoever reads may have had enough (`| head`):
 * the dataset is written by then, so that is no fault, and the rest is only looked at for the exit code.
 */
function standardOutput(): (text: string) => Promise<void> {
  let isGone = false;
  process.stdout.on('error', () => {
    isGone = true;
  });
  return async (text) => {
    if (text === '' || isGone || process.stdout.write(text)) return;
    // When the reader goes away meanwhile, the listener above knows.
    await once(process.stdout, 'drain').catch(() => undefined);
  };
}
