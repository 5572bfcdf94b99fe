/** Single figures that cannot be, and cells and rows that are missing. */

import type { Finding } from '../../model/finding.js';
import type { FormTable } from '../../model/report.js';
import { provisos, severityOn } from '../provisos.js';
import { type AuditCell, type AuditReport, countOf } from '../report.js';
import { type RuleId, ruleOf } from '../rules.js';
import { placeOf, rowWords, TABLE_WORDS } from '../words.js';

const TABLES = ['proactive', 'applications', 'remedies'] as const satisfies readonly FormTable[];

/**
 * The largest plausible figures. Applications: the whole country had about a million in a year. Table 二: a police
 * force of a province decides tens of millions of penalties; 10⁸ 万元 is a trillion yuan.
 */
const ABSURD: Readonly<Record<FormTable, number>> = {
  proactive: 100_000_000,
  applications: 1_000_000,
  remedies: 100_000,
};

/** Findings about single printed figures. */
export function valueFindings({ cells }: AuditReport): Finding[] {
  const findings: Finding[] = [];
  for (const cell of cells) {
    const value = cell.state === 'blank' ? null : countOf(cell);
    if (value === null) continue;
    const note = (rule: RuleId) => findings.push(figureFinding(rule, cell));
    if (value < 0 && cell.column !== 'items_change') note('negative_count');
    if (cell.unit === 'count' && !Number.isInteger(value)) note('fractional_count');
    if (Math.abs(value) > ABSURD[cell.table]) note('absurd_count');
  }
  return findings;
}

function figureFinding(id: RuleId, cell: AuditCell): Finding {
  const rule = ruleOf(id);
  const place = placeOf(cell);
  const unsure = provisos([cell])[0];
  return {
    rule: id,
    severity: severityOn(rule.severity, [cell]),
    table: cell.table,
    item: cell.row,
    column: cell.column,
    expected: '',
    actual: cell.value,
    difference: '',
    cells: [cell],
    zh: `${place.zh}：${rule.zh}；表中为 ${cell.value}${unsure ? `（${unsure.zh}）` : ''}。`,
    en: `${place.en}: ${rule.en}; it is ${cell.value}${unsure ? ` (${unsure.en})` : ''}.`,
  };
}

/** Blank cells and missing rows, one finding per table; nothing for a report without any table. */
export function completenessFindings({ cells }: AuditReport): Finding[] {
  if (cells.length === 0) return [];
  return TABLES.flatMap((table) => {
    const own = cells.filter((cell) => cell.table === table);
    return [...blankFinding(table, own), ...absentFinding(table, own)];
  });
}

function blankFinding(table: FormTable, own: readonly AuditCell[]): Finding[] {
  const blanks = own.filter(({ state }) => state === 'blank');
  if (blanks.length === 0) return [];
  const printed = own.filter(({ state }) => state !== 'absent').length;
  return [
    tableFinding(
      'cells_blank',
      table,
      `${printed} 格中 ${blanks.length} 格为空`,
      `${blanks.length} of ${printed} are blank`,
    ),
  ];
}

/** Row names that a message lists; the dataset has all of them. */
const MOST_NAMED = 3;

function absentFinding(table: FormTable, own: readonly AuditCell[]): Finding[] {
  const present = own.filter(({ state }) => state !== 'absent');
  if (present.length === 0) return [tableFinding('rows_absent', table, '全表未见', 'the whole table')];
  const seen = new Set(present.map(({ row }) => row));
  const rows = [...new Set(own.map(({ row }) => row))].filter((row) => !seen.has(row));
  if (rows.length === 0) return [];
  const words = rows.slice(0, MOST_NAMED).map((row) => rowWords(table, row));
  const more = rows.length > MOST_NAMED ? ' …' : '';
  return [
    tableFinding(
      'rows_absent',
      table,
      `缺 ${rows.length} 行（${words.map(({ zh }) => zh).join('、')}${more}）`,
      `${rows.length} ${rows.length === 1 ? 'row' : 'rows'} (${words.map(({ en }) => en).join(', ')}${more})`,
    ),
  ];
}

function tableFinding(id: RuleId, table: FormTable, zh: string, en: string): Finding {
  const rule = ruleOf(id);
  return {
    rule: id,
    severity: rule.severity,
    table,
    item: '',
    column: '',
    expected: '',
    actual: '',
    difference: '',
    cells: [],
    zh: `${TABLE_WORDS[table].zh}：${rule.zh}；${zh}。`,
    en: `${TABLE_WORDS[table].en}: ${rule.en}; ${en}.`,
  };
}
