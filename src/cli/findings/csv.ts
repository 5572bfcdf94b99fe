import { csvLines } from '../../write/index.js';
import { headerOf } from '../../write/schema.js';
import type { FindingFormat } from './format.js';

/** The rows as they stand in findings.csv. */
export const csvFormat = (): FindingFormat => ({
  begin: () => csvLines([headerOf('findings')]),
  finding: ({ row }) => csvLines([row]),
  end: () => '',
});
