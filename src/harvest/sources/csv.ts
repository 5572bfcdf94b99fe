/** Sources as CSV: one line each, columns by name. */

import { CsvError, parse } from 'csv-parse/sync';
import { faultsOf, toSource } from './check.js';
import { REQUIRED_FIELDS, SOURCE_FIELDS, type SourceField } from './schema.js';
import type { Source, SourceList, SourceProblem } from './types.js';

const NUMBERS: ReadonlySet<string> = new Set<SourceField>([
  'year_from',
  'year_to',
  'delay',
  'max_depth',
  'max_pages',
]);

interface Row {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/** Reads a CSV file; lines that begin with # and empty lines are passed over. */
export function parseCsvSources(text: string): SourceList {
  let rows: Row[];
  try {
    rows = parse(text, {
      bom: true,
      info: true,
      comment: '#',
      comment_no_infix: true,
      skip_empty_lines: true,
      relax_column_count: true,
      trim: true,
    }) as unknown as Row[];
  } catch (error) {
    return { sources: [], problems: [syntaxProblem(error)] };
  }
  const [head, ...body] = rows;
  if (head === undefined)
    return { sources: [], problems: [{ line: 1, column: 0, message: 'the file is empty' }] };
  const problems = headProblems(head);
  return problems.length > 0 ? { sources: [], problems } : readRows(head.record, body);
}

function syntaxProblem(error: unknown): SourceProblem {
  const line = error instanceof CsvError ? Number((error as unknown as { lines?: number }).lines ?? 1) : 1;
  return { line, column: 0, message: `not well-formed CSV: ${(error as Error).message}` };
}

function headProblems({ record, info }: Row): SourceProblem[] {
  const at = (message: string): SourceProblem => ({ line: info.lines, column: 0, message });
  const known = new Set<string>(SOURCE_FIELDS);
  return [
    ...REQUIRED_FIELDS.filter((name) => !record.includes(name)).map((name) =>
      at(
        `the column ${name} is missing; the first line must name the columns, at least ${REQUIRED_FIELDS.join(',')}`,
      ),
    ),
    ...record
      .filter((name, place) => !known.has(name) || record.indexOf(name) !== place)
      .map((name) =>
        at(`column ${JSON.stringify(name)} is unknown or doubled; known are ${SOURCE_FIELDS.join(', ')}`),
      ),
  ];
}

function readRows(names: readonly string[], rows: readonly Row[]): SourceList {
  const sources: Source[] = [];
  const problems: SourceProblem[] = [];
  for (const { record, info } of rows) {
    // A quoted field may hold line ends; `lines` counts to the end of the record.
    const line = info.lines - record.join('').split('\n').length + 1;
    const { value, faults } = recordValue(names, record);
    const all = faults.length > 0 ? faults : faultsOf(value);
    problems.push(...all.map(({ field, message }) => ({ line, column: names.indexOf(field) + 1, message })));
    if (all.length === 0) sources.push(toSource(line, value));
  }
  if (sources.length + problems.length === 0)
    problems.push({ line: 1, column: 0, message: 'the file names no source' });
  return { sources, problems };
}

type Fault = ReturnType<typeof faultsOf>[number];

function recordValue(
  names: readonly string[],
  record: readonly string[],
): { value: Record<string, unknown>; faults: Fault[] } {
  if (record.length > names.length) {
    const message = `${record.length} fields under ${names.length} columns; put quotes around a field that holds a comma`;
    return { value: {}, faults: [{ field: '', message }] };
  }
  const value: Record<string, unknown> = {};
  const faults: Fault[] = [];
  for (const [place, name] of names.entries()) {
    const text = record[place] ?? '';
    if (text === '' && name !== 'agency' && name !== 'url' && name !== 'kind') continue;
    try {
      value[name] = fieldValue(name, text);
    } catch {
      faults.push({ field: name, message: `${name} is ${JSON.stringify(text)}; expected a JSON object` });
    }
  }
  return { value, faults };
}

/** Throws for an object that is no JSON. */
function fieldValue(name: string, text: string): unknown {
  if (NUMBERS.has(name)) return /^-?\d+$/.test(text) ? Number(text) : text;
  if (name !== 'headers' && name !== 'params') return text;
  if (name === 'params' && !text.startsWith('{')) return Object.fromEntries(new URLSearchParams(text));
  return JSON.parse(text);
}
