import { Command } from 'commander';
import type { ReportOptions } from './options.js';

const EXAMPLES = `
Examples:
  $ nianbao extract reports --out dataset
  $ nianbao report dataset --out site

Open site/index.html in a browser; no server and no network are needed. --out is replaced as a whole; a folder that is
no site of nianbao is refused.

Exit codes:
  0    the site was written
  2    wrong usage, no dataset, or a folder that is not to be replaced; nothing was written
  3    the site could not be written (no space, no permission); the old one stays
  130  interrupted; the old site stays`;

/** `nianbao report`. What it needs is loaded only when it runs, so that --help stays quick. */
export function reportCommand(): Command {
  return new Command('report')
    .description('write a static site of a dataset: findings beside the form, coverage, filters')
    .argument('<dataset>', 'folder of the dataset, as nianbao extract writes it')
    .requiredOption('--out <dir>', 'folder of the site; an old site there is replaced')
    .option('--quiet', 'no summary')
    .addHelpText('after', EXAMPLES)
    .action(async (dataset: string, options: ReportOptions) => {
      const { runReport } = await import('./report-run.js');
      process.exitCode = await runReport(dataset, options);
    });
}
