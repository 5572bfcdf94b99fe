import { Command } from 'commander';

const EXAMPLES = `
Examples:
  $ nianbao export --store store --warc reports.warc.gz`;

interface ExportOptions {
  readonly store: string;
  readonly warc: string;
}

/** `nianbao export`. */
export function exportCommand(): Command {
  return new Command('export')
    .description('write everything a store has fetched to a WARC file')
    .requiredOption('--store <dir>', 'folder of the store')
    .requiredOption('--warc <file>', 'file to write; compressed when its name ends in .gz')
    .addHelpText('after', EXAMPLES)
    .action(async (options: ExportOptions) => {
      const { runExport } = await import('./export-run.js');
      runExport(options);
    });
}
