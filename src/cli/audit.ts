import { Command, Option } from 'commander';
import { SEVERITIES } from '../model/finding.js';
import { type AuditCommandOptions, parseSince } from './audit-options.js';

const EXAMPLES = `
Examples:
  $ nianbao audit dataset
  Without one of the rules, for a table:
  $ nianbao audit dataset --disable years_jump --format csv > found.csv
  A scheduled job that fails when something new is wrong:
  $ nianbao audit dataset --baseline last/findings.csv --fail-on warning --format markdown

Exit codes:
  0  audited, whatever was found, unless --fail-on says otherwise
  1  a finding that is printed is as grave as --fail-on or graver
  2  wrong usage, or the folder is no dataset; nothing was written
  3  a file or column of the dataset is missing, or it cannot be written; it stays as it was`;

/** `nianbao audit`. What it needs is loaded only when it runs, so that --help stays quick. */
export function auditCommand(): Command {
  return new Command('audit')
    .description('look for inconsistencies in a dataset and write its findings.csv')
    .argument('[dataset]', 'folder that nianbao extract wrote')
    .option('--disable <rule...>', 'leave rules out; nianbao rules lists them')
    .addOption(
      new Option('--fail-on <severity>', 'exit code 1 when a finding that is printed is so grave, or graver')
        .choices([...SEVERITIES.slice(0, 2), 'none'])
        .default('none'),
    )
    .addOption(
      new Option(
        '--since <date>',
        'print findings of reports published on that day (or in that year) or later',
      ).argParser(parseSince),
    )
    .option('--baseline <file>', 'print only findings that are not in this older findings.csv')
    .addOption(
      new Option('--format <format>', 'how to print them')
        .choices(['summary', 'csv', 'json', 'sarif', 'markdown'])
        .default('summary'),
    )
    .addHelpText('after', EXAMPLES)
    .action(async (folder: string | undefined, options: AuditCommandOptions) => {
      const { runAudit } = await import('./audit-run.js');
      process.exitCode = await runAudit(folder, options);
    });
}
