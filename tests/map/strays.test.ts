import { mapDocument } from '../../src/map/index.js';
import type { FormCell } from '../../src/model/report.js';
import { APPLICANT_LABELS, document, ITEM_LABELS, type Spec, table } from './documents.js';

const ZEROS = ['0', '0', '0', '0', '0', '0', '0'];
const HEADER: Spec[][] = [['', ...APPLICANT_LABELS]];

/** Table 三 as white space shows it: every slot is a cell, and a line is a row. */
async function rowsOf(
  lines: Readonly<Record<number, readonly Spec[][]>>,
): Promise<(code: string) => string[]> {
  const rows = ITEM_LABELS.flatMap((label, at) => lines[at] ?? [[label, ...ZEROS]]);
  const report = await mapDocument(document(table([...HEADER, ...rows], 1, 'aligned')));
  const show = ({ state, value, raw }: FormCell) => `${state} ${value || raw}`;
  return (code) => report.cells.filter(({ row }) => row === code).map(show);
}

describe('a figure broken over two lines', () => {
  test('is so in digits of full width too, which are broken most', async () => {
    const cells = await rowsOf({
      0: [
        [ITEM_LABELS[0], '２５４', '１１６', '０', '０', '０', '０', '３７１'],
        ['', '６', '５', '', '', '', '', '１'],
      ],
    });
    expect(cells('received_new')).toEqual([
      ...['inferred 2546', 'inferred 1165', 'reported 0', 'reported 0', 'reported 0', 'reported 0'],
      'inferred 3711',
    ]);
  });

  test('is one figure where the sum of the row holds with its halves joined, above or below', async () => {
    const cells = await rowsOf({
      0: [
        [ITEM_LABELS[0], '34', '6', '0', '0', '0', '0', '34'],
        ['', '14', '', '', '', '', '', '20'],
      ],
      7: [
        ['', '3', '', '', '', '', '', '5'],
        [ITEM_LABELS[7], '8', '12', '0', '0', '0', '0', '0'],
      ],
    });
    expect(cells('received_new').slice(0, 2)).toEqual(['inferred 3414', 'reported 6']);
    expect(cells('received_new').at(-1)).toBe('inferred 3420');
    expect(cells('denied_third_party')[0]).toBe('inferred 38');
    expect(cells('carried_over_in')[0]).toBe('reported 0');
  });

  test('is no number where no sum tells, in every row that it may belong to', async () => {
    const cells = await rowsOf({
      0: [
        [ITEM_LABELS[0], '34', '0', '0', '0', '0', '0', '34'],
        ['', '14', '', '', '', '', '', '14'],
      ],
      1: [[ITEM_LABELS[1], '2', '7', '0', '0', '0', '0', '8']],
    });
    // Nor is any other of these rows: a part of it may be what stands beside.
    for (const code of ['received_new', 'carried_over_in'])
      expect(cells(code).map((cell) => cell.split(' ')[0])).toEqual(Array(7).fill('unreadable'));
    expect(cells('granted')[0]).toBe('reported 0');
  });

  test('is found as well where every column of the row is broken', async () => {
    const cells = await rowsOf({
      23: [
        ['', '59', '13', '19', '15', '29', '37', '83'],
        [ITEM_LABELS[23], '90', '79', '1', '3', '6', '8', '87'],
      ],
    });
    expect(cells('outcome_total').every((cell) => !cell.startsWith('reported'))).toBe(true);
  });
});

test('a whole row beside a line of figures stays as it is when only without them its sum holds', async () => {
  const cells = await rowsOf({
    2: [
      [ITEM_LABELS[2], '3', '4', '0', '0', '0', '0', '7'],
      ['', '5', '', '', '', '', '', '9'],
    ],
  });
  expect(cells('granted')[0]).toBe('reported 3');
});

test('half a label with half of the figures is part of the row of table 二 above it', async () => {
  const rows = [
    ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'],
    ['规章', '0', '0', '0'],
    ['行政规范性文', '12', '3', '5'],
    ['件', '4', '', '7'],
  ];
  const report = await mapDocument(document(table(rows, 1, 'aligned')));
  const cells = report.cells.filter(({ row }) => row === 'normative_documents');
  expect(cells.map(({ state, raw }) => `${state} ${raw}`)).toEqual([
    'unreadable 12 4',
    'reported 3',
    'unreadable 5 7',
  ]);
  expect(report.unmapped.map(({ raw }) => raw)).toContain('件 | 4 |  | 7');
});

test('labels of two lines find their figures on the last of them, though one row of labels follows another', async () => {
  const cells = await rowsOf({
    9: [
      ['6.属于四类过程', ...ZEROS.map(() => '')],
      ['性信息', '4', '1', '0', '0', '0', '0', '5'],
    ],
    10: [
      ['7.属于行政执', ...ZEROS.map(() => '')],
      ['法案卷', '2', '6', '0', '0', '0', '0', '8'],
    ],
  });
  expect(cells('denied_deliberative_process').at(-1)).toBe('reported 5');
  expect(cells('denied_enforcement_file').slice(0, 2)).toEqual(['reported 2', 'reported 6']);
});
