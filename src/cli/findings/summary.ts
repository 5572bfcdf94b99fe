/** For people: how many of what kind, and the gravest with their sums. */

import { RULES } from '../../audit/index.js';
import type { StoredFinding } from '../../dataset/index.js';
import { SEVERITIES, type Severity } from '../../model/finding.js';
import type { Paint, Tone } from '../../write/explain/paint.js';
import { displayWidth, pad, padLeft } from '../../write/width.js';
import { count, countsText, oneLine } from '../summary.js';
import type { FindingFormat } from './format.js';
import { ruleWords } from './words.js';

/** More of them and nobody reads on; findings.csv has all. */
const MOST_SHOWN = 10;

/** Between the Chinese sentence and the English one. */
const BETWEEN = /(?<=。) \/ /;

const TONES: Readonly<Record<Severity, Tone>> = { error: 'unreadable', warning: 'noted', notice: 'faint' };

export interface SummaryFacts {
  readonly folder: string;
  /** What the findings are limited to, in words; empty for all. */
  readonly limits: string;
  readonly hasTexts: boolean;
  readonly paint: Paint;
}

export function summaryFormat(facts: SummaryFacts): FindingFormat {
  const severities = new Map<string, number>();
  const rules = new Map<string, number>();
  const gravest = new Map<string, StoredFinding[]>(SEVERITIES.map((severity) => [severity, []]));
  return {
    begin: () => '',
    finding: (finding) => {
      count(severities, finding.severity);
      count(rules, finding.rule);
      const listed = gravest.get(finding.severity);
      if (listed && listed.length < MOST_SHOWN) listed.push(finding);
      return '';
    },
    end: () => {
      const shown = SEVERITIES.filter((severity) => severity !== 'notice').flatMap(
        (one) => gravest.get(one) ?? [],
      );
      const lines = [
        headline(severities, facts),
        ...ruleLines(rules, facts),
        ...shownLines(shown, severities, facts),
      ];
      return `${[...lines, ...footer(facts)].join('\n')}\n`;
    },
  };
}

function headline(severities: ReadonlyMap<string, number>, { limits, paint }: SummaryFacts): string {
  const counts = countsText(severities) || 'no findings';
  return `${paint(counts, 'strong')}${limits === '' ? '' : ` (${limits})`}`;
}

function ruleLines(rules: ReadonlyMap<string, number>, { paint }: SummaryFacts): string[] {
  const listed = RULES.filter(({ id }) => rules.has(id));
  const width = Math.max(0, ...listed.map(({ id }) => displayWidth(id)));
  const lines = listed.map(({ id, severity }) => {
    const n = padLeft(String(rules.get(id)), 7);
    return `${n}  ${paint(pad(severity, 7), TONES[severity])}  ${pad(id, width)}  ${ruleWords(id).zh}`;
  });
  return lines.length === 0 ? [] : ['', ...lines];
}

function shownLines(
  all: readonly StoredFinding[],
  severities: ReadonlyMap<string, number>,
  { paint }: SummaryFacts,
): string[] {
  const shown = all.slice(0, MOST_SHOWN);
  if (shown.length === 0) return [];
  const more = (severities.get('error') ?? 0) + (severities.get('warning') ?? 0) - shown.length;
  let report = '';
  const lines = shown.flatMap((finding) => {
    const { id, agency, year, source } = finding.report;
    const head =
      id === report ? [] : [`  ${paint(oneLine(`${agency} ${year}`), 'strong')}  ${oneLine(source)}`];
    report = id;
    const [zh = '', en = ''] = oneLine(finding.message).split(BETWEEN);
    return [
      ...head,
      `    ${paint(pad(finding.severity, 7), TONES[finding.severity as Severity])}  ${zh}`,
      `             ${en}`,
    ];
  });
  return ['', ...lines, ...(more > 0 ? [`  and ${more} more errors and warnings`] : [])];
}

function footer({ folder, hasTexts }: SummaryFacts): string[] {
  const lines = ['', `Dataset: ${folder} (findings.csv)`];
  if (!hasTexts) {
    lines.push(
      'The dataset does not keep what the running texts say (statements.csv, narratives.csv): not compared.',
    );
  }
  return lines;
}
