/** Rows of a CSV file of the dataset, as a stream. */

import { createReadStream } from 'node:fs';
import Papa from 'papaparse';
import { DatasetError } from './dataset-error.js';

/** Gives the fields of the current row by column name; a column that the file does not have is empty. */
export type Row<Column extends string> = (column: Column) => string;

/** Large enough that the calls cost nothing, small enough that memory stays flat. */
const CHUNK_BYTES = 512 * 1024;

/**
 * Calls `onRow` for each row of the file. Throws {@link DatasetError} when one of `required` is no column of it, or when
 * a row is not CSV.
 */
export async function readRows<Column extends string>(
  path: string,
  required: readonly Column[],
  onRow: (row: Row<Column>) => void,
): Promise<void> {
  let columns: ReadonlyMap<string, number> | undefined;
  let current: readonly string[] = [];
  let line = 0;
  const row: Row<Column> = (column) => current[columns?.get(column) ?? -1] ?? '';
  await parse(path, (fields) => {
    line++;
    if (columns === undefined) {
      columns = columnsOf(fields, required, path);
      return;
    }
    if (fields.length !== columns.size) {
      throw new DatasetError(
        `${path}: row ${line} has ${fields.length} fields, the header has ${columns.size}.`,
      );
    }
    current = fields;
    onRow(row);
  });
  if (columns === undefined)
    throw new DatasetError(`${path} is empty; a dataset has a header row in each file.`);
}

function columnsOf(
  header: readonly string[],
  required: readonly string[],
  path: string,
): Map<string, number> {
  const columns = new Map(header.map((name, at) => [name, at]));
  const missing = required.filter((name) => !columns.has(name));
  if (missing.length > 0) throw new DatasetError(`${path} has no column ${missing.join(', ')}.`);
  return columns;
}

async function parse(path: string, onFields: (fields: readonly string[]) => void): Promise<void> {
  const stream = createReadStream(path, { highWaterMark: CHUNK_BYTES }).setEncoding('utf8');
  try {
    await new Promise<void>((resolve, reject) => {
      stream.once('error', reject);
      Papa.parse<string[]>(stream, {
        delimiter: ',',
        skipEmptyLines: true,
        beforeFirstChunk: (chunk) => chunk.replace(/^\ufeff/, ''),
        chunk: ({ data, errors }) => {
          try {
            const [fault] = errors;
            if (fault)
              throw new DatasetError(`${path} is not CSV: ${fault.message} (row ${(fault.row ?? 0) + 1}).`);
            for (const fields of data) onFields(fields);
          } catch (error) {
            reject(error);
          }
        },
        complete: () => resolve(),
        error: reject,
      });
    });
  } finally {
    stream.destroy();
  }
}
