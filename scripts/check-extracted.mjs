/**
 * Fails when `extracted/` is not, byte for byte, what `corpus/` gives now, and says where they differ. Reports that
 * need a program which is not installed (LibreOffice, tesseract) are left out of the comparison, and named; with CI set
 * that is a failure too.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const COMMITTED = join(ROOT, 'extracted');
/** Enough lines of a file to see what kind of change it is. */
const MAX_LINES_SHOWN = 5;
/** Hash and size of each file change with the rows that are left out. */
const DIGEST_LINE = /^\s*"(?:hash|bytes)":/;

const fresh = mkdtempSync(join(tmpdir(), 'nianbao-extracted-'));
try {
  extract(fresh);
  const unread = unreadHere(fresh);
  if (unread.size > 0) tellOf(unread);
  const differences = compare(COMMITTED, fresh, unread);
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
  const args = [join(ROOT, 'scripts/start.mjs'), '--out', out, '--quiet'];
  const { status } = spawnSync(process.execPath, args, { cwd: ROOT, stdio: 'inherit' });
  if (status !== 0) throw new Error(`extracting corpus/ ended with exit code ${status}`);
}

/** Reports that this machine cannot read for want of a program, and others can: their ids with their sources. */
function unreadHere(made) {
  const committed = new Map(recordsOf(join(COMMITTED, 'reports.csv')).map((row) => [row.report_id, row]));
  const isUnread = ({ report_id, status, error_code }) =>
    error_code === 'needs_converter' ||
    (status === 'needs_ocr' && (committed.get(report_id)?.status ?? status) !== status);
  const unread = recordsOf(join(made, 'reports.csv')).filter(isUnread);
  return new Map(unread.map(({ report_id, source }) => [report_id, source]));
}

function tellOf(unread) {
  const named = [...unread.values()].join(', ');
  console.error(`Not compared, because LibreOffice or tesseract is not installed: ${named}`);
  if (process.env.CI) process.exitCode = 1;
}

function compare(committed, made, unread) {
  const names = (folder) => (existsSync(folder) ? readdirSync(folder) : []);
  const all = [...new Set([...names(committed), ...names(made)])].sort();
  return all.flatMap((name) => compareFile(name, join(committed, name), join(made, name), unread));
}

function compareFile(name, committed, made, unread) {
  if (!existsSync(committed)) return [`  ${name}: is missing`];
  if (!existsSync(made)) return [`  ${name}: is not part of the dataset`];
  const [before, after] = [textOf(committed, unread), textOf(made, unread)];
  return before === after ? [] : [`  ${name}:`, ...changedLines(before, after)];
}

/** The text of a file without the rows of unread reports. */
function textOf(path, unread) {
  const text = readFileSync(path, 'utf8');
  if (unread.size === 0) return text;
  if (path.endsWith('.json')) return text.replace(/^.*$/gm, (line) => (DIGEST_LINE.test(line) ? '' : line));
  const kept = recordsOf(path).filter(({ report_id }) => !unread.has(report_id));
  return kept.map((row) => JSON.stringify(row)).join('\n');
}

function recordsOf(path) {
  return existsSync(path) ? parse(readFileSync(path), { columns: true }) : [];
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
