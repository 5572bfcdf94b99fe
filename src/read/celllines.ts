import { asIndex, isIndexed, STRUCK_MARK } from './marks.js';
import { joinLines, tidy } from './whitespace.js';

/** What is printed in a cell. */
export interface CellText {
  readonly text: string;
  /** Printed lines with text: paragraphs, or lines parted by a line break. None for what is struck through. */
  readonly lines: readonly string[];
}

/** The text of a cell that is printed in one line. */
export function oneLine(text: string): CellText {
  return { text, lines: text === '' ? [] : [text] };
}

/** Gathers the printed lines of a cell and joins them by the rule of `joinLines`. */
export class LineCollector {
  private readonly lines: string[] = [];
  /** Lines and the blanks between them; one long text would be copied with every line. */
  private readonly joined: string[] = [];
  private last = '';
  private line = '';
  private afterDigit = false;
  private struck = '';

  add(data: string): void {
    if (this.afterDigit && /^\d/.test(data)) this.line += ' ';
    this.afterDigit = false;
    this.line += data;
  }

  /** Keeps a digit that follows apart from a digit before: `5` with footnote `1` is not `51`. */
  partNumbers(): void {
    this.afterDigit = /[\d⁰¹²³⁴-⁹]$/.test(this.line);
  }

  /** Adds raised text: a digit behind a number is a footnote mark and becomes a raised character. */
  raise(data: string): void {
    if (isIndexed(this.line, data)) this.line += asIndex(data);
    else {
      this.partNumbers();
      this.add(data);
    }
    this.partNumbers();
  }

  /** Keeps text that is struck through; it counts only where the cell has no other. */
  strike(data: string): void {
    this.partNumbers();
    this.struck += data;
  }

  endLine(): void {
    if (this.line === '') return;
    const text = tidy(this.line);
    this.line = '';
    this.afterDigit = false;
    if (text === '') return;
    this.joined.push(joinLines(this.last, text).slice(this.last.length));
    this.last = text.slice(-1);
    this.lines.push(text);
  }

  finish(): CellText {
    this.endLine();
    const struck = this.lines.length === 0 ? tidy(this.struck) : '';
    const text = struck === '' ? this.joined.join('') : STRUCK_MARK + struck + STRUCK_MARK;
    return { text, lines: this.lines };
  }
}
