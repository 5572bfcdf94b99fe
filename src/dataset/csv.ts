/** Records of CSV files (RFC 4180), in batches. */

import { parse } from 'csv-parse/sync';
import { RunError } from '../write/run-error.js';
import { lineBatches } from './lines.js';

/**
 * The records of a file, header first, a byte order mark included. A line without quotes is its fields and nothing else, and nearly all are; the others
 * go to the CSV library, joined with the lines their quoted fields run on to.
 * @throws {RunError} when a quote is never closed or stands where none may stand
 */
export async function* recordBatches(path: string): AsyncGenerator<string[][]> {
  let open = '';
  let number = 0;
  for await (const lines of lineBatches(path)) {
    const records: string[][] = [];
    for (const line of lines) {
      number += 1;
      if (open === '' && !line.includes('"')) {
        if (line !== '' && line !== '\r') records.push(withoutReturn(line).split(','));
        continue;
      }
      const whole = open === '' ? line : `${open}\n${line}`;
      open = hasOpenQuote(whole) ? whole : '';
      if (open === '') records.push(quotedRecord(whole, path, number));
    }
    if (records.length > 0) yield records;
  }
  if (open !== '') throw damaged(path, number, 'a quote is not closed');
}

/** Files that went through a spreadsheet end their lines with CR LF. */
const withoutReturn = (line: string): string => (line.endsWith('\r') ? line.slice(0, -1) : line);

function hasOpenQuote(text: string): boolean {
  let quotes = 0;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) quotes += 1;
  return quotes % 2 === 1;
}

function quotedRecord(text: string, path: string, line: number): string[] {
  try {
    const records: string[][] = parse(withoutReturn(text), { relax_column_count: true });
    return records[0] ?? [];
  } catch (error) {
    throw damaged(path, line, (error as Error).message);
  }
}

const damaged = (path: string, line: number, why: string): RunError =>
  new RunError(`${path}, line ${line}: no valid CSV (${why}); write the dataset anew with nianbao extract.`);
