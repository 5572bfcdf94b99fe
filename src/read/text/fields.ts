import { joinLines, tidy } from '../whitespace.js';

/** What a line of a text is, seen by itself. */
export type LineKind = 'blank' | 'rule' | Delimiter | 'text';
/** What parts the fields of a line; `commas` as in CSV files (RFC 4180). */
export type Delimiter = 'tabs' | 'pipes' | 'commas';

const BARS = /[|｜│┃║]/;
const LONE_BARS = /^[\s|｜│┃║]*$/;
/** Two bars behind a text or before it: fields that are blank. One bar can be left of a table with a cell in each line. */
const OUTER_BLANKS = /[|｜│┃║]\s*[|｜│┃║]\s*$|^\s*[|｜│┃║]\s*[|｜│┃║]/;
/** Border and separator lines. A single `-` per cell is a value ("nothing"), not a border. */
const RULE = /^[\s|:+\-=_─━═┄┅┈┉│┃║┌┬┐├┼┤└┴┘┏┳┓┣╋┫┗┻┛╔╦╗╠╬╣╚╩╝╭╮╰╯]+$/;
const RULE_STROKE = /[-=_]{2}|[─━═┄┅┈┉┌┬┐├┼┤└┴┘┏┳┓┣╋┫┗┻┛╔╦╗╠╬╣╚╩╝╭╮╰╯]/;
/** Two fields of a CSV file at least, all of them in quotation marks or empty (RFC 4180). */
const QUOTED_FIELDS = /^\s*(?:"(?:[^"]|"")*"|)(?:,(?:"(?:[^"]|"")*"|))+\s*$/;
/** The same with fields that need no quotation marks, as sheets are exported. */
const CSV_FIELDS = /^(?:"(?:[^"]|"")*"|[^",]*)(?:,(?:"(?:[^"]|"")*"|[^",]*)){3,}$/;
/** A field and the comma before it; an empty field at the beginning of a line is one too. */
const CSV_FIELD = /,(?:"((?:[^"]|"")*)"|([^",]*))/g;
/** Stands in for an escaped pipe while a line is split; no text contains it. */
const ESCAPED = '\uE000';

/** Classifies a line by what parts its fields. */
export function lineKind(line: string): LineKind {
  if (QUOTED_FIELDS.test(line) || isSheetRow(line)) return 'commas';
  if (LONE_BARS.test(line) || tidy(line) === '') return 'blank';
  if (RULE.test(line) && RULE_STROKE.test(line)) return 'rule';
  if (BARS.test(withoutOuterBars(line).replaceAll('\\|', ''))) return 'pipes';
  if (framed(line) || OUTER_BLANKS.test(line)) return 'pipes';
  return line.trim().includes('\t') || /\S\t/.test(line) ? 'tabs' : 'text';
}

/** Text has commas of its own: a row of a sheet has blank fields, or hardly anything but figures behind its label. */
function isSheetRow(line: string): boolean {
  if (!line.includes(',') || !CSV_FIELDS.test(line.trim()) || /[。；;|\t]/.test(line)) return false;
  if (THOUSANDS.test(line.trim())) return false;
  const fields = splitFields(line, 'commas');
  const labels = fields.filter((field) => field !== '' && !/^-?\d+(?:\.\d+)?$/.test(field));
  return labels.length <= fields.length / 2 && !labels.some((label) => PART_OF_NUMBER.test(label));
}

/** `收到1,234,567件`: the commas stand inside a number. */
const PART_OF_NUMBER = /\d$|^\d+[^\d.．、]/;
const THOUSANDS = /^\d{1,3}(?:,\d{3})+$/;

/** A text with a bar behind it, as a row of two fields of which the second is blank. */
export function endsInBar(line: string): boolean {
  return /[^\s|｜│┃║]\s*[|｜│┃║]\s*$/.test(line);
}

/** Longer fields, and those with a full stop, are running text. */
const LONGEST_LABEL = 120;
const SHORTEST_SENTENCE = 16;
/** A row of a table has more figures among its fields. */
const MOST_FIGURES_IN_PROSE = 0.2;

/** Whether the fields of a line are pieces of running text, as where a page is written out with a tab behind each. */
export function isProse(fields: readonly string[]): boolean {
  const filled = fields.filter((field) => field !== '');
  const figures = filled.filter((field) => /^[-+]?\d[\d.,，]*$/.test(field)).length;
  const sentences = filled.some(
    (field) => field.length > LONGEST_LABEL || (field.length >= SHORTEST_SENTENCE && field.includes('。')),
  );
  return sentences && figures <= filled.length * MOST_FIGURES_IN_PROSE;
}

function framed(line: string): boolean {
  return /^\s*[|｜│┃║].*[|｜│┃║]\s*$/.test(line);
}

/** The line without bars at its ends: in texts with one cell per line they are what is left of a table. */
export function withoutOuterBars(line: string): string {
  return line.replace(/^[\s|｜│┃║]+|[\s|｜│┃║]+$/g, '');
}

/** The fields of a delimited line in their order, empty ones included, also those outside a frame. */
export function splitFields(line: string, kind: Delimiter): string[] {
  if (kind === 'commas')
    return [...`,${line.trim()}`.matchAll(CSV_FIELD)].map(([, quoted, plain = '']) =>
      tidy(quoted?.replaceAll('""', '"') ?? plain),
    );
  if (kind === 'tabs') return line.split('\t').map(tidy);
  const fields = line.replaceAll('\\|', ESCAPED).split(/[|｜│┃║]/);
  return fields.map((field) => fieldText(field.replaceAll(ESCAPED, '|')));
}

/**
 * Takes away the empty fields outside the frame of a table of bars. A frame has a bar at that side of every row;
 * where one row has none, a bar at the side means an empty cell.
 */
export function unframe(rows: readonly (readonly string[])[]): (readonly string[])[] {
  const left = rows.every((fields) => fields[0] === '') ? 1 : 0;
  const right = rows.every((fields) => fields.at(-1) === '') ? 1 : 0;
  return rows.map((fields) => fields.slice(left, fields.length - right));
}

/** A sign of Markdown that is meant as itself: `1\\.`, `\\>`. */
const ESCAPED_SIGN = /\\([!-/:-@[-`{-~])/g;

/** Text of a Markdown or plain field: emphasis marks removed, `<br>` joined like a line break in a cell. */
export function fieldText(text: string): string {
  return stripMarks(text)
    .replace(ESCAPED_SIGN, '$1')
    .split(/<br\s*\/?>/i)
    .map(tidy)
    .reduce(joinLines, '');
}

/** Comments (bounded, so that unclosed ones cost nothing) and tags of HTML but `<br>`, which parts lines of a cell. */
const TAGS = /<!--[\s\S]{0,2000}?-->|<(?!br\b)\/?[a-z][a-z0-9:-]*(?:\s[^<>]*)?\/?>/gi;

/** Markdown without the HTML that stands in it; every line end is kept, so that lines keep their numbers. */
export function withoutTags(text: string): string {
  return text.replace(TAGS, (tag) => tag.replace(/[^\r\n]/g, ''));
}

/** Removes Markdown emphasis and the entity for a blank. */
export function stripMarks(text: string): string {
  return text.replaceAll('**', '').replaceAll('&nbsp;', ' ');
}
