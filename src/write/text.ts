/** Text that goes into a CSV cell: control characters, and what a spreadsheet would take for a formula. */

/** A spreadsheet may run a cell that begins with one of these, in half or full width. */
const FORMULA_START = /^['\s]*[=+\-@\t\r\n＝＋－＠]/u;

/** A bare signed number, or nothing but dashes: common in reports, and harmless in a spreadsheet. */
const HARMLESS = /^(?:[-+－＋]?[0-9０-９][0-9０-９,，]*(?:[.．][0-9０-９]+)?[%％]?|[-－]+)$/u;

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const CONTROLS = /[\u0000-\u001f\u007f]+/gu;

const ESCAPED = /^'['\s]*[=+\-@\t\r\n＝＋－＠]/u;

/**
 * Puts `'` before a text that a spreadsheet could run as a formula. Numbers such as `-8` and marks such as `-`
 * stay as printed. A text that already begins with quotes before such a character gets one more, so that
 * {@link restoreText} always finds the original.
 */
export function neutralizeFormula(text: string): string {
  return FORMULA_START.test(text) && !HARMLESS.test(text) ? `'${text}` : text;
}

/** The inverse of {@link neutralizeFormula}, for whoever needs the text exactly as it was. */
export function restoreText(cell: string): string {
  return ESCAPED.test(cell) ? cell.slice(1) : cell;
}

/** One line of running text, safe to open in a spreadsheet: runs of control characters become one blank. */
export function textCell(text: string): string {
  return neutralizeFormula(text.replace(CONTROLS, ' ').trim());
}
