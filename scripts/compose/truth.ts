import type { TableName } from './forms.js';

/** The states a composed cell can have; the extractor knows more (`recognized`, `inferred`). */
export type TrueState = 'reported' | 'noted' | 'blank' | 'absent' | 'unreadable';

export interface TrueCell {
  table: TableName;
  row: string;
  column: string;
  value: string;
  state: TrueState;
}

/** `table/row/column`, the name of a cell inside one report. */
export type CellKey = `${TableName}/${string}/${string}`;
export type Truth = Map<CellKey, TrueCell>;

export function cellKey(table: TableName, row: string, column: string): CellKey {
  return `${table}/${row}/${column}`;
}

export const EXPECTED_HEADER = 'table,row,column,value,state';

/** `expected.csv`: no value or code ever needs quoting. */
export function truthToCsv(truth: Truth): string {
  const lines = [...truth.values()].map((cell) =>
    [cell.table, cell.row, cell.column, cell.value, cell.state].join(','),
  );
  return `${[EXPECTED_HEADER, ...lines].join('\n')}\n`;
}
