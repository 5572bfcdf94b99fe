/** `tsc` writes plain files; the command line needs the executable bit on systems that have one. */
import { chmodSync } from 'node:fs';

chmodSync(new URL('../dist/cli.js', import.meta.url), 0o755);
