import { availableParallelism } from 'node:os';
import { Command, Option } from 'commander';
import { EXIT_HELP } from './exit-codes.js';
import { type HarvestCliOptions, parseCount, parseDuration, parseMilliseconds } from './harvest-options.js';
import { DEFAULT_TIME_LIMIT, parseBytes, parseJobs, parseSeconds } from './options.js';

const EXAMPLES = `
Examples:
  What would be fetched:
  $ nianbao harvest sources.csv --store store --dry-run

  A nightly job:
  $ nianbao harvest sources.csv --store store --out dataset --contact you@example.org --max-time 6h --log json --quiet

  The dataset again from the store, without the network:
  $ nianbao harvest sources.csv --store store --out dataset --offline

SOURCES is CSV with at least the columns agency,region_code,kind,url (kind: report, list or query), or YAML.
A run that was interrupted goes on where it was; one over unchanged pages asks only whether they changed.`;

/** What is usual between two requests to a portal of the state. */
const DEFAULT_DELAY = '1000';
const DEFAULT_CONCURRENCY = '16';
const DEFAULT_PER_HOST = '1';
/** Several answers are held in memory at a time, and hosts may be hostile. */
const DEFAULT_ANSWER_BYTES = '50M';

/** `nianbao harvest`. */
export function harvestCommand(): Command {
  return new Command('harvest')
    .description('fetch what is new from portals into a store, and write the dataset of it')
    .argument('[sources]', 'CSV or YAML file that says where reports are published')
    .option('--store <dir>', 'folder of the store; made when it is not there')
    .option('--out <dir>', 'folder of the dataset; its old files are replaced all at once')
    .option('--dry-run', 'show what would be fetched; send nothing, write nothing')
    .option('--offline', 'write the dataset of what the store holds; send nothing')
    .option('--refresh', 'fetch pages in full, also those that say they have not changed')
    .option('--schema', 'print the JSON Schema of the sources file')
    .addOption(
      new Option('--delay <ms>', 'milliseconds between two requests to a host')
        .argParser(parseMilliseconds)
        .default(parseMilliseconds(DEFAULT_DELAY), DEFAULT_DELAY),
    )
    .addOption(
      new Option('--concurrency <n>', 'requests at the same time')
        .argParser(parseCount)
        .default(parseCount(DEFAULT_CONCURRENCY), DEFAULT_CONCURRENCY),
    )
    .addOption(
      new Option('--per-host <n>', 'requests at the same time to one host')
        .argParser(parseCount)
        .default(parseCount(DEFAULT_PER_HOST), DEFAULT_PER_HOST),
    )
    .option('--contact <text>', 'address or page by which portals can reach you; part of the User-Agent')
    .option('--user-agent <text>', 'the whole User-Agent')
    .option('--allow-private-hosts', 'also fetch from private, loopback and link-local addresses')
    .addOption(
      new Option(
        '--max-time <time>',
        'end the run after this time, such as 90s, 30m or 6h; the next one goes on',
      ).argParser(parseDuration),
    )
    .addOption(
      new Option(
        '--max-total <size>',
        'end the run after so many bytes, such as 2G; the next one goes on',
      ).argParser(parseBytes),
    )
    .addOption(
      new Option('--max-bytes <size>', 'do not take answers larger than this, after decompression')
        .argParser(parseBytes)
        .default(parseBytes(DEFAULT_ANSWER_BYTES), DEFAULT_ANSWER_BYTES),
    )
    .addOption(
      new Option('--timeout <seconds>', 'give an answer up after this time')
        .argParser(parseSeconds)
        .default(parseSeconds(DEFAULT_TIME_LIMIT), DEFAULT_TIME_LIMIT),
    )
    .addOption(
      new Option('--time-limit <seconds>', 'give the reading of a report up after this time')
        .argParser(parseSeconds)
        .default(parseSeconds(DEFAULT_TIME_LIMIT), DEFAULT_TIME_LIMIT),
    )
    .addOption(
      new Option('--jobs <n>', 'reports read at the same time')
        .argParser(parseJobs)
        .default(availableParallelism(), 'number of processors'),
    )
    .option('--strict', 'count partial, no_tables and needs_ocr reports as failures (exit code 1)')
    .addOption(new Option('--log <format>', 'log one line per report on standard error').choices(['json']))
    .option('--no-audit', 'do not look for totals that do not add up')
    .option('--bom', 'begin CSV files with a byte order mark, for Excel')
    .option('--quiet', 'no progress bar and no summary')
    .addHelpText('after', EXAMPLES + EXIT_HELP)
    .action(async (sources: string | undefined, options: HarvestCliOptions) => {
      const { runHarvest } = await import('./harvest-run.js');
      process.exitCode = await runHarvest(sources, options);
    });
}
