import type { KeptReport } from '../../src/batch/keep.js';
import { packReport, unpackReport } from '../../src/batch/keep.js';
import { candidatesOf, choose } from '../../src/collect/choose.js';
import { differencesOf } from '../../src/collect/differences.js';
import type { Extraction } from '../../src/collect/extractions.js';
import type { Article, Source } from '../../src/harvest/index.js';
import type { MappedReport } from '../../src/model/report.js';
import { someReport } from '../support/reports.js';

const extraction = (status: Extraction['status'], cells: number): Extraction => ({
  status,
  cells,
  year: '2022',
  agency: '某县',
  fingerprint: '',
  errorMessage: '',
});

describe('article or attachment', () => {
  test.each<[string, (readonly [Extraction['status'], number])[], number]>([
    [
      'the one with more cells',
      [
        ['partial', 10],
        ['complete', 200],
      ],
      1,
    ],
    [
      'the page on a tie',
      [
        ['complete', 200],
        ['complete', 200],
      ],
      0,
    ],
    [
      'a scan before a text without tables',
      [
        ['no_tables', 0],
        ['needs_ocr', 0],
      ],
      1,
    ],
    [
      'a text without tables before a broken file',
      [
        ['no_tables', 0],
        ['failed', 0],
      ],
      0,
    ],
    ['one broken file', [['failed', 0]], 0],
  ])('%s', (_name, all, expected) => {
    const candidates = all.map(([status, cells]) => ({ extraction: extraction(status, cells) }));
    expect(candidates.indexOf(choose(candidates) as never)).toBe(expected);
  });

  test('an attachment of another year is no candidate; pictures go with the page', () => {
    const part = (url: string, sha256: string) => ({ url, sha256, finalUrl: url, contentType: '', runId: 1 });
    const article: Article = {
      page: part('p', 'a'.repeat(64)),
      documents: [
        { ...part('d2021', 'b'.repeat(64)), name: '2021年年报.pdf', year: 2021 },
        { ...part('d2022', 'c'.repeat(64)), name: '2022年年报.pdf', year: 2022 },
        { ...part('d', 'd'.repeat(64)), name: '附件.pdf', year: null },
      ],
      pictures: [part('i', 'e'.repeat(64))],
      missing: [],
    };
    const source = { encoding: undefined } as unknown as Source;
    const candidates = candidatesOf(article, source, 2022);
    expect(candidates.map(({ url }) => url)).toEqual(['p', 'd2022', 'd']);
    expect(candidates[0]?.input.companions).toEqual([{ url: 'i', sha256: 'e'.repeat(64) }]);
    // A page with pictures is another input than the page alone.
    expect(candidates[0]?.input.key).not.toBe('a'.repeat(64));
    expect(candidates[1]?.input.key).toBe('c'.repeat(64));
  });
});

const kept = (rest: Partial<MappedReport> = {}, narrative = ['全年收到申请3件。']): KeptReport => ({
  result: { mediaType: 'text/html', sha256: 'a', bytes: 1, report: someReport(rest), error: null },
  narrative,
});

describe('revisions', () => {
  const report = someReport();
  const edited = (edit: (cells: MappedReport['cells'][number][]) => void): KeptReport => {
    const cells = [...report.cells];
    edit(cells);
    return kept({ cells });
  };

  test('none between the same reports, wherever they stand in the page', () => {
    const moved = kept({
      cells: report.cells.map((cell) => ({ ...cell, locator: { kind: 'line', line: 1 } })),
    });
    expect(differencesOf(kept(), moved)).toEqual([]);
    expect(packReport(moved).fingerprint).toBe(packReport(kept()).fingerprint);
  });

  test('a changed, a removed and an added cell, metadata, sentences', () => {
    const [first, second, third] = report.cells;
    if (first === undefined || second === undefined || third === undefined) throw new Error('no cells');
    const before = edited((cells) => cells.splice(2, 1));
    const after = edited((cells) => {
      cells[0] = { ...first, value: '4', raw: '4' };
      cells.splice(1, 1);
    });
    const changes = differencesOf(before, after);
    expect(changes.map(({ item, column, change }) => [item, column, change])).toEqual([
      [first.row, first.column, 'changed'],
      [second.row, second.column, 'removed'],
      [third.row, third.column, 'added'],
    ]);
    expect(changes[0]).toMatchObject({ old: { value: first.value }, new: { value: '4', raw: '4' } });
    expect(packReport(before).fingerprint).not.toBe(packReport(after).fingerprint);

    const reworded = kept({}, ['全年收到申请4件。']);
    expect(differencesOf(kept(), reworded).map(({ table, change }) => [table, change])).toEqual([
      ['narrative', 'removed'],
      ['narrative', 'added'],
    ]);
    const redated = kept({
      metadata: { ...report.metadata, publishedOn: { value: '2024-02-01', rule: 'x' } },
    });
    expect(differencesOf(kept(), redated)).toMatchObject([
      { table: 'metadata', item: 'publishedOn', change: 'changed' },
    ]);
  });

  test('what is packed comes out as it was', () => {
    expect(unpackReport(packReport(kept()).bytes)).toEqual(JSON.parse(JSON.stringify(kept())));
  });
});
