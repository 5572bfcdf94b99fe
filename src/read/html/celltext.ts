import { type CellText, LineCollector } from '../celllines.js';
import { tidy } from '../whitespace.js';
import { type DomElement, isElement, rawText, type Step, walk } from './dom.js';
import { APART, isBlock, SILENT } from './names.js';
import type { Presenter } from './presentation.js';

const HIDDEN_INPUTS = new Set(['hidden', 'button', 'submit', 'reset', 'image', 'checkbox', 'radio', 'file']);

/**
 * The text of a table cell. Inline elements add no blanks, as label cells are often chopped into one `span` per
 * character; lines are joined by `joinLines`.
 * @param isDataTable tells a nested table that makes the outer one layout
 * @returns null when such a nested table stands in the cell
 */
export function readCell(
  cell: DomElement,
  presenter: Presenter,
  isDataTable: (element: DomElement) => boolean,
): CellText | null {
  const plain = onlyText(cell, presenter, isDataTable);
  if (plain !== null) return { text: plain, lines: plain === '' ? 0 : 1 };
  const collector = new LineCollector();
  let nested = false;
  let control = '';
  const enter = (element: DomElement): Step => {
    if (element.name === 'br') collector.endLine();
    control ||= controlValue(element);
    if (SILENT.has(element.name) || element.name === 'textarea') return 'over';
    const presentation = presenter.of(element);
    if (presentation.visibility !== 'shown') return 'over';
    if (isDataTable(element)) nested = true;
    if (APART.has(element.name)) collector.partNumbers();
    if (isBlock(element, presentation)) collector.endLine();
    return 'into';
  };
  const leave = (element: DomElement): void => {
    if (APART.has(element.name)) collector.partNumbers();
    if (isBlock(element, presenter.of(element))) collector.endLine();
  };
  walk(cell, { text: (data) => collector.add(data), enter, leave, done: () => nested });
  if (nested) return null;
  const printed = collector.finish();
  return printed.text === '' ? { text: tidy(control), lines: 1 } : printed;
}

/** The common case of a cell with one text, perhaps in a `p`, a `span` and a `font`, without a walk. */
function onlyText(
  cell: DomElement,
  presenter: Presenter,
  isDataTable: (element: DomElement) => boolean,
): string | null {
  let element = cell;
  for (;;) {
    const only = element.children[0];
    if (only === undefined) return '';
    if (element.children.length > 1) return null;
    if (only.type === 'text') return tidy(only.data ?? '');
    if (!isElement(only) || SILENT.has(only.name) || only.name === 'textarea') return null;
    if (presenter.of(only).visibility !== 'shown') return '';
    if (isDataTable(only)) return null;
    element = only;
  }
}

/** What a form control shows: its value, or the selected (else the first) option. */
function controlValue(element: DomElement): string {
  const { name, attribs } = element;
  if (name === 'input')
    return HIDDEN_INPUTS.has((attribs.type ?? '').toLowerCase()) ? '' : (attribs.value ?? '');
  if (name === 'textarea') return rawText(element);
  if (name !== 'select') return '';
  const options = element.children.filter(isElement).filter((child) => child.name === 'option');
  const chosen = options.find((option) => option.attribs.selected !== undefined) ?? options[0];
  return chosen === undefined ? '' : rawText(chosen);
}
