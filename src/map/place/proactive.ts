/** Table 二: which block a header row opens, and where the figures of its rows stand. */

import {
  PROACTIVE_BLOCKS,
  PROACTIVE_MEASURES,
  type ProactiveBlock,
  type ProactiveMeasureCode,
} from '../../form/index.js';
import type { DraftRow, Header } from '../walk/draft.js';
import { isOneGrid, type RowCell, type SourceRow } from '../walk/rows.js';
import { halfWidth, isFigure, type MoneyUnit } from '../words/figures.js';
import { similarity, VOCABULARY } from '../words/labels.js';
import { labelText, type Simplify } from '../words/text.js';
import { holdsTwoFigures, slotsOf } from './values.js';

export interface ProactiveColumn {
  readonly measure: ProactiveMeasureCode;
  /** False when the printed column label does not stand for the measure: its figures are not taken. */
  readonly trusted: boolean;
  readonly span: { readonly from: number; readonly to: number };
  readonly unit: MoneyUnit;
}

/** A header row understood as one of the form's blocks. */
export interface OpenBlock {
  readonly edition: '2019' | '2021';
  readonly columns: readonly ProactiveColumn[];
}

/** Header texts with the grid slots they cover. */
interface Heading {
  readonly text: string;
  readonly span: { readonly from: number; readonly to: number };
  readonly code: string | null;
}

/** A header label cut short still fits when it begins as the official one (`本年新` for both 2019 columns). */
const SHORTEST_PREFIX = 3;
const CONTENT_LABEL = /^信息内容|^信息类别|^项目$|^内容$/;

/** The block that a header and the label of a row below it name together, or null. */
export function openBlock(header: Header, item: string, simplify: Simplify): OpenBlock | null {
  const headings = header.rows.flatMap((row) => headingsOf(row, simplify));
  return blockUnder(headings, item) ?? blockUnder(withoutRepeats(headings), item);
}

/** The spans of some copies are lost so that a merged cell stands in each of its slots: `本年废止件数 | 本年废止件数`. */
function withoutRepeats(headings: readonly Heading[]): Heading[] {
  const merged: Heading[] = [];
  for (const heading of headings) {
    const before = merged.at(-1);
    if (before && before.text === heading.text && before.span.to === heading.span.from)
      merged[merged.length - 1] = { ...before, span: { from: before.span.from, to: heading.span.to } };
    else merged.push(heading);
  }
  return merged;
}

function blockUnder(headings: readonly Heading[], item: string): OpenBlock | null {
  let best: { block: ProactiveBlock; score: number } | null = null;
  let tied = false;
  for (const block of PROACTIVE_BLOCKS as readonly ProactiveBlock[]) {
    if (!accepts(block, item) || block.measures.length !== headings.length) continue;
    const score = agreement(block, headings);
    if (score <= 0) continue;
    tied = best !== null && score === best.score && best.block.edition !== block.edition;
    if (!best || score > best.score) best = { block, score };
  }
  if (!best || tied) return null;
  const { block } = best;
  return { edition: block.edition, columns: headings.map((heading, at) => column(block, heading, at)) };
}

/** 其他主动公开文件 stands in the block of 规章 in some provinces. */
function accepts(block: ProactiveBlock, item: string): boolean {
  return block.items.some((code) => code === item) || (item === 'other_documents' && block.clause === '一');
}

/** How many headings name the block's measures in order, or all of them in another; negative when one names another measure. */
function agreement(block: ProactiveBlock, headings: readonly Heading[]): number {
  const codes = headings.map(({ code }) => code);
  if (isPermutation(codes, block.measures)) return codes.length;
  let score = 0;
  for (const [at, code] of codes.entries()) {
    if (code === block.measures[at]) score++;
    else if (code !== null) return -1;
  }
  return score;
}

function isPermutation(codes: readonly (string | null)[], measures: readonly string[]): boolean {
  return new Set(codes).size === measures.length && measures.every((measure) => codes.includes(measure));
}

function column(block: ProactiveBlock, heading: Heading, at: number): ProactiveColumn {
  const own = block.measures.find((code) => code === heading.code);
  const measure = own ?? (block.measures[at] as ProactiveMeasureCode);
  const official = PROACTIVE_MEASURES.find(({ code }) => code === measure)?.zh ?? '';
  const cut = heading.text.length >= SHORTEST_PREFIX && official.startsWith(heading.text);
  return {
    measure,
    trusted: heading.code === measure || cut || resembles(heading, block, measure),
    span: heading.span,
    unit: unitOf(heading.text),
  };
}

/** A misprint that is as near to a label of the other form (本新年制作数量, 本年制发数量) is told by the block it stands in. */
function resembles({ text, code }: Heading, { measures }: ProactiveBlock, measure: string): boolean {
  if (code !== null) return false;
  const nearness = (wanted: string): number =>
    similarity(text, PROACTIVE_MEASURES.find((known) => known.code === wanted)?.zh ?? '');
  const others = measures.filter((other) => other !== measure).map(nearness);
  return nearness(measure) - Math.max(0, ...others) >= CLEARLY_NEARER && nearness(measure) >= NEAR;
}

/** Shares of the characters of a label. */
const NEAR = 0.7;
const CLEARLY_NEARER = 0.15;

function headingsOf(row: SourceRow, simplify: Simplify): Heading[] {
  const own = row.cells.filter((cell) => !cell.inherited && cell.text !== '');
  const labels = own.map((cell) => ({ cell, label: labelText(cell.text, simplify) }));
  return labels
    .filter(
      ({ label }, at) =>
        !(at === 0 && labels.length > 1 && !VOCABULARY.measure.find(label)) &&
        !CONTENT_LABEL.test(label.full),
    )
    .map(({ cell, label }) => ({
      text: simplify(cell.text.replace(/\s+/g, '')),
      span: { from: cell.col, to: cell.col + cell.colSpan },
      code: VOCABULARY.measure.find(label)?.code ?? null,
    }));
}

/** Where a misprint jumbles the remark (`（单位万：元）`), the larger unit it still names is the one. */
export function unitOf(text: string): MoneyUnit {
  const remark = /[(:].*$/.exec(halfWidth(text))?.[0] ?? '';
  if (remark.includes('亿')) return '亿元';
  if (remark.includes('万')) return '万元';
  return /[(:](?:单位)?:?元/.test(remark) ? '元' : '';
}

/** The cell under each measure; `undecided` when the layout does not tell. */
export function placeProactive(row: DraftRow, block: OpenBlock): (RowCell | null | 'undecided')[] {
  const source = row.reading.row;
  const slots = slotsOf(source, row.reading.labelAt);
  const width = block.columns.length;
  const sameGrid = isOneGrid(row.header?.rows.at(-1), source);
  const cells =
    lostField(row) || hasFused(row) || runsOn(slots)
      ? null
      : ((sameGrid ? underColumns(slots, block) : null) ??
        (isUnderOther(row, slots) ? null : inOrder(slots, width, source.layout === 'aligned')));
  return block.columns.map(({ trusted }, at) => (trusted && cells ? (cells[at] ?? null) : 'undecided'));
}

/** `行政强制44`: the mark between a label and its first figure is lost. */
const FIGURE_IN_LABEL = /[^\d\s.．、（(]\s?\d+$/;

/**
 * A line of delimited text with fewer fields than its header has lost one, or the mark between two: then a blank field
 * need not be that of the column it seems to stand in.
 */
function lostField({ header, reading: { row, labelAt } }: DraftRow): boolean {
  const label = row.cells[labelAt]?.text ?? '';
  if (row.layout === 'delimited' && FIGURE_IN_LABEL.test(label)) return true;
  const fields = header?.rows.at(-1)?.cells.length ?? 0;
  const blanks = row.cells.slice(labelAt + 1).some(({ text }) => text === '');
  return row.layout === 'delimited' && row.cells.length < fields && blanks;
}

/** The heading of the last of three columns in the form of 2019; alone, as if the others were lost. */
const LAST_OF_THREE = /^处理决定数量/;

/** Whether the only heading left is one of three, and the figure of the row stands beside it, under one that is lost. */
function isUnderOther({ header, reading: { row } }: DraftRow, slots: readonly RowCell[]): boolean {
  const headings = header?.rows.flatMap(({ cells }) => cells.filter(({ text }) => text !== '')) ?? [];
  const [only, more] = headings.filter(({ text }) => !CONTENT_LABEL.test(text));
  if (row.layout !== 'aligned' || only === undefined || more !== undefined) return false;
  const under = ({ col, text }: RowCell): boolean => text === '' || col === only.col;
  return LAST_OF_THREE.test(only.text) && !slots.every(under);
}

/** Two figures in one cell beside a blank one: columns found from white space have run together. */
function hasFused({ reading: { row, labelAt } }: DraftRow): boolean {
  const own = row.cells.slice(labelAt + 1);
  return row.layout === 'aligned' && own.some(({ text }) => text === '') && own.some(holdsTwoFigures);
}

/** The heading of the next block among the figures: the rows have run together, and cells of this one may be lost. */
function runsOn(slots: readonly RowCell[]): boolean {
  return slots.some(({ text }) => NEXT_BLOCK.test(text));
}

const NEXT_BLOCK = /第?二十条第?|^信息内容$/;

/** Every printed figure under one column; several cells under one column must agree. */
function underColumns(slots: readonly RowCell[], block: OpenBlock): (RowCell | null)[] | null {
  const cells: (RowCell | null)[] = block.columns.map(() => null);
  for (const slot of slots) {
    const under = block.columns.flatMap(({ span }, at) =>
      slot.col < span.to && slot.col + slot.colSpan > span.from ? [at] : [],
    );
    if (slot.text === '') {
      for (const at of under) cells[at] ??= slot;
      continue;
    }
    const [at] = under;
    if (at === undefined || under.length > 1) return null;
    const held = cells[at];
    if (held && held.text !== '' && held.text !== slot.text) return null;
    if (!held || held.text === '') cells[at] = slot;
  }
  return cells.includes(null) ? null : cells;
}

/**
 * As many figures as columns stand under them in their order. Where columns were found from white space, an empty
 * one between them is a gutter that another block of the table needs.
 */
function inOrder(slots: readonly RowCell[], width: number, gutters: boolean): (RowCell | null)[] | null {
  if (slots.length === width) return [...slots];
  const printed = slots.filter(({ text }) => text !== '');
  if (printed.length === 0) return Array.from({ length: width }, () => null);
  const side = printed.every((cell, at) => cell === slots[at]);
  if (printed.length === width && (side || (gutters && printed.every(({ text }) => isFigure(text)))))
    return printed;
  const same = printed.every(({ text }) => text === printed[0]?.text);
  if (width === 1 && same) return [printed[0] ?? null];
  return null;
}
