import { joinLines, tidy } from '../whitespace.js';

/** What a line of a text is, seen by itself. */
export type LineKind = 'blank' | 'rule' | 'tabs' | 'pipes' | 'text';

const BARS = /[|｜│┃║]/;
const LONE_BARS = /^[\s|｜│┃║]*$/;
/** Border and separator lines. A single `-` per cell is a value ("nothing"), not a border. */
const RULE = /^[\s|:+\-=_─━═┄┅┈┉│┃║┌┬┐├┼┤└┴┘┏┳┓┣╋┫┗┻┛╔╦╗╠╬╣╚╩╝╭╮╰╯]+$/;
const RULE_STROKE = /[-=_]{2}|[─━═┄┅┈┉┌┬┐├┼┤└┴┘┏┳┓┣╋┫┗┻┛╔╦╗╠╬╣╚╩╝╭╮╰╯]/;
/** Stands in for an escaped pipe while a line is split; no text contains it. */
const ESCAPED = '\uE000';

/** Classifies a line by what parts its fields. */
export function lineKind(line: string): LineKind {
  if (tidy(line) === '') return 'blank';
  if (RULE.test(line) && RULE_STROKE.test(line)) return 'rule';
  if (BARS.test(line) && splitPipes(line).length > 1) return LONE_BARS.test(line) ? 'blank' : 'pipes';
  return line.trim().includes('\t') || /\S\t/.test(line) ? 'tabs' : 'text';
}

/** The fields of a delimited line in their order, empty ones included. */
export function splitFields(line: string, kind: 'tabs' | 'pipes'): string[] {
  return kind === 'tabs' ? line.split('\t').map(tidy) : splitPipes(line);
}

function splitPipes(line: string): string[] {
  const fields = line.replaceAll('\\|', ESCAPED).split(/[|｜│┃║]/);
  const framed = fields[0]?.trim() === '';
  if (framed) fields.shift();
  const last = fields.length - 1;
  if (fields.length > 1 && fields[last]?.trim() === '') fields.pop();
  return fields.map((field) => fieldText(field.replaceAll(ESCAPED, '|')));
}

/** Text of a Markdown or plain field: emphasis marks removed, `<br>` joined like a line break in a cell. */
export function fieldText(text: string): string {
  return stripMarks(text)
    .split(/<br\s*\/?>/i)
    .map(tidy)
    .reduce(joinLines, '');
}

/** Removes Markdown emphasis and the entity for a blank. */
export function stripMarks(text: string): string {
  return text.replaceAll('**', '').replaceAll('&nbsp;', ' ');
}
