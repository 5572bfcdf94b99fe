/** What every format of findings is made of: pieces of text, written as the findings come. */

import type { StoredFinding } from '../../dataset/index.js';

export interface FindingFormat {
  readonly begin: () => string;
  readonly finding: (finding: StoredFinding) => string;
  readonly end: () => string;
}

export interface CellReference {
  /** Another report than the finding's own. */
  readonly report_id?: string;
  readonly table: string;
  readonly item: string;
  readonly column: string;
  readonly value: string;
  readonly locator: string;
}

const CELL = /^(?:([0-9a-f]+):)?([^/=]+)\/([^/=]+)\/([^/=]+)=([^@]*)(?:@(.*))?$/;

/** The column `cells` taken apart. */
export function cellsOf(text: string): CellReference[] {
  return text.split('; ').flatMap((part) => {
    const [, reportId, table = '', item = '', column = '', value = '', locator = ''] = CELL.exec(part) ?? [];
    if (table === '') return [];
    return [
      { ...(reportId === undefined ? {} : { report_id: reportId }), table, item, column, value, locator },
    ];
  });
}
