/** Spreadsheets: XLSX, XLS and WPS's ET, ODS. Each visible sheet gives its paragraphs and tables in order. */

import type { WorkBook, WorkSheet } from '@e965/xlsx';
import type { Document, MediaType } from '../../model/document.js';
import { ReadError } from '../../model/errors.js';
import { BlockList } from '../blocks.js';
import { addRows } from './blocks.js';
import { visibleRows } from './rows.js';

/** A report fills some 60 rows; a sheet that claims more than this is formatted to its end, or is no report. */
const MAX_ROWS = 5000;

/**
 * Reads a workbook. Cells have the text that the sheet shows, number formats applied; hidden sheets, rows and columns
 * are left out.
 * @throws ReadError `encrypted` or `damaged`
 */
export async function readSheet(bytes: Uint8Array, mediaType: MediaType): Promise<Document> {
  const book = await openBook(bytes, mediaType === 'application/vnd.ms-excel');
  const blocks = new BlockList();
  for (const sheet of visibleSheets(book)) addRows(visibleRows(sheet), blocks);
  const title = book.Props?.Title ?? '';
  return {
    mediaType,
    blocks: blocks.blocks,
    metadata: title === '' ? { tags: {} } : { title, tags: {} },
    pictures: { embedded: 0, linked: 0 },
  };
}

async function openBook(bytes: Uint8Array, isOld: boolean): Promise<WorkBook> {
  const { read, set_cptable } = await import('@e965/xlsx');
  // Before 1997 Excel wrote texts in the code page of the machine.
  if (isOld) set_cptable(await import('@e965/xlsx/dist/cpexcel.full.mjs'));
  try {
    return read(bytes, {
      type: 'array',
      dense: true,
      cellFormula: false,
      cellNF: true,
      cellHTML: false,
      cellStyles: true,
      sheetRows: MAX_ROWS,
    });
  } catch (cause) {
    throw sheetError(cause);
  }
}

function sheetError(cause: unknown): ReadError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  if (/password|encrypt/i.test(reason)) {
    const message = 'The spreadsheet is protected by a password; save a copy without it.';
    return new ReadError('encrypted', message, { cause });
  }
  const message = `The spreadsheet cannot be read (${reason}); open it in Excel or WPS and save it again as XLSX.`;
  return new ReadError('damaged', message, { cause });
}

function visibleSheets({ SheetNames, Sheets, Workbook }: WorkBook): WorkSheet[] {
  return SheetNames.flatMap((name, at) => {
    const sheet = Sheets[name];
    return sheet === undefined || (Workbook?.Sheets?.[at]?.Hidden ?? 0) > 0 ? [] : [sheet];
  });
}
