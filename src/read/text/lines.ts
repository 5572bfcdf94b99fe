import type { BlockList, Grid, GridCell } from '../blocks.js';
import { tidy } from '../whitespace.js';
import {
  type Delimiter,
  endsInBar,
  fieldText,
  isProse,
  type LineKind,
  lineKind,
  splitFields,
  stripMarks,
  unframe,
  withoutOuterBars,
} from './fields.js';
import { laidOutTables } from './laid-out.js';
import type { Line, LineTable } from './line.js';
import { withWholeFields } from './quoted.js';

export interface LineOptions {
  /** Whether `#` marks headings and `**` emphasis. */
  readonly markdown: boolean;
  /** Whether paragraphs carry the number of their line in the file (else a running number). */
  readonly numberLines: boolean;
  /** Line of the file on which the text begins. */
  readonly firstLine?: number;
}

/** Lines of one delimiter that follow each other with nothing but blank and rule lines between them. */
interface Run {
  readonly kind: Delimiter;
  readonly rows: Row[];
  /** Index of the line after the run. */
  end: number;
}

interface Row {
  readonly line: number;
  readonly fields: readonly string[];
}

/** Stretches of fewer lines than this are joined whatever their width: a heading line of a table stands apart. */
const SHORT_STRETCH = 3;
/** Longer stretches of one table differ in their number of fields by less than this factor. */
const MAX_WIDTH_RATIO = 2;
/** Parts two cells where each stands on a line of its own. */
const LONE_BAR = '|';
const MARKDOWN_HEADING = /^\s{0,3}(#{1,6})\s+(.*?)\s*#*\s*$/;

/** Splits text into paragraphs, delimited tables and tables aligned by blanks. */
export function readLines(text: string, blocks: BlockList, options: LineOptions): void {
  const whole = withWholeFields(text.split(LINE_ENDS), options.firstLine ?? 1);
  const texts = whole.map((line) => line.text.replaceAll('\f', ''));
  const kinds = withHeaderRows(texts, texts.map(lineKind));
  const lines = whole.map(({ text, number }, i): Line => {
    const line = { text: texts[i] ?? '', number, kind: kinds[i] ?? 'text' };
    return text.startsWith('\f') ? { ...line, opensPage: true } : line;
  });
  const laidOut = laidOutTables(lines);
  for (let at = 0; at < lines.length; ) {
    const table = delimitedTable(lines, at) ?? laidOut.get(at) ?? null;
    if (table === null) at = paragraph(lines, at, blocks, options);
    else {
      if (options.numberLines) blocks.lineTable(table.grid, table.layout, table.lines, table.headed);
      else blocks.gridTable(table.grid, table.layout);
      at = table.end;
    }
  }
}

/** A form feed ends a line and belongs to the next one. */
const LINE_ENDS = /\r\n|[\n\r\v\u0085\u2028\u2029]|(?<=[^\n\r\f])(?=\f)/;

/**
 * A row of labels alone is one of a sheet beside a row of it with as many fields; so are many lines below each other of
 * which every one has as many fields as the next, whatever is in them.
 */
function withHeaderRows(texts: readonly string[], kinds: readonly LineKind[]): readonly LineKind[] {
  const known = [...kinds];
  const fields = texts.map((text, at) =>
    hasFields(text, kinds[at]) ? splitFields(text, 'commas').length : 0,
  );
  for (let at = 0, end = 0; at < texts.length; at = Math.max(end, at + 1)) {
    for (end = at; fields[end] === fields[at] && end < texts.length; ) end += 1;
    if ((fields[at] ?? 0) >= FIELDS_OF_A_SHEET && end - at >= ROWS_OF_A_SHEET) known.fill('commas', at, end);
  }
  if (!known.includes('commas')) return kinds;
  const takeOver = (at: number, beside: number): void => {
    const isRow = known[at] === 'text' && known[beside] === 'commas';
    if (isRow && (fields[at] ?? 0) > 1 && fields[at] === fields[beside]) known[at] = 'commas';
  };
  for (let at = 1; at < texts.length; at += 1) takeOver(at, at - 1);
  for (let at = texts.length - 2; at >= 0; at -= 1) takeOver(at, at + 1);
  return known;
}

/** Sentences have commas too, but not many below each other as many. */
const FIELDS_OF_A_SHEET = 3;
const ROWS_OF_A_SHEET = 12;

function hasFields(text: string, kind: LineKind | undefined): boolean {
  return kind === 'commas' || (kind === 'text' && text.includes(',') && !/[。；;]/.test(text));
}

function paragraph(lines: readonly Line[], at: number, blocks: BlockList, options: LineOptions): number {
  const line = lines[at];
  if (line === undefined || line.kind === 'rule') return at + 1;
  const number = options.numberLines ? line.number : undefined;
  if (line.text.trim() === LONE_BAR) {
    blocks.paragraph(LONE_BAR, 0, number);
    return at + 1;
  }
  if (line.kind === 'blank') {
    blocks.blank(number);
    return at + 1;
  }
  const heading = options.markdown ? MARKDOWN_HEADING.exec(line.text) : null;
  const raw = heading?.[2] ?? line.text;
  for (const text of textsOf(line, withoutOuterBars(raw))) {
    blocks.paragraph(
      options.markdown ? fieldText(text) : tidy(stripMarks(text)),
      heading?.[1]?.length ?? 0,
      number,
    );
  }
  return at + 1;
}

/** A line is one paragraph, unless it has lost its line ends. */
function textsOf({ kind, text }: Line, whole: string): readonly string[] {
  if (kind === 'tabs') {
    const fields = splitFields(text, kind);
    if (isProse(fields)) return fields;
  }
  return whole.length < LONGEST_REPORT && ROWS_IN_A_LINE.test(whole) ? whole.split(/\s+/) : [whole];
}

/** No report has more characters; a longer line is not searched. */
const LONGEST_REPORT = 100_000;
/** Rows of figures that follow each other in one line: its text has lost its line ends, and blanks part what were cells. */
const ROWS_IN_A_LINE =
  /(?:\s\d{1,9}(?=\s)){5}(?:(?:\s\d{1,9}(?=\s)){0,40}(?:\s(?!\d{1,9}\s)\S{1,90}){1,3}(?:\s\d{1,9}(?=\s)){5}){5}/;

function delimitedTable(lines: readonly Line[], at: number): LineTable | null {
  const run = findRun(lines, at);
  if (run === null || !isTable(run)) return null;
  const { rows, end } = run;
  return { layout: 'delimited', grid: gridOf(rows), lines: rows.map(({ line }) => line), end };
}

function findRun(lines: readonly Line[], at: number): Run | null {
  const kind = lines[at]?.kind;
  if (kind !== 'tabs' && kind !== 'pipes' && kind !== 'commas') return null;
  const run: Run = { kind, rows: [], end: at };
  for (let start = at; start < lines.length; ) {
    const stretch = findStretch(lines, start, kind);
    if (stretch.rows.length === 0 || !comparable(run.rows, stretch.rows)) break;
    run.rows.push(...stretch.rows);
    run.end = stretch.end;
    start = skipGaps(lines, stretch.end);
  }
  if (kind !== 'pipes') return run;
  const unframed = unframe(run.rows.map(({ fields }) => fields));
  return { ...run, rows: run.rows.map(({ line }, i) => ({ line, fields: unframed[i] ?? [] })) };
}

function findStretch(lines: readonly Line[], start: number, kind: Delimiter): Run {
  const rows: Row[] = [];
  let end = start;
  for (; continues(lines, end, kind, rows); end += 1) {
    const line = lines[end] as Line;
    const fields = splitFields(line.text, kind);
    if (kind === 'tabs' && isProse(fields)) break;
    rows.push({ line: line.number, fields });
  }
  return { kind, rows, end };
}

/** Whether the line is one more of the stretch; below rows without a frame, one bar behind a text parts a blank field. */
function continues(lines: readonly Line[], at: number, kind: Delimiter, rows: readonly Row[]): boolean {
  const line = lines[at];
  if (line?.kind === kind) return true;
  const below = kind === 'pipes' && rows.length > 0 && line?.kind === 'text' && endsInBar(line.text);
  return below && rows.some(({ fields }) => fields.at(-1) !== '');
}

function skipGaps(lines: readonly Line[], start: number): number {
  let at = start;
  while (lines[at]?.kind === 'blank' || lines[at]?.kind === 'rule') at += 1;
  return at;
}

function comparable(before: readonly Row[], after: readonly Row[]): boolean {
  if (before.length < SHORT_STRETCH || after.length < SHORT_STRETCH) return true;
  const [narrow = 0, wide = 0] = [width(before), width(after)].sort((a, b) => a - b);
  return wide < narrow * MAX_WIDTH_RATIO;
}

function width(rows: readonly Row[]): number {
  return rows.reduce((most, { fields }) => Math.max(most, fields.length), 0);
}

/**
 * Two rows of fields at least, one of them with two that are filled. Leading tabs before a single field only indent
 * it, and a column of single fields (one cell per line) is no table.
 */
function isTable({ kind, rows }: Run): boolean {
  const filled = rows.map(({ fields }) => fields.filter((field) => field !== '').length);
  const full = filled.filter((count) => count > 1).length;
  const open = rows.filter(({ fields }, i) => {
    if ((filled[i] ?? 0) > 1) return false;
    return kind === 'pipes' ? fields.length > 1 : fields[0] !== '' && fields.length > 2;
  }).length;
  return full >= 1 && full + open >= 2;
}

function gridOf(rows: readonly Row[]): Grid {
  const cells = rows.flatMap(({ fields }, row) =>
    fields.map((text, col): GridCell => ({ text, row, col, rowSpan: 1, colSpan: 1 })),
  );
  return { rowCount: rows.length, colCount: width(rows), cells };
}
