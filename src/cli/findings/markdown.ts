/** For mail, issues and wikis: report by report, then the counts. */

import { count, countsText } from '../summary.js';
import type { FindingFormat } from './format.js';
import { ruleWords } from './words.js';

const SPECIAL = /[\\`*_{}[\]<>|#]/g;

/** Text of a report as text: no markup, one line. */
const escaped = (text: string): string =>
  text.replace(/\p{Cc}+/gu, ' ').replace(SPECIAL, (char) => `\\${char}`);

export function markdownFormat(): FindingFormat {
  const severities = new Map<string, number>();
  const rules = new Map<string, number>();
  let report = '';
  return {
    begin: () => '# Findings\n',
    finding: (finding) => {
      count(severities, finding.severity);
      count(rules, finding.rule);
      const isNew = finding.report.id !== report;
      report = finding.report.id;
      const head = isNew ? heading(finding.report) : '';
      return `${head}- **${finding.severity}** \`${finding.rule}\` ${escaped(finding.message)}\n`;
    },
    end: () => (rules.size === 0 ? '\nNo findings.\n' : totals(severities, rules)),
  };
}

function heading({ agency, year, source }: { agency: string; year: string; source: string }): string {
  const title = escaped([agency, year].filter((part) => part !== '').join(' ')) || 'Report';
  return `\n## ${title}\n\n${escaped(source)}\n\n`;
}

function totals(severities: ReadonlyMap<string, number>, rules: ReadonlyMap<string, number>): string {
  const rows = [...rules].map(
    ([rule, n]) => `| \`${rule}\` | ${n} | ${escaped(ruleWords(rule).zh)} / ${escaped(ruleWords(rule).en)} |`,
  );
  return `\n## Total: ${countsText(severities)}\n\n| rule | findings | |\n|---|---|---|\n${rows.join('\n')}\n`;
}
