import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type ParseArgsConfig, parseArgs } from 'node:util';

type Options = NonNullable<ParseArgsConfig['options']>;
type Values<T extends Options> = ReturnType<typeof parseArgs<{ options: T }>>['values'];

const WRONG_USAGE = 2;

/**
 * The options of a script. `--help` prints the doc comment that says how to call it, the first of its file that names
 * `npm run` or `tsx`; an option it does not know ends it with exit code 2 and that text.
 */
export function optionsOf<T extends Options>(script: string, options: T): Values<T> {
  if (process.argv.slice(2).includes('--help')) {
    process.stdout.write(`${usageOf(script)}\n`);
    process.exit(0);
  }
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${usageOf(script)}\n`);
    process.exit(WRONG_USAGE);
  }
}

function usageOf(script: string): string {
  const comments = readFileSync(fileURLToPath(script), 'utf8').match(/\/\*\*[\s\S]*?\*\//g) ?? [];
  const usage = comments.find((comment) => /npm run|tsx/.test(comment)) ?? '';
  return usage
    .replace(/^\/\*\*|\*\/$/g, '')
    .replace(/^[ \t]*\* ?/gm, '')
    .trim();
}
