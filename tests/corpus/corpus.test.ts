/** Every case of the corpus, and the real reports where they are at hand, against the cells written down beside them. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CASES } from '../../scripts/compose/cases.js';
import { SCAN_FORMATS } from '../../scripts/compose/render/formats.js';
import { pictureBeside } from '../../src/batch/beside.js';
import { mapDocument } from '../../src/map/index.js';
import type { MappedReport } from '../../src/model/report.js';
import { readDocument } from '../../src/read/index.js';
import { engineHere } from '../read/scan/pictures.js';
import { compare, readExpected } from '../support/expected.js';

const CORPUS = new URL('../../corpus/', import.meta.url).pathname;
const REAL = new URL('../../../shared/real/', import.meta.url).pathname;
/** Cases that are not read whole, with the most cells that may be missed; these numbers may only shrink. */
const MOST_MISSED: Readonly<Record<string, number>> = {};

async function read(path: string): Promise<MappedReport> {
  return mapDocument(await readDocument(new Uint8Array(readFileSync(path)), { name: path }));
}

/** Read with the help of LibreOffice, and tested with it: `cli/office.test.ts`. */
const CONVERTED = new Set(['doc-old-word']);

const cases = readdirSync(CORPUS, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !CONVERTED.has(entry.name))
  .map(({ name }) => name);

/** Cases that only an engine can read. */
const PICTURES: ReadonlySet<string> = new Set(
  CASES.filter(({ format }) => SCAN_FORMATS.includes(format)).map(({ name }) => name),
);
const readable = engineHere() ? cases : cases.filter((name) => !PICTURES.has(name));

test.each(readable)('%s', async (name) => {
  const folder = join(CORPUS, name);
  const report = readdirSync(folder).find((file) => file.startsWith('report.')) ?? '';
  const path = join(folder, report);
  const { cells } = await mapDocument(
    await readDocument(new Uint8Array(readFileSync(path)), {
      name: path,
      fetchPicture: async (link) => pictureBeside(path, link),
    }),
  );
  const { wrong, missed } = compare(readExpected(join(folder, 'expected.csv')), cells);
  expect(wrong).toEqual([]);
  expect(missed.slice(MOST_MISSED[name] ?? 0)).toEqual([]);
});

const REAL_REPORTS = [
  { file: 'fudian-2020.txt', agency: '府店镇人民政府', year: '2020', edition: '2019' },
  { file: 'hongze-2023.pdf', agency: '洪泽区人民政府', year: '2023', edition: '2021' },
];

if (existsSync(REAL)) {
  test.each(REAL_REPORTS)('the real report $file', async ({ file, agency, year, edition }) => {
    const { cells, metadata, edition: found } = await read(join(REAL, file));
    expect(compare(readExpected(join(REAL, file.replace(/\.\w+$/, '.expected.csv'))), cells)).toEqual({
      wrong: [],
      missed: [],
    });
    expect([metadata.agency.value, metadata.year.value, found]).toEqual([agency, year, edition]);
  });
} else {
  console.warn('The real reports are not at hand (../shared/real): they are not tested in this run.');
}
