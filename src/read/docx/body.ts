import type { BlockList, Grid } from '../blocks.js';
import { type CellText, LineCollector } from '../celllines.js';
import { isLayout } from '../layout.js';
import { asIndex, isIndexed, STRUCK_MARK } from '../marks.js';
import { severalLines, unstacked } from '../stacked.js';
import { tidy } from '../whitespace.js';
import { resolveShapes, type ShapedCell } from './grid.js';
import type { CellShape } from './markup.js';
import type { MammothNode } from './model.js';

const HEADING_STYLE = /^(?:heading|标题)\s*([1-6])$/i;
const TITLE_STYLE = /^(?:title|标题)$/i;
const SINGLE: CellShape = { span: 1, before: 0, vertical: 'none', continuesLeft: false };

interface ReadRow {
  readonly cells: readonly ShapedCell[];
  readonly texts: readonly CellText[];
}

/** Writes mammoth's document model into `blocks`; tables that only arrange the page become paragraphs. */
export class BodyReader {
  /** Pictures with the number of blocks before each. */
  readonly pictures: { readonly at: number; readonly node: MammothNode }[] = [];
  private readonly known = new Map<MammothNode, Grid | null>();

  constructor(
    private readonly shapes: readonly CellShape[],
    private readonly blocks: BlockList,
  ) {}

  read(nodes: readonly MammothNode[]): void {
    for (const node of nodes) {
      if (node.type === 'table') this.table(node);
      else if (node.type === 'paragraph') this.paragraph(node);
      else this.read(node.children ?? []);
    }
  }

  private table(table: MammothNode): void {
    const grid = this.gridOf(table);
    if (grid === null) for (const row of table.children ?? []) this.read(row.children ?? []);
    else {
      this.blocks.gridTable(grid);
      this.notePictures(table);
    }
  }

  private paragraph(paragraph: MammothNode): void {
    const heading = headingLevel(paragraph.styleName ?? '');
    let line = '';
    const endLine = (): void => {
      this.blocks.paragraph(tidy(line), heading);
      line = '';
    };
    readInline(paragraph, {
      text: (data, apart, mark) => {
        const printed = marked(line, data, mark);
        line += apart && /[\d⁰¹²³⁴-⁹]$/.test(line) && /^\d/.test(printed) ? ` ${printed}` : printed;
      },
      endLine,
    });
    endLine();
    this.notePictures(paragraph);
  }

  private notePictures(node: MammothNode): void {
    if (node.type === 'image') this.pictures.push({ at: this.blocks.blocks.length, node });
    else for (const child of node.children ?? []) this.notePictures(child);
  }

  /** Null for a table that arranges the page. */
  private gridOf(table: MammothNode): Grid | null {
    const known = this.known.get(table);
    if (known !== undefined) return known;
    const grid = this.readGrid(table);
    this.known.set(table, grid);
    return grid;
  }

  private readGrid(table: MammothNode): Grid | null {
    const read: ReadRow[] = [];
    for (const row of descend(table, 'tableRow')) {
      const cells: ShapedCell[] = [];
      const texts: CellText[] = [];
      for (const cell of descend(row, 'tableCell')) {
        const text = this.cellText(cell);
        if (text === null) return null;
        texts.push(text);
        cells.push({
          text: text.text,
          lines: severalLines(text),
          shape: this.shapes[cell.colSpan ?? 0] ?? SINGLE,
        });
      }
      read.push({ cells, texts });
    }
    if (isLayout(read.map(({ texts }) => texts))) return null;
    const grid = unstacked(resolveShapes(read.map(({ cells }) => cells)));
    return grid.colCount < 2 ? null : grid;
  }

  /** Null when a table of data stands in the cell. */
  private cellText(cell: MammothNode): CellText | null {
    const collector = new LineCollector();
    const text = (data: string, apart: boolean, mark: Mark): void => {
      if (mark === 'struck') collector.strike(data);
      else if (mark === 'raised') collector.raise(data);
      else {
        if (apart) collector.partNumbers();
        collector.add(data);
      }
    };
    const endLine = (): void => collector.endLine();
    const into = (nodes: readonly MammothNode[]): boolean => {
      for (const node of nodes) {
        if (node.type === 'table' && this.gridOf(node) !== null) return false;
        if (node.type === 'paragraph') {
          readInline(node, { text, endLine });
          endLine();
        } else if (!into(node.children ?? [])) return false;
      }
      return true;
    };
    return into(cell.children ?? []) ? collector.finish() : null;
  }
}

/** Rows of a table or cells of a row; mammoth leaves other elements between them when it meets any. */
function descend(node: MammothNode, type: string): MammothNode[] {
  return (node.children ?? []).filter((child) => child.type === type);
}

function headingLevel(styleName: string): number {
  if (TITLE_STYLE.test(styleName)) return 1;
  return Number(HEADING_STYLE.exec(styleName)?.[1] ?? 0);
}

type Mark = 'raised' | 'lowered' | 'struck' | null;

/** Marked text of a paragraph as it stands in the line. */
function marked(line: string, data: string, mark: Mark): string {
  if (mark === 'struck') return data.trim() === '' ? data : STRUCK_MARK + data + STRUCK_MARK;
  return mark === 'raised' && isIndexed(line, data) ? asIndex(data) : data;
}

interface InlineSink {
  /** `apart`: the text is marked, or follows marked text, and must not touch a number beside it. */
  text(data: string, apart: boolean, mark: Mark): void;
  endLine(): void;
}

/** Hands on the text of a paragraph; line breaks end a line, page and column breaks too. */
function readInline(paragraph: MammothNode, sink: InlineSink): void {
  let marked: Mark = null;
  const read = (nodes: readonly MammothNode[], mark: Mark): void => {
    for (const node of nodes) {
      if (node.type === 'text') {
        sink.text(node.value ?? '', mark !== marked, mark);
        marked = mark;
      } else if (node.type === 'tab') sink.text(' ', false, null);
      else if (node.type === 'break') sink.endLine();
      else if (node.type === 'checkbox') sink.text(node.checked === true ? '☑' : '☐', false, null);
      else read(node.children ?? [], mark ?? markOf(node));
    }
  };
  read(paragraph.children ?? [], null);
}

function markOf({ isStrikethrough, verticalAlignment }: MammothNode): Mark {
  if (isStrikethrough === true) return 'struck';
  if (verticalAlignment === 'superscript') return 'raised';
  return verticalAlignment === 'subscript' ? 'lowered' : null;
}
