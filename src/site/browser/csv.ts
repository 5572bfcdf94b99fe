/** CSV files made in the browser, as safe in a spreadsheet as those of the dataset. */

import Papa from 'papaparse';
import { textCell } from '../../write/text.js';

/** Makes Excel take the file for UTF-8; people open these downloads in it. */
const BYTE_ORDER_MARK = '\ufeff';

/** RFC 4180 lines, texts that a spreadsheet could run disarmed as in the dataset. */
export function csvText(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const safe = rows.map((row) => row.map(textCell));
  return `${BYTE_ORDER_MARK}${Papa.unparse([[...header], ...safe], { newline: '\n' })}\n`;
}

/** Hands the text over as a file. */
export function saveFile(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), REVOKE_AFTER);
}

/** Browsers begin to read the file after the click; a minute is ample. */
const REVOKE_AFTER = 60_000;
