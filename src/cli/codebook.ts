import { Command, Option } from 'commander';
import { type CodeEntry, codebook } from '../form/index.js';
import { displayWidth, pad } from '../write/width.js';

const EXAMPLES = `
Examples:
  $ nianbao codebook
  $ nianbao codebook --format csv > codebook.csv
  $ nianbao codebook --format json`;

interface CodebookOptions {
  readonly format: 'table' | 'csv' | 'json';
}

/** `nianbao codebook`. */
export function codebookCommand(): Command {
  return new Command('codebook')
    .description('print the codes of the dataset with their Chinese and English labels')
    .addOption(
      new Option('--format <format>', 'how to print them').choices(['table', 'csv', 'json']).default('table'),
    )
    .addHelpText('after', EXAMPLES)
    .action(async ({ format }: CodebookOptions) => {
      process.stdout.write(await render(codebook(), format));
    });
}

async function render(entries: readonly CodeEntry[], format: CodebookOptions['format']): Promise<string> {
  switch (format) {
    case 'json':
      return `${JSON.stringify(entries, null, 2)}\n`;
    case 'csv': {
      const { csvLines } = await import('../write/csv.js');
      const rows = entries.map(({ table, axis, code, zh, en }) => [table, axis, code, zh, en]);
      return csvLines([['table', 'axis', 'code', 'zh', 'en'], ...rows]);
    }
    case 'table':
      return table(entries);
  }
}

function table(entries: readonly CodeEntry[]): string {
  const rows = [
    ['table', 'axis', 'code', 'zh', 'en'],
    ...entries.map(({ table, axis, code, zh, en }) => [table, axis, code, zh, en]),
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
