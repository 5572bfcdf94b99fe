import type { Grid } from '../blocks.js';
import { type CellText, oneLine } from '../celllines.js';
import { isLayout } from '../layout.js';
import { STRUCK_MARK } from '../marks.js';
import { severalLines, unstacked } from '../stacked.js';
import { tidy } from '../whitespace.js';
import { readCell } from './celltext.js';
import { type DomElement, isElement, rawText } from './dom.js';
import { type MarkupCell, parseSpan, resolveGrid } from './grid.js';
import { type Area, areaOf, isGrid, overlap } from './grid-areas.js';
import { columnName, type ReadRow, withNamedColumns } from './named-cells.js';
import { SILENT, type TablePart, tablePart } from './names.js';
import type { Presenter } from './presentation.js';

export interface DataTable {
  readonly grid: Grid;
  readonly caption: string;
}

interface Part {
  readonly element: DomElement;
  readonly part: TablePart;
}

/** Decides once for every table of a page whether it holds data or only arranges the page. */
export class TableReader {
  private readonly known = new Map<DomElement, DataTable | null>();

  constructor(private readonly presenter: Presenter) {}

  /** Reads the tables from the innermost outwards, so that no step needs to recur. */
  prepare(tables: readonly DomElement[]): void {
    for (let i = tables.length - 1; i >= 0; i -= 1) {
      const table = tables[i];
      if (table !== undefined && !this.known.has(table)) this.known.set(table, this.read(table));
    }
  }

  /** The data of a table, or null when the element is no table or arranges the page. */
  dataOf(element: DomElement): DataTable | null {
    return this.known.get(element) ?? null;
  }

  private read(table: DomElement): DataTable | null {
    if (isGrid(table)) return this.placed(table);
    const read = this.rowsOf(table);
    if (read === null || read.length === 0) return null;
    const rows = withNamedColumns(read);
    if (isLayout(rows.map(({ texts }) => texts))) return null;
    const grid = unstacked(resolveGrid(rows));
    return grid.colCount < 2 ? null : { grid, caption: this.captionOf(table) };
  }

  /** A grid all of whose children are placed by their styles; null for one that only arranges the page. */
  private placed(table: DomElement): DataTable | null {
    const children = this.parts(table);
    const cells: (Area & CellText)[] = [];
    for (const { element } of children.length < FEWEST_PLACED ? [] : children) {
      const area = areaOf(element);
      const text = area === null ? null : this.readCell(element);
      if (area === null || text === null) return null;
      cells.push({ ...area, ...text });
    }
    if (cells.length === 0 || cells.some(isTooLarge) || overlap(cells)) return null;
    const rowCount = Math.max(...cells.map(({ row, rowSpan }) => row + rowSpan));
    const colCount = Math.max(...cells.map(({ col, colSpan }) => col + colSpan));
    cells.sort((a, b) => a.row - b.row || a.col - b.col);
    const lined = cells.map((cell) => ({ ...cell, lines: severalLines(cell) }));
    return { grid: unstacked({ rowCount, colCount, cells: lined }), caption: '' };
  }

  /** Null when a cell holds a table of its own, or when text stands outside all cells. */
  private rowsOf(table: DomElement): ReadRow[] | null {
    const rows: ReadRow[] = [];
    let group = 0;
    const sections = this.sections(table);
    if (sections.length > 0 && sections.every(({ part }) => part === 'cell')) return this.singleRow(table);
    for (const { element, part } of sections) {
      if (part === 'row') {
        const row = this.readRow(element, group);
        if (row === null) return null;
        rows.push(row);
      } else if (part === 'group') {
        group += 1;
        for (const child of this.parts(element)) {
          const row = child.part === 'row' ? this.readRow(child.element, group) : null;
          if (row !== null) rows.push(row);
          else if (child.part === 'row' || hasText(child.element)) return null;
        }
        group += 1;
      } else if (part !== 'caption' && hasText(element)) return null;
    }
    return rows;
  }

  /** Cells without a row around them, as `display: table-cell` allows. */
  private singleRow(table: DomElement): ReadRow[] | null {
    const row = this.readRow(table, 0);
    return row === null ? null : [row];
  }

  /** Row groups as they are displayed: header first, footer last. */
  private sections(table: DomElement): Part[] {
    const parts = this.parts(table);
    const rank = ({ element }: Part): number =>
      element.name === 'thead' ? 0 : element.name === 'tfoot' ? 2 : 1;
    return parts.sort((a, b) => rank(a) - rank(b));
  }

  /** Visible element children with the part they play. */
  private parts(parent: DomElement): Part[] {
    const parts: Part[] = [];
    for (const child of parent.children) {
      if (!isElement(child) || SILENT.has(child.name)) continue;
      const { visibility, display } = this.presenter.of(child);
      if (visibility !== 'gone') parts.push({ element: child, part: tablePart(child, display) });
    }
    return parts;
  }

  private readRow(row: DomElement, group: number): ReadRow | null {
    const cells: MarkupCell[] = [];
    const texts: CellText[] = [];
    const names: string[] = [];
    const rowUnseen = this.presenter.of(row).visibility === 'unseen';
    for (const { element } of this.parts(row)) {
      const { visibility, mark } = this.presenter.of(element);
      const unseen = rowUnseen || visibility === 'unseen';
      const read = unseen ? oneLine('') : this.readCell(element);
      if (read === null) return null;
      cells.push({
        text: mark === 'struck' && read.text !== '' ? STRUCK_MARK + read.text + STRUCK_MARK : read.text,
        rowSpan: parseSpan(element.attribs.rowspan ?? element.attribs['aria-rowspan'], 'row'),
        colSpan: parseSpan(element.attribs.colspan ?? element.attribs['aria-colspan'], 'col'),
        lines: severalLines(read),
      });
      texts.push(read);
      names.push(columnName(element));
    }
    return { group, cells, texts, names };
  }

  private readCell(element: DomElement): ReturnType<typeof readCell> {
    return readCell(element, this.presenter, (inner) => this.dataOf(inner) !== null);
  }

  private captionOf(table: DomElement): string {
    const caption = this.parts(table).find(({ part }) => part === 'caption');
    return caption === undefined ? '' : tidy(rawText(caption.element));
  }
}

/** The smallest table of the form has more cells. */
const FEWEST_PLACED = 8;
const MOST_LINES = 1_000;

function isTooLarge({ row, col, rowSpan, colSpan }: Area): boolean {
  return row + rowSpan > MOST_LINES || col + colSpan > MOST_LINES;
}

function hasText(element: DomElement): boolean {
  return element.name !== 'colgroup' && element.name !== 'col' && tidy(rawText(element)) !== '';
}
