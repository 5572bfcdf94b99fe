/** How a run ended, for scripts and schedulers. */
export const EXIT = {
  /** All reports were read, partial ones included. */
  ok: 0,
  /** At least one report failed; with `--strict` also partial, no_tables and needs_ocr. */
  reportFailed: 1,
  /** Wrong usage: nothing was read or written. */
  usage: 2,
  /** The run itself could not go on (no space, no permission); the old dataset stays. */
  runFailed: 3,
} as const;

export const EXIT_HELP = `
Exit codes:
  0    all reports were read, partial ones included
  1    at least one report failed (with --strict also partial, no_tables, needs_ocr)
  2    wrong usage
  3    the run itself could not go on (no space, no permission to write)
  130  interrupted; the dataset that was there stays`;

/** Wrong usage that only shows after the options are parsed. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
