/** An explanation for a terminal. */

import type { Explanation } from '../../model/explanation.js';
import type { Finding } from '../../model/finding.js';
import { CELL_STATES, type MappedReport } from '../../model/report.js';
import { formatLocator } from '../locator.js';
import { cut, pad } from '../width.js';
import { reportFacts } from './facts.js';
import { type Paint, plain } from './paint.js';
import { EVERYTHING, type ShownReport, selectFindings, selectViews, wantsAll } from './select.js';
import { tableText } from './text-table.js';
import { formView } from './view.js';
import { documentFacts, oneLine, STATE_LABELS, signed } from './words.js';

export interface TextOptions extends ShownReport {
  /** Places of a line; longer excerpts of the report are cut. */
  readonly width: number;
  readonly paint?: Paint;
}

/** The whole explanation, or the part that is selected, with a line end after every line. */
export function renderText(explanation: Explanation, options: TextOptions): string {
  const { width, paint = plain, selection = EVERYTHING, findings = [] } = options;
  const style = { width, paint };
  const views = selectViews(formView(explanation), selection);
  const parts = [
    head(explanation, options.source, paint),
    ...(wantsAll(selection) ? [metadata(explanation.report, paint)] : []),
    audit(selectFindings(findings, selection), paint),
    ...views.map((view) => tableText(view, explanation, style)),
    ...(wantsAll(selection) ? [others(explanation, style)] : []),
    legend(paint),
  ];
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function head({ report, document }: Explanation, source: string, paint: Paint): string[] {
  const { status, edition, cellsRead, cellsExpected, attention } = report;
  return [
    paint(oneLine(report.metadata.title.value) || 'untitled report', 'strong'),
    oneLine(source),
    documentFacts(document).map(oneLine).join(', '),
    `${status}, form of ${edition || '?'}, ${cellsRead} of ${cellsExpected} cells read`,
    ...(attention === '' ? [] : [paint(`to look at: ${attention}`, 'noted')]),
  ];
}

const NAME_WIDTH = 13;

function metadata(report: MappedReport, paint: Paint): string[] {
  const lines = reportFacts(report).map(({ en, value, why }) => {
    const shown = oneLine(value) || paint('-', 'blank');
    return `  ${pad(en, NAME_WIDTH)}${shown}  ${paint(`(${oneLine(why)})`, 'faint')}`;
  });
  return [paint('Metadata', 'heading'), ...lines];
}

const SEVERITY_WIDTH = 9;

function audit(findings: readonly Finding[], paint: Paint): string[] {
  if (findings.length === 0) return [];
  const lines = findings.flatMap(({ rule, severity, zh, en }) => [
    `  ${pad(severity, SEVERITY_WIDTH)}${oneLine(zh)}  ${paint(`(${rule})`, 'faint')}`,
    `  ${pad('', SEVERITY_WIDTH)}${paint(oneLine(en), 'faint')}`,
  ]);
  return [paint('Findings of the audit', 'heading'), ...lines];
}

function others(
  { otherTables, report }: Explanation,
  { width, paint }: { width: number; paint: Paint },
): string[] {
  const loose = report.unmapped.filter(({ table }) => table === '');
  if (otherTables.length + loose.length === 0) return [];
  const entry = (where: string, reason: string, text: string) => [
    `  ${where}: ${oneLine(reason)}`,
    `    ${paint(cut(oneLine(text), width - 4), 'faint')}`,
  ];
  return [
    paint('Outside the form', 'heading'),
    ...otherTables.flatMap(({ index, rowCount, reason, text, locator }) =>
      entry(`table ${index} (${rowCount} rows, ${formatLocator(locator)})`, reason, text),
    ),
    ...loose.flatMap(({ locator, reason, raw }) => entry(formatLocator(locator), reason, raw)),
  ];
}

const SIGNS_PER_LINE = 4;

function legend(paint: Paint): string[] {
  const signs = CELL_STATES.map((state) => {
    const value = state === 'reported' || state === 'noted' || state === 'inferred' || state === 'recognized';
    return `${paint(signed(value ? '7' : '', state), state)} ${state} (${STATE_LABELS.get(state)?.zh ?? ''})`;
  });
  return [
    paint('Signs', 'heading'),
    `  ${signs.slice(0, SIGNS_PER_LINE).join('   ')}`,
    `  ${signs.slice(SIGNS_PER_LINE).join('   ')}`,
  ];
}
