import { parse } from 'csv-parse/sync';
import { codebook } from '../../src/form/index.js';
import { runCli } from '../support/cli.js';

test('as CSV it is the codebook of the dataset', () => {
  const { code, stdout } = runCli(['codebook', '--format', 'csv']);
  expect(code).toBe(0);
  expect(parse(stdout, { columns: true })).toEqual(codebook().map((entry) => ({ ...entry })));
});

test('as JSON it has the same entries', () => {
  expect(JSON.parse(runCli(['codebook', '--format', 'json']).stdout)).toEqual(codebook());
});

test('as a table its columns stand below each other, Chinese counted as two', () => {
  const lines = runCli(['codebook']).stdout.trimEnd().split('\n');
  expect(lines).toHaveLength(codebook().length + 1);
  const width = (text: string) => [...text].reduce((sum, char) => sum + (char > '\u2e80' ? 2 : 1), 0);
  const column = (line: string, word: string) => width(line.slice(0, line.indexOf(word)));
  const natural = lines.find((line) => line.includes(' natural_person ')) ?? '';
  expect(column(natural, 'natural_person')).toBe(column(lines[0] ?? '', 'code'));
  expect(column(natural, '自然人')).toBe(column(lines[0] ?? '', 'zh'));
});

test('each code once in its column', () => {
  const keys = codebook().map(({ table, axis, code }) => `${table}\t${axis}\t${code}`);
  expect(new Set(keys).size).toBe(keys.length);
});
