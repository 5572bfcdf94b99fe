/** Cells and changes in the words of the form, in Chinese and English. */

import { codebook } from '../form/index.js';
import type { FormTable } from '../model/report.js';
import type { AuditCell } from './report.js';
import { exchangedLines } from './within/lines.js';
import type { Diagnosis } from './within/repair.js';

/** A sentence in both languages. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

export const TABLE_WORDS: Readonly<Record<FormTable, Words>> = {
  proactive: { zh: '表二', en: 'table 二' },
  applications: { zh: '表三', en: 'table 三' },
  remedies: { zh: '表四', en: 'table 四' },
};

const LABELS: ReadonlyMap<string, Words> = new Map(
  codebook().map(({ table, axis, code, zh, en }) => [`${table}/${axis}/${code}`, { zh, en }]),
);

const AXES: Readonly<Record<FormTable, readonly [row: string, column: string]>> = {
  proactive: ['item', 'measure'],
  applications: ['item', 'applicant'],
  remedies: ['path', 'result'],
};

const labelOf = (table: FormTable, axis: string, code: string): Words =>
  LABELS.get(`${table}/${axis}/${code}`) ?? { zh: code, en: code };

export const rowWords = (table: FormTable, row: string): Words => labelOf(table, AXES[table][0], row);
export const columnWords = (table: FormTable, column: string): Words =>
  labelOf(table, AXES[table][1], column);

/** `（七）总计 × 商业企业`. */
export function placeOf({ table, row, column }: Pick<AuditCell, 'table' | 'row' | 'column'>): Words {
  const [item, across] = [rowWords(table, row), columnWords(table, column)];
  return { zh: `${item.zh} × ${across.zh}`, en: `${item.en} × ${across.en}` };
}

/** Alternatives beyond these only tire the reader. */
const MOST_ALTERNATIVES = 3;

/** What would repair the broken identities; `simplest` is the printed total, for when no cell stands out. */
export function explain({ broken, repairs }: Diagnosis, simplest: AuditCell): Words {
  const n = broken.length;
  const [first] = repairs;
  if (n === 1 && repairs.length > 1)
    return cannotBeTold(
      repairs.map(([only]) => only),
      simplest,
    );
  if (first === undefined) {
    return {
      zh: '无法判断哪一格有误：改动一两格、同行或同列数格都不能使不符各项全部成立',
      en: 'which cell is wrong cannot be told: no change of one or two cells, or of cells in one line, repairs it without breaking another sum',
    };
  }
  const ways = repairs.slice(0, MOST_ALTERNATIVES).map(wayOf);
  const more = repairs.length - ways.length;
  return {
    zh: `若 ${ways.map(({ zh }) => zh).join('；或 ')}，则 ${n} 项不符全部成立${more > 0 ? `（另有 ${more} 种可能）` : ''}`,
    en: `${ways.map(({ en }) => en).join('; or ')} would satisfy ${n === 1 ? 'the broken identity' : `all ${n} broken identities`}${more > 0 ? ` (${more} more ways)` : ''}`,
  };
}

/** Changes of one way that are spelled out; the sums show the others. */
const MOST_CHANGES = 4;

function wayOf(repair: Diagnosis['repairs'][number]): Words {
  const exchange = exchangedLines(repair);
  const [first] = repair;
  if (exchange && first) return exchangeWords(first.cell.table, exchange);
  const shown = repair.slice(0, MOST_CHANGES);
  const more = repair.length - shown.length;
  const zh = shown.map(({ cell, to }) => `${placeOf(cell).zh} 印作 ${printed(cell, '空白')}，应为 ${to}`);
  const en = shown.map(({ cell, to }) => `${placeOf(cell).en}: printed ${printed(cell, 'blank')}, ${to}`);
  return {
    zh: `${zh.join('，且 ')}${more > 0 ? `，及同行或同列另外 ${more} 格` : ''}`,
    en: `${en.join('; ')}${more > 0 ? `; and ${more} more in that line` : ''}`,
  };
}

function exchangeWords(
  table: FormTable,
  { axis, codes }: NonNullable<ReturnType<typeof exchangedLines>>,
): Words {
  const [a, b] = codes.map((code) => (axis === 'row' ? rowWords : columnWords)(table, code)) as [
    Words,
    Words,
  ];
  return {
    zh: `“${a.zh}”与“${b.zh}”两${axis === 'row' ? '行' : '列'}互换`,
    en: `the ${axis}s “${a.en}” and “${b.en}”, exchanged,`,
  };
}

function cannotBeTold(
  changes: readonly (Diagnosis['repairs'][number][number] | undefined)[],
  simplest: AuditCell,
): Words {
  const total = changes.find((change) => change?.cell === simplest);
  const zh = `无法判断哪一格有误（${changes.length} 格中任一格）`;
  const en = `which cell is wrong cannot be told (any of ${changes.length})`;
  if (total === undefined) return { zh, en };
  const place = placeOf(simplest);
  return {
    zh: `${zh}；最简单的是 ${place.zh} 印作 ${printed(simplest, '空白')}，应为 ${total.to}`,
    en: `${en}; simplest is the printed total, ${place.en}: printed ${printed(simplest, 'blank')}, ${total.to} would satisfy it`,
  };
}

const printed = (cell: AuditCell, blank: string): string => cell.value || blank;
