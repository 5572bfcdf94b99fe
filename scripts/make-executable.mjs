/**
 * `tsc` writes plain files; the command line needs the executable bit, and a link among the binaries of the
 * checkout, so that `npx nianbao` finds it there and installs nothing.
 */
import { chmodSync, existsSync, rmSync, symlinkSync } from 'node:fs';

const BINARIES = new URL('../node_modules/.bin/', import.meta.url);

chmodSync(new URL('../dist/cli.js', import.meta.url), 0o755);
if (process.platform !== 'win32' && existsSync(BINARIES)) {
  const link = new URL('nianbao', BINARIES);
  rmSync(link, { force: true });
  symlinkSync('../../dist/cli.js', link);
}
