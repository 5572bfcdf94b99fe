/**
 * `npm start`: reads corpus/ into extracted/. A corpus document that needs LibreOffice fails where that is not installed;
 * that is said, and is no failure of the start. Options are handed on to `nianbao extract`.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { parse } from 'csv-parse/sync';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const REPORT_FAILED = 1;

const { values } = parseArgs({ options: { out: { type: 'string', default: 'extracted' } }, strict: false });
const given = process.argv.slice(2);
const args = given.includes('--out') ? given : ['--out', values.out, ...given];
const { status } = spawnSync(process.execPath, ['dist/cli.js', 'extract', 'corpus', ...args], {
  cwd: ROOT,
  stdio: 'inherit',
});
process.exitCode = status === REPORT_FAILED && onlyConverterMissing() ? 0 : (status ?? REPORT_FAILED);

function onlyConverterMissing() {
  const reports = parse(readFileSync(join(resolve(ROOT, values.out), 'reports.csv')), { columns: true });
  const failed = reports.filter((report) => report.status === 'failed');
  return failed.every((report) => report.error_code === 'needs_converter');
}
