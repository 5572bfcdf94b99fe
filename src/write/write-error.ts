import { RunError } from './run-error.js';

const ADVICE: Readonly<Record<string, string>> = {
  ENOSPC: 'there is no space left; free some or choose another folder with --out',
  EDQUOT: 'your disk quota is used up; free some or choose another folder with --out',
  EACCES: 'you may not write there; change its permissions or choose another folder with --out',
  EPERM: 'you may not write there; change its permissions or choose another folder with --out',
  EROFS: 'that file system is read-only; choose another folder with --out',
  ENOTDIR: 'part of that path is a file; choose another folder with --out',
  EEXIST: 'that path is a file; choose another folder with --out',
  EISDIR: 'a folder has the name of a file of the dataset; move it away or choose another folder with --out',
  EMFILE: 'too many files are open; raise the limit (ulimit -n)',
  EFBIG: 'the file would exceed the size limit (ulimit -f)',
};

/** What the file system refused, with advice; other errors as they are. */
export function writeError(error: unknown, outDir: string): Error {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === undefined) return error as Error;
  const advice = ADVICE[code] ?? (error as Error).message;
  return new RunError(`Cannot write the dataset to ${outDir}: ${advice} (${code}).`, { cause: error });
}
