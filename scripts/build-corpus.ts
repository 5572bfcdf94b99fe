import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CASES, type CorpusCase } from './compose/cases.js';
import { composeInDialects, findDialect } from './compose/dialects/index.js';
import { FORMATS } from './compose/render/formats.js';
import { type RenderJob, renderAll } from './compose/render/index.js';
import { type Truth, truthToCsv } from './compose/truth.js';
import { optionsOf } from './support/arguments.js';

/**
 * Builds `corpus/<case>/`: one source document, `expected.csv` and `about.md`.
 *
 *     npm run corpus                     all cases
 *     npm run corpus -- --case NAME      one case of scripts/compose/cases.ts
 *     npm run corpus -- --index          only corpus/README.md
 */
const CORPUS = fileURLToPath(new URL('../corpus/', import.meta.url));

/** Nothing can be read from pictures without their files. */
function expectedOf(entry: CorpusCase, truth: Truth): Truth {
  return entry.dialects.includes('pictures') ? new Map() : truth;
}

async function prepare(entry: CorpusCase): Promise<RenderJob> {
  const folder = join(CORPUS, entry.name);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const dialects = entry.dialects.map(findDialect);
  const printed = composeInDialects(`corpus:${entry.name}`, dialects, entry.wishes);
  await writeFile(join(folder, 'expected.csv'), truthToCsv(expectedOf(entry, printed.truth)));
  await writeFile(join(folder, 'about.md'), `${entry.about}\n`);
  return { printed, format: entry.format, target: join(folder, `report.${FORMATS[entry.format]}`) };
}

/** The list of all declared cases. */
function readme(): string {
  const rows = CASES.map(
    (entry) => `| [\`${entry.name}\`](${entry.name}/) | ${entry.format} | ${entry.about} |`,
  );
  return `# Reports with known cells

Composed reports: the agencies exist, the figures are made up. Each folder holds one source document, \`expected.csv\`
(\`table,row,column,value,state\` with the codes of the dataset) and \`about.md\`. A file without rows in \`expected.csv\`
has nothing that can be read. A folder is rebuilt by \`npm run corpus -- --case NAME\`; the cases are declared in
\`scripts/compose/cases.ts\`. Building needs Chromium, LibreOffice, pandoc, qpdf and poppler; reading does not.

| case | format | shows |
|---|---|---|
${rows.join('\n')}
`;
}

async function main(): Promise<void> {
  const values = optionsOf(import.meta.url, {
    case: { type: 'string' },
    index: { type: 'boolean', default: false },
  });
  const wanted = values.index
    ? []
    : CASES.filter((entry) => values.case === undefined || entry.name === values.case);
  if (values.case !== undefined && wanted.length === 0) {
    throw new Error(
      `no case "${values.case}"; declare it in scripts/compose/cases.ts. There are: ${CASES.map((entry) => entry.name).join(', ')}`,
    );
  }
  const jobs: RenderJob[] = [];
  for (const entry of wanted) jobs.push(await prepare(entry));
  await renderAll(jobs);
  await mkdir(CORPUS, { recursive: true });
  await writeFile(join(CORPUS, 'README.md'), readme());
  process.stdout.write(`${wanted.length} cases built\n`);
}

await main();
