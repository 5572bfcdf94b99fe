/**
 * Why a source could not be read. These are values of the dataset (`error_code`, `error_message` of
 * `reports.csv`), so each message names the place and says what to do.
 */
export const READ_ERROR_CODES = [
  'empty_file',
  'not_found',
  'permission_denied',
  'unreadable_file',
  'too_large',
  'unknown_format',
  'unsupported_format',
  'needs_converter',
  'damaged',
  'encrypted',
  'too_many_pages',
  'archive_too_large',
  'too_complex',
  'time_limit',
  'out_of_memory',
  'internal',
  'not_fetched',
] as const;

export type ReadErrorCode = (typeof READ_ERROR_CODES)[number];

/** Thrown inside a reader and turned into a `failed` report at the edge of the batch; never ends a run. */
export class ReadError extends Error {
  override readonly name = 'ReadError';

  constructor(
    readonly code: ReadErrorCode,
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }
}
