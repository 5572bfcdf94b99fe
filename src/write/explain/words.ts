/** The words of an explanation: signs of states, kinds of match, names of tables, rules and formats. */

import { codebook } from '../../form/index.js';
import type { Document, MediaType } from '../../model/document.js';
import type { ExplainedRow } from '../../model/explanation.js';
import type { CellState, FormTable } from '../../model/report.js';
import { FORMAT_NAMES } from '../format-names.js';

/** Tables of the form in its order. */
export const TABLES = ['proactive', 'applications', 'remedies'] as const satisfies readonly FormTable[];

export const TABLE_NAMES: Readonly<Record<FormTable, { readonly zh: string; readonly en: string }>> = {
  proactive: { zh: '二、主动公开政府信息情况', en: 'Information disclosed on own initiative' },
  applications: {
    zh: '三、收到和处理政府信息公开申请情况',
    en: 'Applications for information received and handled',
  },
  remedies: { zh: '四、政府信息公开行政复议、行政诉讼情况', en: 'Administrative review and litigation' },
};

/** What stands beside a value, so that no state is told by colour alone. A bare number has no sign. */
export const STATE_SIGNS: Readonly<Record<CellState, string>> = {
  reported: '',
  noted: '*',
  blank: '-',
  absent: 'x',
  unreadable: '?',
  recognized: '^',
  inferred: '~',
};

export const STATE_LABELS: ReadonlyMap<string, { readonly zh: string; readonly en: string }> = new Map(
  codebook()
    .filter(({ axis }) => axis === 'state')
    .map(({ code, zh, en }) => [code, { zh, en }]),
);

/** A value with the sign of its state: `22*`, `~3`, `-`, `?`. */
export function signed(value: string, state: CellState): string {
  const sign = STATE_SIGNS[state];
  if (value === '') return sign;
  return state === 'noted' ? value + sign : sign + value;
}

/** `exact`, `similar 83%`: how a label was recognised. */
export function matchWords({ match }: ExplainedRow): string {
  if (!match) return 'no match';
  if (match.kind === 'exact' || match.score === null) return match.kind;
  return `${match.kind} ${Math.floor(match.score * 100)}%`;
}

/** What the kinds of match mean. */
export const MATCH_MEANINGS = {
  exact: 'the printed label is one of the form',
  contained: 'a label of the form stands inside the printed one',
  similar: 'the printed label differs from one of the form by a few characters',
  position: 'the place of the row tells what it is, not its label',
} as const satisfies Readonly<Record<NonNullable<ExplainedRow['match']>['kind'], string>>;

/** Formats that an office program has made a DOCX of before they are read. */
const THROUGH_DOCX: ReadonlySet<MediaType> = new Set([
  'application/vnd.oasis.opendocument.text',
  'application/msword',
  'application/rtf',
  'application/x-uof',
]);

function formatOf(mediaType: MediaType): string {
  return `${FORMAT_NAMES[mediaType]}${THROUGH_DOCX.has(mediaType) ? ', through DOCX' : ''}`;
}

/** Format, encoding, pages, tables and pictures of a document, one fact each. */
export function documentFacts({ mediaType, encoding, pages, pictures, blocks }: Document): string[] {
  const tables = blocks.filter(({ kind }) => kind === 'table').length;
  const facts = [formatOf(mediaType)];
  if (encoding) facts.push(`encoding ${encoding}`);
  if (pages) facts.push(counted(pages.count, 'page'));
  if (pages && pages.withoutText > 0) facts.push(`${counted(pages.withoutText, 'page')} without text`);
  facts.push(counted(tables, 'table'), counted(blocks.length - tables, 'paragraph'));
  if (pictures.embedded > 0) facts.push(`${counted(pictures.embedded, 'large picture')} inside`);
  if (pictures.linked > 0) facts.push(`${counted(pictures.linked, 'large picture')} linked`);
  return facts;
}

/** `1 row`, `3 rows`. */
export function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]+/gu;

/** Text of a report on one line: control characters would move the cursor, direction marks turn the line round. */
export function oneLine(text: string): string {
  return text.replace(UNPRINTABLE, ' ').trim();
}
