import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { explainDocument, mapDocument } from '../../src/map/index.js';
import type { Document } from '../../src/model/document.js';
import type { ExplainedRow, SourcePlace } from '../../src/model/explanation.js';
import { readDocument } from '../../src/read/index.js';
import {
  APPLICANT_LABELS,
  applicationsTable,
  consistentFigures,
  document,
  ITEM_LABELS,
  paragraphs,
  table,
} from './documents.js';

const TITLE = paragraphs('某某县水利局2023年政府信息公开工作年度报告');

function textAt({ blocks }: Document, { block, row, col }: SourcePlace): string | undefined {
  const content = blocks[block];
  if (content?.kind === 'paragraph') return content.text;
  return content?.cells.find((cell) => cell.row === row && cell.col === col)?.text;
}

async function rowsOf(labels: readonly string[]): Promise<readonly ExplainedRow[]> {
  const { rows } = await explainDocument(document(...TITLE, applicationsTable(consistentFigures(), labels)));
  return rows;
}

const relabelled = (part: string, label: string) =>
  ITEM_LABELS.map((text) => (text.includes(part) ? label : text));

const CORPUS = readdirSync('corpus', { recursive: true, encoding: 'utf8' })
  .filter((path) => /\breport\.\w+$/.test(path) && !path.endsWith('.doc'))
  .sort();

describe.each(CORPUS)('%s', (path) => {
  test('is mapped as without the trace, and every cell leads to what is printed', async () => {
    const bytes = new Uint8Array(readFileSync(join('corpus', path)));
    const source = await readDocument(bytes.slice(), { name: basename(path) });
    const { report, cells } = await explainDocument(source);
    expect(report).toEqual(await mapDocument(source));
    expect(cells).toHaveLength(report.cells.length);
    for (const { cell, place } of cells) {
      if ((cell.slot ?? -1) < 0 || cell.raw.includes(' | ')) continue;
      const text = place ? textAt(source, place) : undefined;
      const printed = source.blocks[place?.block ?? -1]?.kind === 'paragraph' ? cell.raw : text;
      expect([cell.row, cell.column, printed]).toEqual([cell.row, cell.column, cell.raw]);
      expect(text).toContain(cell.raw);
    }
  });
});

describe('rows', () => {
  test('tell how their label was recognised', async () => {
    const kindOf = async (part: string, label: string, code: string) =>
      (await rowsOf(relabelled(part, label))).find((row) => row.code === code)?.match;
    expect(await kindOf('第三方', '4.保护第三方合法权益', 'denied_third_party')).toEqual({
      kind: 'exact',
      score: 1,
    });
    expect((await kindOf('法律行政法规', '2.其他法律行政止公开', 'denied_other_law'))?.kind).toBe('similar');
    expect(await kindOf('第三方', '4.乱码乱码', 'denied_third_party')).toEqual({
      kind: 'position',
      score: null,
    });
  });

  test('each has its own cells', async () => {
    for (const row of await rowsOf(ITEM_LABELS)) {
      expect(row.cells.map(({ cell }) => cell.row)).toEqual(Array.from({ length: 7 }, () => row.code));
      expect(row.unused).toBe('');
      expect(row.header).toBe(0);
    }
  });

  test('one that is not of the form stands for the row whose place it has, and gives it no figure', async () => {
    const rows = await rowsOf(relabelled('第三方', '本省自定的一行'));
    const stray = rows.find(({ label }) => label === '本省自定的一行');
    expect(stray?.cells.map(({ cell }) => [cell.row, cell.state, cell.value])).toEqual(
      Array.from({ length: 7 }, () => ['denied_third_party', 'unreadable', '']),
    );
    expect(stray?.cells[0]?.cell.reason).toBe('a row stands in this place that could not be read');
  });
});

test('a header tells which columns were found in it', async () => {
  const { headers } = await explainDocument(document(...TITLE, applicationsTable(consistentFigures())));
  expect(headers[0]?.columns.map(({ code, from }) => [code, from])).toContainEqual(['natural_person', 3]);
});

test('what arithmetic leaves open is listed', async () => {
  const rows = [
    ['', ...APPLICANT_LABELS],
    ['一、本年新收政府信息公开申请数量', '3', '3'],
  ];
  const { cells } = await explainDocument(document(...TITLE, table(rows, 1, 'delimited')));
  const open = cells.filter(({ cell }) => cell.row === 'received_new' && cell.state === 'unreadable');
  expect(open.length).toBeGreaterThan(0);
  for (const { cell } of open) expect(cell.reason).not.toBe('');
});

test('other tables tell why nothing was taken from them', async () => {
  const { otherTables } = await explainDocument(
    document(
      ...TITLE,
      table(
        [
          ['姓名', '职务'],
          ['甲', '主任'],
        ],
        1,
      ),
      table([['规章', '3']], 2),
      table([['', '']], 3),
    ),
  );
  expect(otherTables.map(({ index, reason }) => [index, reason])).toEqual([
    [1, 'no row carries a label of the form'],
    [2, 'a row “规章” occurs, but no header of the form stands above it'],
    [3, 'the table is empty'],
  ]);
});
