import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { Store, StoreError, warcRecords } from '../harvest/index.js';
import { RunError } from '../write/index.js';
import { packageVersion } from './package-version.js';

/** Writes the WARC file as a whole or not at all. */
export function runExport({ store: dir, warc }: { readonly store: string; readonly warc: string }): void {
  const temporary = `${warc}.${process.pid}.part`;
  let store: Store | undefined;
  try {
    store = Store.openReader(dir);
    const fd = openSync(temporary, 'wx');
    let records = 0;
    for (const chunk of warcRecords(store, {
      gzip: warc.endsWith('.gz'),
      software: `nianbao/${packageVersion()}`,
    })) {
      for (let done = 0; done < chunk.length; ) done += writeSync(fd, chunk, done);
      records += 1;
    }
    fsyncSync(fd);
    closeSync(fd);
    renameSync(temporary, warc);
    process.stdout.write(`${records} records in ${warc}\n`);
  } catch (error) {
    rmSync(temporary, { force: true });
    if (error instanceof StoreError || (error as NodeJS.ErrnoException).code !== undefined)
      throw new RunError(`Cannot export: ${(error as Error).message}`);
    throw error;
  } finally {
    store?.close();
  }
}
