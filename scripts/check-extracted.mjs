/** Fails when `extracted/` is not, byte for byte, what `corpus/` gives now, and says where they differ. */
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
  const differences = compare(COMMITTED, fresh);
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

function compare(committed, made) {
  const names = (folder) => (existsSync(folder) ? readdirSync(folder) : []);
  const all = [...new Set([...names(committed), ...names(made)])].sort();
  return all.flatMap((name) => compareFile(name, join(committed, name), join(made, name)));
}

function compareFile(name, committed, made) {
  if (!existsSync(committed)) return [`  ${name}: is missing`];
  if (!existsSync(made)) return [`  ${name}: is not part of the dataset`];
  const [before, after] = [readFileSync(committed), readFileSync(made)];
  return before.equals(after) ? [] : [`  ${name}:`, ...changedLines(String(before), String(after))];
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
