/**
 * A pass over `word/document.xml` before mammoth reads it. It numbers the table cells and notes how each is merged,
 * because mammoth loses `gridBefore` and `hMerge` and gives up on merged cells where a bookmark stands between
 * rows. It also makes mammoth see some text that it would drop, and drop some that Word does not show.
 */

/** How a cell sits on the grid of its table. */
export interface CellShape {
  /** Grid columns that the cell takes. */
  span: number;
  /** Grid columns left empty before the cell (`gridBefore`, on the first cell of a row). */
  before: number;
  vertical: 'none' | 'restart' | 'continue';
  /** Continues the cell to the left (legacy `hMerge`). */
  continuesLeft: boolean;
}

export interface PreparedMarkup {
  readonly xml: string;
  /** Shapes by cell number, which mammoth hands on as the cell's `colSpan`; numbers start at 1. */
  readonly shapes: readonly CellShape[];
  /** Pictures in the text that are large enough to hold a table. */
  readonly pictures: number;
}

const MAIN_NAMESPACE =
  /xmlns:([\w.-]+)\s*=\s*["']http:\/\/(?:schemas\.openxmlformats\.org\/wordprocessingml\/2006\/main|purl\.oclc\.org\/ooxml\/wordprocessingml\/main)["']/;
const TAG =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<(\/?)([\w.-]+):([\w.-]+)((?:"[^"]*"|'[^']*'|[^<>"'])*?)(\/?)>/g;
/** Word refuses tables of more than 63 columns. */
const MAX_SPAN = 63;
/** 150 pixels in English Metric Units; a smaller picture is a seal or a logo. */
const MIN_PICTURE_EMU = 1_428_750;
/** Elements whose text mammoth drops, under the name of one that it passes through. */
const TRANSPARENT = new Set(['fldSimple', 'bdo', 'dir', 'ruby', 'rubyBase']);
/** Usual prefix of the namespace of formulas, and what the elements of plain text in one stand for. */
const MATH = 'm';
const MATH_TEXT: Readonly<Record<string, string>> = {
  oMathPara: 'smartTag',
  oMath: 'smartTag',
  r: 'r',
  t: 't',
};
/** Reading aids above characters: dropped like deleted text. */
const DROPPED = new Set(['rt']);

/** Numbers the cells of the document and notes their shapes. */
export function prepareMarkup(xml: string): PreparedMarkup {
  const prefix = MAIN_NAMESPACE.exec(xml)?.[1] ?? 'w';
  return new Preparer(prefix).run(xml);
}

class Preparer {
  private readonly shapes: CellShape[] = [{ span: 1, before: 0, vertical: 'none', continuesLeft: false }];
  private readonly cells: CellShape[] = [];
  private readonly rows: { before: number }[] = [];
  private readonly runs: { readonly at: number; hidden: boolean }[] = [];
  private readonly out: string[] = [];
  private oldProperties = 0;
  private fallback = 0;
  private pictures = 0;
  private largePicture = true;

  constructor(private readonly prefix: string) {}

  run(xml: string): PreparedMarkup {
    let at = 0;
    for (const tag of xml.matchAll(TAG)) {
      const [all, slash = '', prefix = '', name = '', attributes = '', empty = ''] = tag;
      this.out.push(xml.slice(at, tag.index));
      at = tag.index + all.length;
      const main = prefix === this.prefix;
      if (!main) this.foreign(name, attributes, slash !== '', empty !== '');
      this.out.push(
        main
          ? this.main(all, name, attributes, slash !== '', empty !== '')
          : this.plainMath(all, prefix, name),
      );
    }
    this.out.push(xml.slice(at));
    return { xml: this.out.join(''), shapes: this.shapes, pictures: this.pictures };
  }

  /** Returns what stands for a WordprocessingML tag in the prepared markup. */
  private main(all: string, name: string, attributes: string, closing: boolean, empty: boolean): string {
    if (TRANSPARENT.has(name)) return all.replace(name, 'smartTag');
    if (DROPPED.has(name)) return all.replace(name, 'del');
    if (name === 'bookmarkStart' || name === 'bookmarkEnd') return '';
    if (name === 'cr') return all.replace(name, 'br');
    // Text raised or lowered by a distance is an index like a superscript, which mammoth keeps apart.
    if (name === 'position' && empty && this.oldProperties === 0 && /[1-9]/.test(attributes)) {
      return `<${this.prefix}:vertAlign ${this.prefix}:val="superscript"/>`;
    }
    if (name === 'tcPrChange' || name === 'trPrChange' || name === 'rPrChange') {
      this.oldProperties += empty ? 0 : closing ? -1 : 1;
      return all;
    }
    if (this.oldProperties > 0) return all;
    if (name === 'r') return this.textRun(all, closing, empty);
    if (name === 'tr') return this.row(all, closing, empty);
    if (name === 'tc') return this.cell(all, closing, empty);
    if (!closing) this.property(name, attributes);
    return all;
  }

  private property(name: string, attributes: string): void {
    const cell = this.cells.at(-1);
    const row = this.rows.at(-1);
    const value = /[\w.-]*:?val\s*=\s*["']([^"']*)["']/.exec(attributes)?.[1];
    if (name === 'gridSpan' && cell !== undefined) cell.span = columns(value, 1);
    else if (name === 'vMerge' && cell !== undefined) {
      cell.vertical = value === 'restart' ? 'restart' : 'continue';
    } else if (name === 'hMerge' && cell !== undefined) cell.continuesLeft = value !== 'restart';
    else if (name === 'gridBefore' && row !== undefined) row.before = columns(value, 0);
    else if (name === 'vanish' && value !== '0' && value !== 'false') this.hideRun();
  }

  private row(all: string, closing: boolean, empty: boolean): string {
    if (closing) this.rows.pop();
    else if (!empty) this.rows.push({ before: 0 });
    return all;
  }

  private cell(all: string, closing: boolean, empty: boolean): string {
    if (closing) {
      this.cells.pop();
      return all;
    }
    const row = this.rows.at(-1);
    const shape: CellShape = { span: 1, before: row?.before ?? 0, vertical: 'none', continuesLeft: false };
    if (row !== undefined) row.before = 0;
    const w = this.prefix;
    const number = `<${w}:tcPr><${w}:gridSpan ${w}:val="${this.shapes.length}"/></${w}:tcPr>`;
    this.shapes.push(shape);
    if (empty) return `<${w}:tc>${number}</${w}:tc>`;
    this.cells.push(shape);
    return all + number;
  }

  /** A hidden run becomes deleted text as soon as its properties say so. */
  private textRun(all: string, closing: boolean, empty: boolean): string {
    if (empty) return all;
    if (closing) return this.runs.pop()?.hidden === true ? `</${this.prefix}:del>` : all;
    this.runs.push({ at: this.out.length, hidden: false });
    return all;
  }

  private hideRun(): void {
    const run = this.runs.at(-1);
    if (run === undefined || run.hidden) return;
    run.hidden = true;
    this.out[run.at] = `<${this.prefix}:del>`;
  }

  /** A figure typed as a formula is text like any other; mammoth would drop it. Fractions and powers stay dropped. */
  private plainMath(all: string, prefix: string, name: string): string {
    const stands = MATH_TEXT[name];
    return prefix === MATH && stands !== undefined
      ? all.replace(`${prefix}:${name}`, `${this.prefix}:${stands}`)
      : all;
  }

  /** Drawings: mammoth reads the fallback of alternatives, so pictures are counted outside of it only once. */
  private foreign(name: string, attributes: string, closing: boolean, empty: boolean): void {
    if (name === 'Fallback') this.fallback += empty ? 0 : closing ? -1 : 1;
    else if (closing || this.fallback > 0) return;
    else if (name === 'extent') this.largePicture = isLarge(attributes);
    else if (name === 'blip' || name === 'imagedata') {
      if (name === 'imagedata' || this.largePicture) this.pictures += 1;
    }
  }
}

function isLarge(attributes: string): boolean {
  const sides = [...attributes.matchAll(/\bc[xy]\s*=\s*["'](\d+)["']/g)].map((side) => Number(side[1]));
  return sides.every((side) => side >= MIN_PICTURE_EMU);
}

function columns(value: string | undefined, least: number): number {
  const count = Number.parseInt(value ?? '', 10);
  return Number.isNaN(count) ? least : Math.min(Math.max(count, least), MAX_SPAN);
}
