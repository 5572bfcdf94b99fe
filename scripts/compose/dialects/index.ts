import { printReport } from '../print.js';
import type { Printed } from '../printed.js';
import { createRandom } from '../random.js';
import { ALL_FORMATS, type Format, printedAs } from '../render/formats.js';
import { composeReport, type ReportWishes } from '../report.js';
import { COLUMN_DIALECTS } from './columns.js';
import { DAMAGE_DIALECTS } from './damage.js';
import type { Dialect } from './dialect.js';
import { LABEL_DIALECTS } from './labels.js';
import { LAYOUT_DIALECTS } from './layouts.js';
import { META_DIALECTS } from './meta.js';
import { NAMED_DIALECTS } from './named.js';
import { PAGE_DIALECTS } from './pages.js';
import { PAPER_DIALECTS } from './paper.js';
import { SCRIPT_DIALECTS } from './script.js';
import { STRUCTURE_DIALECTS } from './structure.js';
import { UNSEEN_DIALECTS } from './unseen.js';
import { VALUE_DIALECTS } from './values.js';

const PLAIN: Dialect = {
  id: 'plain',
  shows: 'the official print',
  kind: 'complete',
  group: 'layout',
  formats: ALL_FORMATS,
  apply: () => undefined,
};

export const DIALECTS: readonly Dialect[] = [
  PLAIN,
  ...VALUE_DIALECTS,
  ...STRUCTURE_DIALECTS,
  ...COLUMN_DIALECTS,
  ...DAMAGE_DIALECTS,
  ...PAGE_DIALECTS,
  ...PAPER_DIALECTS,
  ...LABEL_DIALECTS,
  ...META_DIALECTS,
  ...LAYOUT_DIALECTS,
  ...NAMED_DIALECTS,
  ...SCRIPT_DIALECTS,
  ...UNSEEN_DIALECTS,
];

export function findDialect(id: string): Dialect {
  const found = DIALECTS.find((dialect) => dialect.id === id);
  if (!found)
    throw new Error(`no dialect "${id}"; there are: ${DIALECTS.map((dialect) => dialect.id).join(', ')}`);
  return found;
}

/** The order in which groups are applied: figures first, layout and script last. */
const ORDER: readonly Dialect['group'][] = [
  'values',
  'structure',
  'labels',
  'page',
  'paper',
  'meta',
  'layout',
  'script',
];

/** Composes and prints a report in one or more dialects. */
export function composeInDialects(
  seed: string,
  dialects: readonly Dialect[],
  wishes: ReportWishes = {},
  format: Format = 'html',
): Printed {
  const wanted = Object.assign(
    {},
    ...dialects.map((dialect) => dialect.wishes ?? {}),
    wishes,
  ) as ReportWishes;
  const report = composeReport(seed, wanted);
  const printed = printReport(report);
  const sorted = [...dialects].sort((left, right) => ORDER.indexOf(left.group) - ORDER.indexOf(right.group));
  for (const dialect of sorted)
    dialect.apply({ printed, report, random: createRandom(`${seed}:${dialect.id}`), format });
  return printed;
}

export function fits(dialects: readonly Dialect[], format: Format): boolean {
  return dialects.every((dialect) => dialect.formats.includes(printedAs(format)));
}

export type { Dialect };
