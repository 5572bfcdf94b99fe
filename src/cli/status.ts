import { Command } from 'commander';
import { RunError } from '../write/run-error.js';

const EXAMPLES = `
Examples:
  $ nianbao status --store store
  $ nianbao status --store store --json | jq .failures`;

/** `nianbao status`. */
export function statusCommand(): Command {
  return new Command('status')
    .description('show what a store holds: reports by agency and year, and what failed')
    .requiredOption('--store <dir>', 'folder of the store')
    .option('--json', 'print it as JSON')
    .addHelpText('after', EXAMPLES)
    .action(async ({ store, json }: { readonly store: string; readonly json?: true }) => {
      const { storeStatus } = await import('../collect/index.js');
      const { statusText } = await import('./status-text.js');
      try {
        const status = storeStatus(store);
        process.stdout.write(json === true ? `${JSON.stringify(status, null, 2)}\n` : statusText(status));
      } catch (error) {
        if ((error as Error).name === 'StoreError') throw new RunError((error as Error).message);
        throw error;
      }
    });
}
