/**
 * The one document model: what every reader produces and the only thing the rooms after `read/` know.
 * A document is a list of blocks in reading order; every text carries the place where it stands.
 */

/**
 * Where a text stands in its source. All numbers are 1-based.
 * - `table`: table, grid row and grid column in the whole document (HTML, DOCX)
 * - `page`: page and box in PDF points, origin at the top left of the page as it is shown; for pictures the running
 *   number of the picture in the document and a box in its pixels. Boxes on a scan are those of the straightened page.
 * - `line`: line of a text file; for HTML and DOCX paragraphs, the running number of the paragraph
 */
export type Locator =
  | { readonly kind: 'table'; readonly table: number; readonly row: number; readonly col: number }
  | { readonly kind: 'page'; readonly page: number; readonly bbox: Box }
  | { readonly kind: 'line'; readonly line: number };

/** `[left, top, right, bottom]` in points. */
export type Box = readonly [number, number, number, number];

/** How a text was read from a picture. */
export interface Recognition {
  /** Different readings, the preferred one first; empty where nothing is printed. */
  readonly readings: readonly string[];
  /** Of the least sure character, 0–100. Shown to people; nothing is decided by it after the reader. */
  readonly confidence: number;
  /** Two independent readings are the same; otherwise a figure must not be believed. */
  readonly agreed: boolean;
}

/** Stands in the text of a scan for a character that was read in two ways; no name and no number contains it. */
export const UNSURE = '□';

/** Parts the readings in the text of a scan where they differ as a whole. */
export const OTHER_READING = ' | ';

/** A cell of a table. It is listed once, at its upper left slot; `row` and `col` are 0-based grid slots. */
export interface Cell {
  /** Text with whitespace collapsed to single blanks and trimmed; empty when nothing is printed. */
  readonly text: string;
  readonly row: number;
  readonly col: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly locator: Locator;
  /** Set where the text was read from a picture. */
  readonly recognition?: Recognition;
}

/**
 * How far a table's columns can be trusted.
 * - `grid`: cells and spans come from markup or from ruling lines
 * - `aligned`: no rules; columns were found from white space and alignment
 * - `delimited`: text parted by tabs or pipes; spans are unknown, covered slots are empty or missing
 */
export type TableLayout = 'grid' | 'aligned' | 'delimited';

export interface Table {
  readonly kind: 'table';
  /** 1-based running number in the whole document. */
  readonly index: number;
  readonly layout: TableLayout;
  /** Aligned tables: every column of figures stands exactly below a heading of its own. */
  readonly headed?: true;
  readonly rowCount: number;
  readonly colCount: number;
  /** Row-major by upper left slot. Slots covered by a span are not listed. */
  readonly cells: readonly Cell[];
  readonly locator: Locator;
}

export interface Paragraph {
  readonly kind: 'paragraph';
  /** Empty for an empty line: where a table was published as one cell per line, that is a blank cell. */
  readonly text: string;
  readonly locator: Locator;
  /** 1–6 when the source marks it as a heading. */
  readonly heading?: number;
  /** Set where the text was read from a picture. */
  readonly recognition?: Recognition;
}

export type Block = Paragraph | Table;

export type MediaType =
  | 'text/html'
  | 'application/pdf'
  | 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  | 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  | 'application/vnd.ms-excel'
  | 'application/vnd.oasis.opendocument.spreadsheet'
  | 'application/vnd.oasis.opendocument.text'
  | 'application/msword'
  | 'application/rtf'
  | 'application/x-uof'
  | 'text/plain'
  | 'text/markdown'
  | `image/${'png' | 'jpeg' | 'tiff' | 'bmp' | 'gif' | 'webp'}`;

/** What a document says of itself outside its running text. */
export interface DocumentMetadata {
  /** `<title>` of a page, the title property of a PDF or DOCX. */
  readonly title?: string;
  /** `<meta name=… content=…>` by lower-case name; the first of a name wins. `wechat:ct`: the day that a script shows. */
  readonly tags: Readonly<Record<string, string>>;
  /** Trail of links above the article (当前位置), outermost first. */
  readonly breadcrumb?: readonly string[];
}

export interface Document {
  readonly mediaType: MediaType;
  readonly blocks: readonly Block[];
  readonly metadata: DocumentMetadata;
  /**
   * Pictures large enough to hold a table: files at hand (inside the document or beside it), links to files elsewhere,
   * and how many pages and pictures an engine has read.
   */
  readonly pictures: { readonly embedded: number; readonly linked: number; readonly recognized?: number };
  /** Pages of a paged document, and how many of them carry no text but pictures. */
  readonly pages?: { readonly count: number; readonly withoutText: number };
  /** Addresses of the documents that a page without a table of the form links to, as it gives them. */
  readonly attachments?: readonly string[];
  /** Why a part of the document is lost although the file could be opened; a sentence without its full stop. */
  readonly damage?: string;
  /** Why rows that are printed may not be found although nothing is lost; a sentence without its full stop. */
  readonly doubt?: string;
  /** The character encoding that was used, for HTML and text. */
  readonly encoding?: string;
}
