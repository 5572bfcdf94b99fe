import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { CASES } from '../../scripts/compose/cases.js';
import { composeInDialects, findDialect } from '../../scripts/compose/dialects/index.js';
import { FORMATS } from '../../scripts/compose/render/formats.js';
import { EXPECTED_HEADER, truthToCsv } from '../../scripts/compose/truth.js';

const CORPUS = join(process.cwd(), 'corpus');
/** A repository is cloned often. */
const MOST_BYTES = 8 * 1024 * 1024;

describe('corpus', () => {
  test.each(CASES)('$name has one document, its cells and a line about it', (entry) => {
    const names = readdirSync(join(CORPUS, entry.name)).sort();
    const beside = entry.format === 'picture-page' ? ['report_files'] : [];
    expect(names).toEqual(['about.md', 'expected.csv', `report.${FORMATS[entry.format]}`, ...beside]);
    const expected = readFileSync(join(CORPUS, entry.name, 'expected.csv'), 'utf8');
    const printed = composeInDialects(`corpus:${entry.name}`, entry.dialects.map(findDialect), entry.wishes);
    const readable = !entry.dialects.includes('pictures');
    expect(expected).toBe(readable ? truthToCsv(printed.truth) : `${EXPECTED_HEADER}\n`);
  });

  test('stays small', () => {
    const bytes = CASES.flatMap(({ name }) =>
      readdirSync(join(CORPUS, name), { recursive: true }).map((file) => join(CORPUS, name, String(file))),
    )
      .map((path) => statSync(path).size)
      .reduce((left, right) => left + right, 0);
    expect(bytes).toBeLessThan(MOST_BYTES);
  });
});
