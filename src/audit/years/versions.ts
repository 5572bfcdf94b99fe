/** Several reports of one agency on one year: which of them stands for the year. */

import { type Attached, reportWords } from '../attached.js';
import { compose } from '../compose.js';
import type { YearFacts } from '../facts.js';
import { cellKey } from '../report.js';
import type { Words } from '../words.js';

export interface Chosen {
  /** Null when nothing tells which of several different reports is the last word; then the year is not compared. */
  readonly standing: YearFacts | null;
  readonly findings: readonly Attached[];
}

interface Choice {
  readonly standing: YearFacts | null;
  readonly why: Words;
}

/** Reports of one agency and one year, in the order of the dataset; at least one. */
export function choose(versions: readonly YearFacts[]): Chosen {
  const [first] = versions;
  if (first === undefined || versions.length === 1) return { standing: first ?? null, findings: [] };
  const { standing, why } = choiceOf(versions);
  const beside = standing ?? first;
  const findings = versions
    .filter((version) => version !== beside)
    .map((version) => ({ report: version, finding: repeated(version, beside, versions.length, why) }));
  return { standing, findings };
}

/** The same figures: the first. Else the one with figures, the latest published, the complete one; else none. */
function choiceOf(versions: readonly YearFacts[]): Choice {
  const filled = versions.filter(({ figures }) => figures !== '');
  const [first] = filled;
  if (first === undefined)
    return { standing: null, why: { zh: '均无表格数字', en: 'none of them has figures' } };
  if (filled.length === 1) return stands(first, '唯一有表格数字的一份', 'the only one with figures');
  if (filled.every(({ figures }) => figures === first.figures))
    return stands(first, '数字相同，取第一份', 'same figures, the first');
  const latest = only(
    filled,
    ({ publishedOn }) => publishedOn === maximum(filled.map((one) => one.publishedOn)),
  );
  if (latest && filled.every(({ publishedOn }) => publishedOn !== '')) {
    return stands(latest, `发布最晚（${latest.publishedOn}）`, `published last (${latest.publishedOn})`);
  }
  const complete = only(filled, ({ status }) => status === 'complete');
  if (complete) return stands(complete, '唯一完整的一份', 'the only complete one');
  return {
    standing: null,
    why: {
      zh: '无法判断以哪份为准，该年度不作跨年比较',
      en: 'which of them stands cannot be told, so the year is not compared with others',
    },
  };
}

const stands = (standing: YearFacts, zh: string, en: string): Choice => ({
  standing,
  why: { zh: `跨年比较以该份为准：${zh}`, en: `that one stands for the year: ${en}` },
});

function only(versions: readonly YearFacts[], test: (facts: YearFacts) => boolean): YearFacts | null {
  const fitting = versions.filter(test);
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}

const maximum = (days: readonly string[]): string => [...days].sort().at(-1) ?? '';

/** Cells of differing versions that a finding lists. */
const MOST_CELLS = 5;

function repeated(version: YearFacts, beside: YearFacts, count: number, why: Words) {
  const own = new Map(version.cells.map((cell) => [cellKey(cell.table, cell.row, cell.column), cell]));
  const pairs = beside.cells.flatMap((cell) => {
    const mine = own.get(cellKey(cell.table, cell.row, cell.column));
    return mine === undefined || mine.value === cell.value ? [] : [mine, { ...cell, reportId: beside.id }];
  });
  const name = reportWords(beside);
  return compose({
    rule: 'report_repeated',
    at: null,
    cells: pairs.slice(0, 2 * MOST_CELLS),
    words: [
      { zh: `共 ${count} 份，另见${name.zh}`, en: `${count} of them, see ${name.en}` },
      likeness(version, beside, pairs.length / 2),
      why,
    ],
  });
}

function likeness(version: YearFacts, beside: YearFacts, differing: number): Words {
  if (version.sha256 !== '' && version.sha256 === beside.sha256)
    return { zh: '文件完全相同', en: 'the same file' };
  if (version.figures === beside.figures) return { zh: '数字完全相同', en: 'all figures are the same' };
  if (version.figures === '') return { zh: '本份无表格数字', en: 'this one has no figures' };
  if (differing === 0) return { zh: '部分数字不同', en: 'some figures differ' };
  return { zh: `数字不同，疑为修订版`, en: 'figures differ: one is a revised version' };
}
