import { Command, CommanderError } from 'commander';
import { RunError } from '../write/run-error.js';
import { auditCommand } from './audit.js';
import { codebookCommand } from './codebook.js';
import { EXIT, EXIT_HELP, UsageError } from './exit-codes.js';
import { explainCommand } from './explain.js';
import { exportCommand } from './export.js';
import { extractCommand } from './extract.js';
import { harvestCommand } from './harvest.js';
import { packageVersion } from './package-version.js';
import { reportCommand } from './report.js';
import { rulesCommand } from './rules.js';
import { statusCommand } from './status.js';

const EXAMPLES = `
Examples:
  $ nianbao extract reports --out dataset
  $ nianbao audit dataset
  $ nianbao harvest sources.csv --store store --out dataset
  $ nianbao status --store store
  $ nianbao explain report.pdf
  $ nianbao report dataset --out site
  $ nianbao codebook
  $ nianbao rules
  $ nianbao help extract`;

/** The whole command line; also read by the test that looks for undocumented options. */
export function buildProgram(): Command {
  const program = new Command('nianbao')
    .description(
      'Turns Chinese annual reports on government information disclosure\n(政府信息公开工作年度报告) into one normalized dataset.',
    )
    .version(packageVersion(), '--version', 'print the version')
    .helpOption('--help', 'print this help')
    .addHelpText('after', EXAMPLES + EXIT_HELP)
    .showHelpAfterError('(add --help for help)');
  const commands = [
    extractCommand(),
    auditCommand(),
    reportCommand(),
    explainCommand(),
    harvestCommand(),
    statusCommand(),
    exportCommand(),
    rulesCommand(),
    codebookCommand(),
  ];
  for (const command of commands) program.addCommand(command.copyInheritedSettings(program));
  return program;
}

/** Runs the command line and sets the exit code of the process. */
export async function runCli(argv: readonly string[]): Promise<void> {
  const program = buildProgram();
  process.stdout.on('error', endQuietly);
  for (const command of [program, ...program.commands]) command.exitOverride();
  try {
    await program.parseAsync(argv);
  } catch (error) {
    process.exitCode = exitCodeOf(error);
  }
}

/** Whoever reads may have had enough (`| head`): that is no fault. */
function endQuietly(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}

function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  if (error instanceof UsageError) {
    process.stderr.write(`error: ${error.message}\n`);
    return EXIT.usage;
  }
  if (error instanceof RunError) {
    process.stderr.write(`error: ${error.message}\n`);
    return EXIT.runFailed;
  }
  process.stderr.write(
    `error: a fault of nianbao; please report it\n${(error as Error).stack ?? String(error)}\n`,
  );
  return EXIT.runFailed;
}
