/**
 * `npm run lock`, after `npm install`: names the packages for other platforms in package-lock.json. A registry mirror
 * that carries only some platforms makes a lock without the others, and `npm ci` refuses such a lock. The entries
 * say what is needed to skip them here; where they are wanted, npm fetches them by version.
 */
import { readFileSync, writeFileSync } from 'node:fs';

const LOCK = new URL('../package-lock.json', import.meta.url);
const OS = ['android', 'darwin', 'linux', 'win32', 'freebsd', 'openharmony'];
/** Longer names first: `arm64` is not `arm`. */
const CPU = ['arm64', 'x64', 'ia32', 'ppc64', 'riscv64', 's390x', 'loong64', 'arm'];
const EXACT = /^\d+\.\d+\.\d+$/;

const lock = JSON.parse(readFileSync(LOCK, 'utf8'));
for (const [path, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const isThere = lock.packages[`node_modules/${name}`] ?? lock.packages[`${path}/node_modules/${name}`];
    if (isThere === undefined && path !== '')
      lock.packages[`node_modules/${name}`] = platformEntry(name, version, entry);
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(LOCK, `${JSON.stringify(lock, null, 2)}\n`);

function platformEntry(name, version, parent) {
  const os = OS.find((candidate) => name.includes(candidate));
  const cpu = CPU.find((candidate) => name.includes(candidate));
  if (!EXACT.test(version) || os === undefined || cpu === undefined) {
    throw new Error(
      `${name}@${version} is missing from package-lock.json and is not a package for one platform`,
    );
  }
  const libc = /musl/.test(name) ? ['musl'] : /gnu/.test(name) ? ['glibc'] : undefined;
  return {
    version,
    cpu: [cpu],
    ...(parent.dev ? { dev: true } : {}),
    ...(libc ? { libc } : {}),
    optional: true,
    os: [os],
  };
}
