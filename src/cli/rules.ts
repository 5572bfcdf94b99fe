import { Command } from 'commander';
import { RULES } from '../audit/index.js';
import { formatOption, type ListFormat, listing } from './listing.js';

const EXAMPLES = `
Examples:
  $ nianbao rules
  $ nianbao rules --format csv > rules.csv
  $ nianbao rules --format json`;

/** `nianbao rules`: what a finding quotes, and how grave it is. */
export function rulesCommand(): Command {
  return new Command('rules')
    .description('list the rules of the audit')
    .addOption(formatOption())
    .addHelpText('after', EXAMPLES)
    .action(async ({ format }: { readonly format: ListFormat }) => {
      const every = format === 'table' ? '*' : '';
      const rows = RULES.map(({ id, table, severity, zh, en }) => [id, table || every, severity, zh, en]);
      process.stdout.write(
        await listing({ header: ['rule', 'table', 'severity', 'zh', 'en'], rows, entries: RULES }, format),
      );
    });
}
