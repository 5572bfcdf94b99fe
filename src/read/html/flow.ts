import type { BlockList } from '../blocks.js';
import { asIndex, isIndexed, STRUCK_MARK } from '../marks.js';
import { readLines } from '../text/lines.js';
import { tidy } from '../whitespace.js';
import { OpenMarks } from './celltext.js';
import { type DomElement, type DomNode, rawText, type Step, type Visitor, walk } from './dom.js';
import { isBlock, markOf, SILENT } from './names.js';
import type { PictureCounter } from './pictures.js';
import type { Presentation, Presenter } from './presentation.js';
import type { TableReader } from './tables.js';

const HEADING = /^h([1-6])$/;
/** Elements whose text keeps its lines, so that tables of tabs or pipes can stand in it. */
const PREFORMATTED = new Set(['pre', 'textarea', 'xmp', 'listing', 'plaintext']);

/** An element in whose place something else is shown; `write` does so once, and tells that it has. */
export interface Instead {
  readonly host: DomElement;
  readonly write: () => void;
}

/** Writes the visible content of a page into `blocks`, in reading order. Returns the elements that hide what is in them. */
export function readFlow(
  root: DomNode,
  presenter: Presenter,
  tables: TableReader,
  pictures: PictureCounter,
  blocks: BlockList,
  instead: Instead | null,
): readonly DomElement[] {
  const visitor = new FlowVisitor(presenter, tables, pictures, blocks, instead);
  walk(root, visitor);
  visitor.endLine();
  return visitor.hidden;
}

class FlowVisitor implements Visitor {
  readonly hidden: DomElement[] = [];
  private line = '';
  private heading = 0;
  private parting = false;
  /** Inside a `<p>` that has shown nothing yet. */
  private emptyParagraph = false;
  private readonly marks = new OpenMarks();

  constructor(
    private readonly presenter: Presenter,
    private readonly tables: TableReader,
    private readonly pictures: PictureCounter,
    private readonly blocks: BlockList,
    private readonly instead: Instead | null,
  ) {}

  text(data: string): void {
    const printed = this.marks.innermost === null ? data : this.marked(data);
    if (this.parting && /^\d/.test(printed)) this.line += ' ';
    this.parting = false;
    this.line += printed;
    if (this.emptyParagraph && data.trim() !== '') this.emptyParagraph = false;
  }

  private marked(data: string): string {
    if (this.marks.innermost === 'struck')
      return data.trim() === '' ? data : STRUCK_MARK + data + STRUCK_MARK;
    return this.marks.innermost === 'raised' && isIndexed(this.line, data) ? asIndex(data) : data;
  }

  enter(element: DomElement): Step {
    const { name } = element;
    if (element === this.instead?.host) return this.writeInstead(this.instead);
    if (name === 'br') this.breakLine();
    if (name === 'p') this.emptyParagraph = true;
    const presentation = this.presenter.of(element);
    if (presentation.visibility !== 'shown') return this.passOver(element);
    this.pictures.see(element, this.blocks.blocks.length);
    if (SILENT.has(name)) return 'over';
    if (this.marks.open(element, markOf(element, presentation))) this.parting = /\d$/.test(this.line);
    if (isBlock(element, presentation)) this.endLine();
    if (PREFORMATTED.has(name)) return this.preformatted(element);
    if (this.dataTable(element)) return 'over';
    const level = HEADING.exec(name)?.[1];
    if (level !== undefined) this.heading = Number(level);
    return 'into';
  }

  /** A break after nothing is an empty line: that of its paragraph, where it is all that the paragraph holds. */
  private breakLine(): void {
    if (this.endLine()) return;
    this.blocks.blank();
    this.emptyParagraph = false;
  }

  private writeInstead({ write }: Instead): Step {
    this.endLine();
    write();
    return 'over';
  }

  private passOver(element: DomElement): Step {
    if (element.children.length > 0) this.hidden.push(element);
    return 'over';
  }

  leave(element: DomElement): void {
    const { name } = element;
    if (this.marks.close(element)) this.parting = /[\d⁰¹²³⁴-⁹]$/.test(this.line);
    if (name !== 'body' && !this.isBlock(element)) return;
    if (this.endLine()) this.emptyParagraph = false;
    if (name === 'p' && this.emptyParagraph) this.blocks.blank();
    this.emptyParagraph = false;
    if (HEADING.test(name)) this.heading = 0;
  }

  private isBlock(element: DomElement): boolean {
    const presentation: Presentation = this.presenter.of(element);
    return isBlock(element, presentation);
  }

  private dataTable(element: DomElement): boolean {
    const table = this.tables.dataOf(element);
    if (table === null) return false;
    this.endLine();
    this.blocks.paragraph(table.caption);
    this.blocks.gridTable(table.grid);
    this.pictures.seeAllBelow(element, this.blocks.blocks.length);
    return true;
  }

  private preformatted(element: DomElement): Step {
    readLines(rawText(element), this.blocks, { markdown: false, numberLines: false });
    return 'over';
  }

  /** Writes the line that was begun; false when there was nothing to write. */
  endLine(): boolean {
    const text = this.line === '' ? '' : tidy(this.line);
    this.line = '';
    this.parting = false;
    this.blocks.paragraph(text, this.heading);
    return text !== '';
  }
}
