/** A command or option that the help or README does not tell of does not exist for the user. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildProgram } from '../../src/cli/program.js';
import { headerOf } from '../../src/write/schema.js';
import { ROOT, runCli } from '../support/cli.js';

const README = readFileSync(join(ROOT, 'README.md'), 'utf8');
const commands = buildProgram().commands.filter((command) => command.name() !== 'help');

describe.each(commands.map((command) => [command.name(), command] as const))(
  'nianbao %s',
  (name, command) => {
    const help = runCli([name, '--help']);

    test('has help with a description and examples', () => {
      expect(help.code).toBe(0);
      expect(help.stdout).toContain(command.description());
      expect(help.stdout).toMatch(new RegExp(`Examples:[^]*\\$ .*nianbao ${name}`));
    });

    test('stands in the README and has a page with all its options', () => {
      expect(README).toContain(`docs/commands/${name}.md`);
      const page = readFileSync(join(ROOT, `docs/commands/${name}.md`), 'utf8');
      for (const { long, description } of command.options) {
        expect(page).toContain(`${long}`);
        expect(description).not.toBe('');
      }
    });
  },
);

test('--help lists all commands and the exit codes', () => {
  const { code, stdout } = runCli(['--help']);
  expect(code).toBe(0);
  for (const command of commands) expect(stdout).toContain(command.name());
  for (const exitCode of ['0', '1', '2', '3', '130']) {
    expect(stdout).toMatch(new RegExp(`^ {2}${exitCode} +\\S`, 'm'));
    expect(README).toMatch(new RegExp(`^\\| ${exitCode} \\|`, 'm'));
  }
});

test('--version is that of the package', () => {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
  expect(runCli(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
});

test('README stays short and names the columns of reports.csv and applications.csv', () => {
  expect(README.split('\n').length).toBeLessThan(150);
  for (const column of [...headerOf('reports'), ...headerOf('applications')])
    expect(README).toContain(column);
});

test('the commands shown in README and on the pages are understood', () => {
  const pages = commands.map((command) =>
    readFileSync(join(ROOT, `docs/commands/${command.name()}.md`), 'utf8'),
  );
  const shown = [...[README, ...pages].join('\n').matchAll(/^\s*(?:\$ )?npx nianbao (.+)$/gm)].map(
    (match) => match[1] ?? '',
  );
  expect(shown.length).toBeGreaterThan(1);
  for (const line of shown) {
    const [name = '', ...words] = line.replace(/\s+[#|>].*$/, '').split(/\s+/);
    const command = commands.find((candidate) => candidate.name() === name);
    const known = command?.options.map(({ long }) => long) ?? [];
    expect([line, command?.name()]).toEqual([line, name]);
    for (const word of words.filter((text) => text.startsWith('--'))) expect(known).toContain(word);
  }
});
