import { Command, Option } from 'commander';
import {
  DEFAULT_MAX_BYTES,
  DEFAULT_TIME_LIMIT,
  type ExplainOptions,
  parseBytes,
  parseSeconds,
} from './options.js';

const EXAMPLES = `
Examples:
  $ nianbao explain report.pdf
  $ nianbao explain report.pdf --item granted denied_state_secret
  $ nianbao explain report.html --table remedies --format json
  $ nianbao explain report.docx --format html --out report.explained.html

The codes of --item are those of the columns item and path; nianbao codebook lists them.

Exit codes:
  0  the report was explained
  1  the report could not be read
  2  wrong usage
  3  --out could not be written`;

/** `nianbao explain`. What it needs is loaded only when it runs, so that --help stays quick. */
export function explainCommand(): Command {
  return new Command('explain')
    .description('show for one report where each value comes from and why it is what it is')
    .argument('<report>', 'file of the report')
    .option('--item <code...>', 'only these rows of the form')
    .addOption(
      new Option('--table <table>', 'only this table of the form').choices([
        'proactive',
        'applications',
        'remedies',
      ]),
    )
    .addOption(
      new Option('--format <format>', 'html: the report beside the form, in one page')
        .choices(['text', 'html', 'json'])
        .default('text'),
    )
    .option('--out <file>', 'write to this file instead of standard output')
    .addOption(
      new Option('--time-limit <seconds>', 'give the report up after this time')
        .argParser(parseSeconds)
        .default(parseSeconds(DEFAULT_TIME_LIMIT), DEFAULT_TIME_LIMIT),
    )
    .addOption(
      new Option('--max-bytes <size>', 'do not read a file larger than this')
        .argParser(parseBytes)
        .default(parseBytes(DEFAULT_MAX_BYTES), DEFAULT_MAX_BYTES),
    )
    .addHelpText('after', EXAMPLES)
    .action(async (report: string, options: ExplainOptions) => {
      const { runExplain } = await import('./explain-run.js');
      process.exitCode = await runExplain(report, options);
    });
}
