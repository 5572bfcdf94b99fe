/**
 * Part of `npm run build`: bundles the page of `nianbao report` into dist/site/assets/. All that it needs is inside, so
 * that an installed package needs no library of the page; the licences of what is inside stand beside it.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const BROWSER = join(ROOT, 'src/site/browser');
const OUT = join(ROOT, 'dist/site/assets');

rmSync(OUT, { recursive: true, force: true });
const { metafile } = await build({
  absWorkingDir: ROOT,
  entryPoints: {
    app: join(BROWSER, 'main.tsx'),
    charts: join(BROWSER, 'charts/charts.ts'),
    style: join(BROWSER, 'app.css'),
  },
  entryNames: '[name]',
  outdir: OUT,
  bundle: true,
  minify: true,
  format: 'iife',
  charset: 'utf8',
  target: ['chrome109', 'firefox115', 'safari16.4'],
  jsx: 'automatic',
  jsxImportSource: 'preact',
  legalComments: 'none',
  logLevel: 'warning',
  metafile: true,
});
writeFileSync(join(OUT, 'LICENSES.txt'), licences(metafile));

/** The licence text of every package that has code in the bundles. */
function licences({ inputs }) {
  const folders = new Set(
    Object.keys(inputs).flatMap((path) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []),
  );
  return [...folders]
    .sort()
    .map(licenceOf)
    .join(`\n${'-'.repeat(80)}\n\n`);
}

function licenceOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(ROOT, folder, 'package.json'), 'utf8'));
  const names = ['LICENSE', 'LICENSE.md', 'LICENSE.txt', 'LICENCE', 'license'];
  const texts = names.flatMap((file) => read(join(ROOT, folder, file)));
  return `${name} ${version} (${license})\n\n${texts[0] ?? ''}`;
}

function read(path) {
  try {
    return [readFileSync(path, 'utf8')];
  } catch {
    return [];
  }
}
