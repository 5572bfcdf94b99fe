import { Command, Option } from 'commander';
import { RULES, type Rule } from '../audit/index.js';
import { displayWidth, pad } from '../write/width.js';

const EXAMPLES = `
Examples:
  $ nianbao rules
  $ nianbao rules --format json`;

/** `nianbao rules`. */
export function rulesCommand(): Command {
  return new Command('rules')
    .description('list the rules of the audit')
    .addOption(
      new Option('--format <format>', 'how to print them').choices(['table', 'json']).default('table'),
    )
    .addHelpText('after', EXAMPLES)
    .action(({ format }: { readonly format: 'table' | 'json' }) => {
      process.stdout.write(format === 'json' ? `${JSON.stringify(RULES, null, 2)}\n` : table(RULES));
    });
}

/** One rule a line: what a finding quotes, and how grave it is. */
function table(rules: readonly Rule[]): string {
  const rows = [
    ['rule', 'table', 'severity', 'zh', 'en'],
    ...rules.map(({ id, table, severity, zh, en }) => [id, table || '*', severity, zh, en]),
  ];
  const widths = [0, 1, 2, 3].map((column) =>
    Math.max(...rows.map((row) => displayWidth(row[column] ?? ''))),
  );
  const line = (row: readonly string[]): string =>
    row
      .map((text, column) => pad(text, widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  return `${rows.map(line).join('\n')}\n`;
}
