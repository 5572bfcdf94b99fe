/**
 * What can be said of one row without knowing where in the form it stands: which labels it carries, where its
 * values begin, what kind of header it may be. The state machine decides what that means.
 */

import { APPLICATION_ITEMS, type ApplicationGroup, LITIGATION_LABEL } from '../../form/index.js';
import { isOnlyFigures, isPlainCount } from '../words/figures.js';
import { type LabelMatch, similarity, VOCABULARY } from '../words/labels.js';
import { keptWithLabel, type LabelText, labelText, newLabel, type Simplify } from '../words/text.js';
import type { RowCell, SourceRow } from './rows.js';

export interface RowReading {
  readonly row: SourceRow;
  /** Index in `row.cells` of the cell whose text names the row; -1 when no text stands before the figures. */
  readonly labelAt: number;
  readonly label: LabelText;
  readonly item: LabelMatch | null;
  readonly proactiveItem: LabelMatch | null;
  /** Deepest group of outcomes named in the row or reaching into it. */
  readonly group: ApplicationGroup | null;
  /** Number of the 项 when the row is a heading 第二十条第（…）项; `?` when the number is lost. */
  readonly clause: string | null;
  readonly heads: {
    readonly applicants: number;
    readonly measures: number;
    readonly remedies: number;
    /** 信息内容, 申请人情况, 法人或其他组织: words that stand in headers only. */
    readonly proactive: boolean;
    readonly applications: boolean;
    readonly litigation: boolean;
  };
  /** Non-blank figures and marks after the label. */
  readonly figures: number;
  /** Own cells with any text. */
  readonly filled: number;
}

/** `其他` and `总计` name a row, an applicant or a result, depending on where they stand. */
const AMBIGUOUS: ReadonlySet<string> = new Set(['other_remaining', 'outcome_total']);
const MISPRINT_WITH_OTHER_NUMBER = 0.8;
const CLAUSE = /^第?二十条第?([一五六八九])?项?$/;
const ITEM_BY_CODE: ReadonlyMap<string, (typeof APPLICATION_ITEMS)[number]> = new Map(
  APPLICATION_ITEMS.map((item) => [item.code, item]),
);

/** Reads a row. `simplify` is used for matching only. */
export function readRow(row: SourceRow, simplify: Simplify): RowReading {
  const texts = row.cells.map(({ text }) => (isPlainCount(text) ? EMPTY : labelText(text, simplify)));
  const area = labelArea(row.cells);
  const labelAt = namingCell(row.cells, texts, area);
  const label = wholeLabel(row, texts, labelAt, simplify);
  return {
    row,
    labelAt,
    label,
    item: labelAt < 0 ? null : findItem(label),
    proactiveItem: labelAt < 0 ? null : findProactive(label),
    group: deepestGroup(texts.slice(0, labelAt + 1)),
    clause: clauseOf(row.cells, texts),
    heads: countHeads(row.cells, texts),
    figures: row.cells.filter(
      (cell, at) => at > labelAt && !cell.inherited && cell.text !== '' && isOnlyFigures(cell.text),
    ).length,
    filled: row.cells.filter((cell) => !cell.inherited && cell.text !== '').length,
  };
}

/** Whether the item's label alone does not tell what the row is. */
export function isAmbiguous(item: LabelMatch): boolean {
  return AMBIGUOUS.has(item.code);
}

const EMPTY = newLabel('', '', null);

/** A serial number may stand before a label; more figures than that are values, and text behind them is junk. */
const FIGURES_BEFORE_LABEL = 1;

/** Index after the last cell that can belong to the row's label: text that no figure precedes. */
function labelArea(cells: readonly RowCell[]): number {
  let end = 0;
  let figures = 0;
  for (const [at, cell] of cells.entries()) {
    if (cell.text === '') continue;
    if (!isOnlyFigures(cell.text)) end = at + 1;
    else if (end > 0 || ++figures > FIGURES_BEFORE_LABEL) break;
  }
  return end;
}

/** The rightmost own cell of the label area that is a label of the form; else the rightmost text. */
function namingCell(cells: readonly RowCell[], texts: readonly LabelText[], area: number): number {
  let fallback = -1;
  for (let at = area - 1; at >= 0; at--) {
    const cell = cells[at];
    const text = texts[at];
    if (!cell || !text || cell.inherited || cell.text === '' || isOnlyFigures(cell.text)) continue;
    if (findItem(text) || findProactive(text)) return at;
    if (fallback < 0) fallback = at;
  }
  return fallback;
}

/**
 * The label of a row. White space can part a label as it parts columns: what only resembles a label of the form and has
 * a text beside it that is no label itself is the end of a longer one (`4.无正当理由大量 | 反复申请`).
 */
function wholeLabel(
  { layout, cells }: SourceRow,
  texts: readonly LabelText[],
  at: number,
  simplify: Simplify,
): LabelText {
  const own = texts[at] ?? EMPTY;
  const match = findItem(own) ?? findProactive(own);
  if (layout !== 'aligned' || match === null || match.kind === 'exact') return own;
  const before = cells[at - 1];
  if (before === undefined || before.inherited || before.text === '') return own;
  if (VOCABULARY.group.find(texts[at - 1] ?? EMPTY) !== null) return own;
  return labelText(before.text + (cells[at]?.text ?? ''), simplify);
}

/**
 * An item of table 三. A misprint counts only when no other kind of label is nearer (本年新公开数量 of table 二
 * resembles 本年新收申请数量) and its printed number does not contradict it.
 */
export const findItem: (label: LabelText) => LabelMatch | null = keptWithLabel((label) => {
  const item = VOCABULARY.item.find(label) ?? byNumber(label);
  if (!item || item.kind === 'exact') return item && isBrokenGroup(label, item.code) ? null : item;
  if (item.kind === 'contained' && holdsTwoRows(label, item.code)) return null;
  const rivals = [VOCABULARY.group, VOCABULARY.measure, VOCABULARY.proactive, VOCABULARY.path].map((words) =>
    words.find(label),
  );
  if (rivals.some((rival) => rival && rival.kind !== 'contained' && rival.score >= item.score)) return null;
  if (item.kind === 'similar' && contradicts(label, item.code) && item.score < MISPRINT_WITH_OTHER_NUMBER)
    return null;
  return item;
});

/** `（六）其他` is the first line of its group, not the last row in it. */
function isBrokenGroup({ ordinal }: LabelText, code: string): boolean {
  return code === 'other_remaining' && ordinal?.kind === 'bracketed' && ordinal.number === OTHER_NUMBER;
}

/** Number of the group 其他处理. */
const OTHER_NUMBER = 6;

/** A number of the form, and what a damaged text layer made of the sign behind it. */
const DAMAGED_NUMBER = /^([一二三四五六七])[一二三四五六七八九十\d]?/;

/**
 * A label that is as near to two of the form (本年新收… and 上年结转… share most of their characters), told by the number
 * printed before it: `二1年结转政府信息公申请数量`.
 */
function byNumber({ full, ordinal }: LabelText): LabelMatch | null {
  const [start, han = ''] = DAMAGED_NUMBER.exec(full) ?? [];
  if (start === undefined || ordinal !== null) return null;
  const rest = full.slice(start.length);
  const near = APPLICATION_ITEMS.filter(({ number }) => number.replace(/[（）]/g, '') === han)
    .map(({ code, zh }) => ({ code, score: similarity(rest, labelText(zh, (text) => text).bare) }))
    .filter(({ score }) => score > 0);
  const [item] = near;
  return item && near.length === 1 ? { code: item.code, kind: 'similar', score: item.score } : null;
}

/** A row of table 二; null for a label in which the labels of several rows have run together. */
const findProactive: (label: LabelText) => LabelMatch | null = keptWithLabel((label) => {
  const item = VOCABULARY.proactive.find(label);
  return item?.kind === 'contained' && holdsSeveralProactive(label) ? null : item;
});

/** Words of which each names a row of table 二. */
const PROACTIVE_WORDS = ['规章', '规范性文件', '许可', '处罚', '强制', '管理服务', '收费', '采购'];

/** Whether a label, explanations in brackets left out, names more than one row of table 二. */
export function holdsSeveralProactive({ bare }: LabelText): boolean {
  return PROACTIVE_WORDS.filter((word) => bare.includes(word)).length > 1;
}

/** Two or more rows run together (`（七）总计四、结转下年度继续办理`): their figures belong to nobody knows which. */
function holdsTwoRows(label: LabelText, code: string): boolean {
  const own = labelText(ITEM_BY_CODE.get(code)?.zh ?? '', (text) => text).full;
  const rest = label.full
    .replace(own, ' ')
    .replace(code.startsWith('other_') ? OTHER_GROUP : '', '')
    .split(' ')
    .map((part) => part.replace(LOOSE_NUMBERS, ''));
  return rest.some((part) => {
    const other = VOCABULARY.item.find(newLabel(part, part, null));
    return other?.kind === 'exact' || (other?.kind === 'contained' && other.code !== code);
  });
}

/** The name of the group before one of its rows: `（六）其他处理` has no figures where it has rows. */
const OTHER_GROUP = /^其[他它]处理(?:[123] | )/;
/** Numbering at the edges of what is left of a label. */
const LOOSE_NUMBERS = /^[一二三四五六七八九十\d]+|[一二三四五六七八九十\d]+$/g;

function contradicts(label: LabelText, code: string): boolean {
  const official = officialOrdinal(code);
  return label.ordinal !== null && official !== null && label.ordinal.number !== official.number;
}

/** The numbering that the form prints before a row of table 三. */
export function officialOrdinal(code: string): LabelText['ordinal'] {
  return labelText(`${ITEM_BY_CODE.get(code)?.number ?? ''}、x`, (text) => text).ordinal;
}

function deepestGroup(texts: readonly LabelText[]): ApplicationGroup | null {
  for (const text of [...texts].reverse()) {
    const match = VOCABULARY.group.find(text);
    if (match && match.code !== 'outcomes') return match.code as ApplicationGroup;
  }
  return null;
}

function clauseOf(cells: readonly RowCell[], texts: readonly LabelText[]): string | null {
  const first = cells.findIndex((cell) => cell.text !== '');
  return clauseIn(texts[first] ?? EMPTY);
}

/** The number of the 项 that a label names; `?` where it is lost, null for any other label. */
export function clauseIn({ full }: LabelText): string | null {
  const match = CLAUSE.exec(full);
  return match ? (match[1] ?? '?') : null;
}

/** Whether a label is rather the one than the other: 本年度办理 is the first line of a group, though it resembles 本年办理数. */
function isNearer(match: LabelMatch | null, rival: LabelMatch | null): boolean {
  return match !== null && (rival === null || match.score >= rival.score);
}

/** Which parts of headers a label names; asked for every cell of a report. */
const namedBy = keptWithLabel((label: LabelText) => ({
  applicant: VOCABULARY.applicant.find(label) !== null,
  measure: isNearer(VOCABULARY.measure.find(label), VOCABULARY.group.find(label)),
  remedy: VOCABULARY.path.find(label) !== null || VOCABULARY.result.find(label)?.kind === 'exact',
}));

function countHeads(cells: readonly RowCell[], texts: readonly LabelText[]): RowReading['heads'] {
  let applicants = 0;
  let measures = 0;
  let remedies = 0;
  let proactive = false;
  let applications = false;
  let litigation = false;
  for (const [at, text] of texts.entries()) {
    if (cells[at]?.inherited || text.full === '') continue;
    const names = namedBy(text);
    if (names.applicant) applicants++;
    if (names.measure) measures++;
    if (names.remedy) remedies++;
    proactive ||= text.full === '信息内容';
    applications ||=
      text.full === '申请人情况' || text.full === '法人或其他组织' || text.full === '法人或者其他组织';
    litigation ||= text.full === LITIGATION_LABEL;
  }
  return { applicants, measures, remedies, proactive, applications, litigation };
}
