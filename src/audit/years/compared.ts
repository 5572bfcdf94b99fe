/** Cells that are compared from year to year, as data. */

import { APPLICANTS, REMEDY_PATHS } from '../../form/index.js';
import type { FormTable } from '../../model/report.js';

export interface CellPlace {
  readonly table: FormTable;
  readonly row: string;
  readonly column: string;
}

/** Rows of table 三 that hand applications on from year to year. */
export const CARRIED: readonly string[] = ['carried_over_in', 'carried_over_out'];

/** 规章 and 行政规范性文件 of the 2021 form. */
export const STOCK_ROWS = ['regulations', 'normative_documents'] as const;
export const STOCK_COLUMNS = ['issued', 'repealed', 'in_force'] as const;

/** Rows of the 2019 form that print 上一年项目数量 and 本年增/减. */
export const ITEM_ROWS = ['licensing', 'other_services', 'penalties', 'coercion', 'fees'] as const;
export const ITEM_COLUMNS = ['items_previous_year', 'items_change'] as const;

/** A figure that does not multiply by ten in a year. */
export interface Steady extends CellPlace {
  /** A jump whose larger figure is below this is the ordinary life of small counts. */
  readonly floor: number;
  /** The smaller figure must reach this; the first application ever is no jump. */
  readonly least: number;
}

const APPLICATIONS = { floor: 200, least: 10 } as const;
const DECISIONS = { floor: 1000, least: 20 } as const;
/** Documents in force are counted anew after a clearance, but not tenfold. */
const STOCK = { floor: 200, least: 10 } as const;
/** 万元. A town that charges 3 万元 after 0.2 is no contradiction; one that charges a million is. */
const MONEY = { floor: 100, least: 0.01 } as const;
const PROJECTS = { floor: 200, least: 10 } as const;
const REMEDIES = { floor: 100, least: 10 } as const;

export const STEADY: readonly Steady[] = [
  ...['received_new', 'outcome_total'].map((row) => ({
    table: 'applications' as const,
    row,
    column: 'total',
    ...APPLICATIONS,
  })),
  { table: 'proactive', row: 'normative_documents', column: 'in_force', ...STOCK },
  { table: 'proactive', row: 'normative_documents', column: 'disclosed_total', ...STOCK },
  ...['licensing', 'other_services', 'penalties', 'coercion'].map((row) => ({
    table: 'proactive' as const,
    row,
    column: 'decisions',
    ...DECISIONS,
  })),
  { table: 'proactive', row: 'fees', column: 'amount_10k_cny', ...MONEY },
  { table: 'proactive', row: 'procurement', column: 'projects', ...PROJECTS },
  { table: 'proactive', row: 'procurement', column: 'amount_10k_cny', ...MONEY },
  ...REMEDY_PATHS.map(({ code }) => ({
    table: 'remedies' as const,
    row: code,
    column: 'total',
    ...REMEDIES,
  })),
];

const cross = (table: FormTable, rows: readonly string[], columns: readonly string[]): CellPlace[] =>
  rows.flatMap((row) => columns.map((column) => ({ table, row, column })));

/** Every cell that one of the rules across years looks at. */
export const COMPARED: readonly CellPlace[] = [
  ...cross('proactive', STOCK_ROWS, STOCK_COLUMNS),
  ...cross('proactive', ITEM_ROWS, ITEM_COLUMNS),
  ...cross(
    'applications',
    CARRIED,
    APPLICANTS.map(({ code }) => code),
  ),
  ...STEADY.filter(({ row, column }) => !(row === 'normative_documents' && column === 'in_force')),
];
