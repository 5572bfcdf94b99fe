import { availableParallelism } from 'node:os';
import { Command, Option } from 'commander';
import { EXIT_HELP } from './exit-codes.js';
import {
  DEFAULT_MAX_BYTES,
  DEFAULT_TIME_LIMIT,
  type ExtractOptions,
  parseBytes,
  parseJobs,
  parseSeconds,
} from './options.js';

const EXAMPLES = `
Examples:
  A folder with everything below it:
  $ nianbao extract reports --out dataset

  Some files, for a spreadsheet:
  $ nianbao extract a.html b.pdf --out dataset --bom

  A list of paths, in a scheduled job:
  $ find reports -newer dataset | nianbao extract - --out new --log json --quiet

Folders are walked in full. Left out are dot-files, README.md, about.md, expected.csv and *.expected.csv,
and the output folder. Formats are recognised by content: HTML, PDF, DOCX, text, spreadsheets; old Word files and
their like where LibreOffice is installed; a ZIP file stands for the files in it.`;

/** `nianbao extract`. What it needs is loaded only when it runs, so that --help stays quick. */
export function extractCommand(): Command {
  return new Command('extract')
    .description('read reports and write the dataset')
    .argument('<input...>', 'file, folder, or - for a list of paths on standard input, one per line')
    .requiredOption('--out <dir>', 'folder of the dataset; its old files are replaced all at once')
    .option('--strict', 'count partial, no_tables and needs_ocr reports as failures (exit code 1)')
    .addOption(new Option('--log <format>', 'log one line per report on standard error').choices(['json']))
    .option('--no-audit', 'do not look for inconsistencies; nianbao audit can do so later')
    .option('--disable <rule...>', 'leave rules of the audit out; nianbao rules lists them')
    .option('--bom', 'begin CSV files with a byte order mark, for Excel')
    .addOption(
      new Option('--jobs <n>', 'reports read at the same time')
        .argParser(parseJobs)
        .default(availableParallelism(), 'number of processors'),
    )
    .addOption(
      new Option('--time-limit <seconds>', 'give a report up after this time')
        .argParser(parseSeconds)
        .default(parseSeconds(DEFAULT_TIME_LIMIT), DEFAULT_TIME_LIMIT),
    )
    .addOption(
      new Option('--max-bytes <size>', 'do not read files larger than this')
        .argParser(parseBytes)
        .default(parseBytes(DEFAULT_MAX_BYTES), DEFAULT_MAX_BYTES),
    )
    .option('--quiet', 'no progress bar and no summary')
    .addHelpText('after', EXAMPLES + EXIT_HELP)
    .action(async (inputs: string[], options: ExtractOptions) => {
      const { runExtract } = await import('./extract-run.js');
      process.exitCode = await runExtract(inputs, options);
    });
}
