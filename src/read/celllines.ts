import { joinLines, tidy } from './whitespace.js';

/** What is printed in a cell. */
export interface CellText {
  readonly text: string;
  /** Printed lines with text: paragraphs, or lines parted by a line break. */
  readonly lines: number;
}

/** Gathers the printed lines of a cell and joins them by the rule of `joinLines`. */
export class LineCollector {
  private lines = 0;
  private joined = '';
  private line = '';
  private afterDigit = false;

  add(data: string): void {
    if (this.afterDigit && /^\d/.test(data)) this.line += ' ';
    this.afterDigit = false;
    this.line += data;
  }

  /** Keeps a digit that follows apart from a digit before: `5` with footnote `1` is not `51`. */
  partNumbers(): void {
    this.afterDigit = /\d$/.test(this.line);
  }

  endLine(): void {
    if (this.line === '') return;
    const text = tidy(this.line);
    this.line = '';
    this.afterDigit = false;
    if (text === '') return;
    this.joined = joinLines(this.joined, text);
    this.lines += 1;
  }

  finish(): CellText {
    this.endLine();
    return { text: this.joined, lines: this.lines };
  }
}
