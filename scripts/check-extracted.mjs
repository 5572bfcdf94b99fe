/**
 * Fails when `extracted/` is not, byte for byte, what `corpus/` gives now, and says where they differ. Without a
 * recognition engine the scans and pictures of the corpus cannot be read: their rows are left out on both sides, and
 * the check says so. With CI=1 in the environment a missing engine is a failure.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const COMMITTED = join(ROOT, 'extracted');
/** Enough lines of a file to see what kind of change it is. */
const MAX_LINES_SHOWN = 5;

const fresh = mkdtempSync(join(tmpdir(), 'nianbao-extracted-'));
try {
  extract(fresh);
  const recognized = hasEngine() ? new Set() : recognizedReports();
  if (recognized.size > 0) {
    console.warn(
      `No tesseract with chi_sim here: ${recognized.size} scans and pictures of corpus/ are not compared ` +
        '(apt-get install tesseract-ocr tesseract-ocr-chi-sim).',
    );
    if (/^(?:1|true)$/.test(process.env.CI ?? '')) process.exitCode = 1;
  }
  const differences = compare(COMMITTED, fresh, recognized);
  if (differences.length > 0) {
    console.error(
      `extracted/ is stale:\n${differences.join('\n')}\nRun "npm start" and commit what changes.`,
    );
    process.exitCode = 1;
  }
} finally {
  rmSync(fresh, { recursive: true, force: true });
}

function extract(out) {
  const args = [join(ROOT, 'dist/cli.js'), 'extract', 'corpus', '--out', out, '--quiet'];
  const { status } = spawnSync(process.execPath, args, { cwd: ROOT, stdio: 'inherit' });
  if (status !== 0) throw new Error(`extracting corpus/ ended with exit code ${status}`);
}

function hasEngine() {
  const { status, stdout } = spawnSync('tesseract', ['--list-langs'], { encoding: 'utf8' });
  return status === 0 && /^chi_sim$/m.test(stdout) && /^eng$/m.test(stdout);
}

/** Ids of the committed reports with cells that only an engine can read. */
function recognizedReports() {
  const ids = ['applications.csv', 'proactive.csv', 'remedies.csv'].flatMap((name) => {
    const lines = readFileSync(join(COMMITTED, name), 'utf8').split('\n');
    return lines
      .filter((line) => line.includes(',recognized,'))
      .map((line) => line.slice(0, line.indexOf(',')));
  });
  return new Set(ids);
}

/** A file without the rows of some reports. */
function without(text, reports) {
  if (reports.size === 0) return text;
  // The sizes and hashes in the data package are those of files that are not whole here.
  const isOf = (line) =>
    /^\s*"(?:bytes|hash)":/.test(line) ||
    [...reports].some((id) => line.startsWith(`${id},`) || line.includes(`,${id},`));
  return text
    .split('\n')
    .filter((line) => !isOf(line))
    .join('\n');
}

function compare(committed, made, recognized) {
  const names = (folder) => (existsSync(folder) ? readdirSync(folder) : []);
  const all = [...new Set([...names(committed), ...names(made)])].sort();
  return all.flatMap((name) => compareFile(name, join(committed, name), join(made, name), recognized));
}

function compareFile(name, committed, made, recognized) {
  if (!existsSync(committed)) return [`  ${name}: is missing`];
  if (!existsSync(made)) return [`  ${name}: is not part of the dataset`];
  const [before, after] = [committed, made].map((path) => without(readFileSync(path, 'utf8'), recognized));
  return before === after ? [] : [`  ${name}:`, ...changedLines(before, after)];
}

function changedLines(before, after) {
  const [old, now] = [before.split('\n'), after.split('\n')];
  const changed = [];
  for (let i = 0; i < Math.max(old.length, now.length); i++) {
    if (old[i] !== now[i])
      changed.push(`    line ${i + 1}\n      - ${old[i] ?? ''}\n      + ${now[i] ?? ''}`);
  }
  const more = changed.length - MAX_LINES_SHOWN;
  return [...changed.slice(0, MAX_LINES_SHOWN), ...(more > 0 ? [`    and ${more} more lines`] : [])];
}
