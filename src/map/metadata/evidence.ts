/** Everything of a document that its metadata can be read from, gathered once. */

import type { Document } from '../../model/document.js';
import { readHeading } from '../walk/headings.js';
import type { Simplify } from '../words/text.js';

export interface Evidence {
  /** Paragraphs before the first section of the report, in order. */
  readonly opening: readonly Line[];
  /** The whole running text before the tables, for sentences such as the statistics period. */
  readonly preface: string;
  /** The last paragraphs, where name and date are signed. */
  readonly closing: readonly string[];
  /** Behind the heading of the last section, where they are signed too, whatever a page prints below the report. */
  readonly foot: readonly string[];
  /** `发布机构`, `发布日期` … from metadata tables and lines, the first of a name wins. */
  readonly fields: ReadonlyMap<string, string>;
  readonly tags: Readonly<Record<string, string>>;
  readonly pageTitle: string;
  readonly breadcrumb: readonly string[];
  /** A text found above as it is printed: the evidence is in simplified characters. */
  readonly asPrinted: (text: string) => string;
}

export interface Line {
  readonly text: string;
  readonly heading: boolean;
}

/** Field names of the metadata tables of the portals, by the fact they state. */
export const FIELD_NAMES = [
  '发布机构',
  '发布单位',
  '发文机关',
  '发文单位',
  '公开主体',
  '公开责任部门',
  '责任部门',
  '责任单位',
  '所属机构',
  '发布部门',
  '信息来源',
  '稿件来源',
  '文章来源',
  '来源',
  '发布日期',
  '发布时间',
  '公开日期',
  '公开时间',
  '发文日期',
  '成文日期',
  '生成日期',
  '更新日期',
  '更新时间',
  '日期',
  '时间',
  '信息名称',
  '文件名称',
  '标题',
  '名称',
] as const;
export type FieldName = (typeof FIELD_NAMES)[number];

/** Portals put navigation before the article; the preface is looked for in this many characters at most. */
const LONGEST_PREFACE = 6_000;
const CLOSING_LINES = 12;
const FOOT_LINES = 16;
const NAMES: ReadonlySet<string> = new Set(FIELD_NAMES);
const COLON = /[:：]/;
const MOST_FIELD_CELLS = 400;
/** `来源`, `日期`. */
const SHORTEST_FIELD = 2;
const FIELD_LINE = new RegExp(
  `(?:^|[\\s【\\[|])(${FIELD_NAMES.join('|')})[\\]】]?\\s*[:：]\\s*([^\\s:：|]+(?:\\s+\\d{1,2}:\\d{2}(?::\\d{2})?)?)`,
  'g',
);
/** Blanks between the fields of a line are lost in many a PDF: 来源：洪泽区人民政府日期：2020-03-28阅读：2232. */
const RUN_TOGETHER = new RegExp(
  `(?<=[府局厅委办会心社院部处镇乡站网号日\\d])(?=(?:${FIELD_NAMES.join('|')}|浏览次数|浏览量|访问量|访问次数|点击数|点击率|阅读|字体|作者)[:：])`,
  'g',
);

/** Collects the evidence of a document, in simplified characters so that one set of rules reads it. */
export function gatherEvidence(document: Document, simplify: Simplify): Evidence {
  const printed = new Map<string, string>();
  const even = (text: string): string => {
    const simplified = simplify(text);
    if (simplified !== text) printed.set(simplified, text);
    return simplified;
  };
  const lines: Line[] = [];
  for (const block of document.blocks) {
    if (block.kind === 'paragraph' && block.text !== '') {
      lines.push({ text: even(block.text), heading: block.heading !== undefined });
    }
  }
  const firstSection = lines.findIndex(({ text }) => readHeading(text, (same) => same).section !== null);
  const lastSection = lines.findLastIndex(
    ({ text }) => readHeading(text, (same) => same).section === 'other',
  );
  const openingEnd = firstSection < 0 ? lines.length : firstSection;
  const { tags, title = '', breadcrumb = [] } = document.metadata;
  return {
    opening: lines.slice(0, openingEnd),
    preface: lines
      .slice(0, openingEnd + CLOSING_LINES)
      .map(({ text }) => text)
      .join('\n')
      .slice(-LONGEST_PREFACE),
    closing: lines.slice(-CLOSING_LINES).map(({ text }) => text),
    foot:
      lastSection < 0
        ? []
        : lines.slice(lastSection + 1, lastSection + 1 + FOOT_LINES).map(({ text }) => text),
    fields: gatherFields(document, lines.slice(0, openingEnd), even),
    tags: Object.fromEntries(Object.entries(tags).map(([name, value]) => [name, even(value)])),
    pageTitle: even(title),
    breadcrumb: breadcrumb.map(even),
    asPrinted: (text) => restore(text, printed),
  };
}

/** Conversion keeps the length of nearly every text, so the printed form stands at the same place. */
function restore(text: string, printed: ReadonlyMap<string, string>): string {
  for (const [simplified, original] of printed) {
    const at = simplified.indexOf(text);
    if (at >= 0 && simplified.length === original.length) return original.slice(at, at + text.length);
  }
  return text;
}

function gatherFields(
  document: Document,
  opening: readonly Line[],
  even: Simplify,
): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  const note = (name: string, value: string) => {
    const clean = value.trim();
    if (clean !== '' && !fields.has(name)) fields.set(name, clean);
  };
  const cells = document.blocks
    .flatMap((block) => (block.kind === 'table' ? block.cells : []))
    .slice(0, MOST_FIELD_CELLS);
  for (const [at, cell] of cells.entries()) {
    if (cell.text.length < SHORTEST_FIELD) continue;
    const text = even(cell.text);
    const name = text.replace(/[\s:：【】[\]]+/g, '');
    if (NAMES.has(name)) note(name, even(cells[at + 1]?.text ?? ''));
    else if (COLON.test(text))
      for (const match of text.matchAll(FIELD_LINE)) note(match[1] ?? '', match[2] ?? '');
  }
  for (const { text } of opening) {
    for (const match of text.replace(RUN_TOGETHER, ' ').matchAll(FIELD_LINE))
      note(match[1] ?? '', match[2] ?? '');
  }
  return fields;
}
