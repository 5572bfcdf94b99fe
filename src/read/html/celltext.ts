import { type CellText, LineCollector, oneLine } from '../celllines.js';
import { tidy } from '../whitespace.js';
import { type DomElement, isElement, rawText, type Step, walk } from './dom.js';
import { isBlock, markOf, SILENT } from './names.js';
import type { Mark, Presenter } from './presentation.js';

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
  if (plain !== null) return oneLine(plain);
  const collector = new LineCollector();
  let nested = false;
  let control = '';
  const marks = new OpenMarks();
  const enter = (element: DomElement): Step => {
    if (element.name === 'br') collector.endLine();
    control ||= controlValue(element);
    if (SILENT.has(element.name) || element.name === 'textarea') return 'over';
    const presentation = presenter.of(element);
    if (presentation.visibility !== 'shown') return 'over';
    if (isDataTable(element)) nested = true;
    if (marks.open(element, markOf(element, presentation))) collector.partNumbers();
    if (isBlock(element, presentation)) collector.endLine();
    return 'into';
  };
  const leave = (element: DomElement): void => {
    if (marks.close(element)) collector.partNumbers();
    if (isBlock(element, presenter.of(element))) collector.endLine();
  };
  const text = (data: string): void => {
    if (marks.innermost === 'struck') collector.strike(data);
    else if (marks.innermost === 'raised') collector.raise(data);
    else collector.add(data);
  };
  walk(cell, { text, enter, leave, done: () => nested });
  if (nested) return null;
  const printed = collector.finish();
  return printed.text === '' ? { text: tidy(control), lines: [] } : printed;
}

/** The marks that are open where a walk stands; struck text stays struck whatever stands in it. */
export class OpenMarks {
  private readonly opened: { readonly element: DomElement; readonly mark: Mark }[] = [];

  get innermost(): Mark {
    return this.opened.at(-1)?.mark ?? null;
  }

  /** Whether the element is marked. */
  open(element: DomElement, mark: Mark): boolean {
    if (mark === null) return false;
    this.opened.push({ element, mark: this.innermost === 'struck' ? 'struck' : mark });
    return true;
  }

  close(element: DomElement): boolean {
    if (this.opened.at(-1)?.element !== element) return false;
    this.opened.pop();
    return true;
  }
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
    const presentation = presenter.of(only);
    if (presentation.visibility !== 'shown') return '';
    if (markOf(only, presentation) !== null) return null;
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
