import { Command } from 'commander';
import { codebook } from '../form/index.js';
import { formatOption, type ListFormat, listing } from './listing.js';

const EXAMPLES = `
Examples:
  $ nianbao codebook
  $ nianbao codebook --format csv > codebook.csv
  $ nianbao codebook --format json`;

/** `nianbao codebook`. */
export function codebookCommand(): Command {
  return new Command('codebook')
    .description('print the codes of the dataset with their Chinese and English labels')
    .addOption(formatOption())
    .addHelpText('after', EXAMPLES)
    .action(async ({ format }: { readonly format: ListFormat }) => {
      const entries = codebook();
      const rows = entries.map(({ table, axis, code, zh, en }) => [table, axis, code, zh, en]);
      process.stdout.write(
        await listing({ header: ['table', 'axis', 'code', 'zh', 'en'], rows, entries }, format),
      );
    });
}
