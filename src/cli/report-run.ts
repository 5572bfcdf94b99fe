import { join } from 'node:path';
import { buildSite, DatasetError, OutputError } from '../site/index.js';
import { RunError } from '../write/run-error.js';
import { EXIT, UsageError } from './exit-codes.js';
import type { ReportOptions } from './options.js';
import { packageVersion } from './package-version.js';
import { onSignal } from './signals.js';

/** Writes the site and tells the user; returns the exit code. */
export async function runReport(dataset: string, { out, quiet }: ReportOptions): Promise<number> {
  let discard = (): void => undefined;
  const release = onSignal(() => discard(), 'the site');
  try {
    const { reports, agencies, findings, warnings } = await buildSite(dataset, out, {
      version: packageVersion(),
      onOpen: (giveUp) => {
        discard = giveUp;
      },
    });
    for (const warning of warnings) process.stderr.write(`warning: ${warning}\n`);
    if (quiet !== true) {
      process.stdout.write(
        `${reports} reports of ${agencies} agencies, ${findings} findings. Open ${join(out, 'index.html')}\n`,
      );
    }
    return EXIT.ok;
  } catch (error) {
    throw usable(error, out);
  } finally {
    release();
  }
}

/** What a person can act on; faults of nianbao itself stay what they are. */
function usable(error: unknown, out: string): unknown {
  if (error instanceof DatasetError || error instanceof OutputError) return new UsageError(error.message);
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === undefined || !/^E[A-Z]+$/.test(code)) return error;
  return new RunError(`Cannot write the site to ${out}: ${message}. The old one stays.`, { cause: error });
}
