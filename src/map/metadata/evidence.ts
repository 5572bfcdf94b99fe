/** Everything of a document that its metadata can be read from, gathered once. */

import type { Document } from '../../model/document.js';
import { readHeading } from '../headings.js';
import type { Simplify } from '../text.js';

export interface Evidence {
  /** Paragraphs before the first section of the report, in order. */
  readonly opening: readonly Line[];
  /** The whole running text before the tables, for sentences such as the statistics period. */
  readonly preface: string;
  /** The last paragraphs, where name and date are signed. */
  readonly closing: readonly string[];
  /** `发布机构`, `发布日期` … from metadata tables and lines, the first of a name wins. */
  readonly fields: ReadonlyMap<string, string>;
  readonly tags: Readonly<Record<string, string>>;
  readonly pageTitle: string;
  readonly breadcrumb: readonly string[];
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
const MOST_FIELD_CELLS = 400;
const FIELD_LINE = new RegExp(
  `(?:^|[\\s【\\[|])(${FIELD_NAMES.join('|')})[\\]】]?\\s*[:：]\\s*([^\\s:：|]+(?:\\s+\\d{1,2}:\\d{2}(?::\\d{2})?)?)`,
  'g',
);

/** Collects the evidence of a document. */
export function gatherEvidence(document: Document, simplify: Simplify): Evidence {
  const lines: Line[] = [];
  for (const block of document.blocks) {
    if (block.kind === 'paragraph') lines.push({ text: block.text, heading: block.heading !== undefined });
  }
  const firstSection = lines.findIndex(({ text }) => readHeading(text, simplify).section !== null);
  const openingEnd = firstSection < 0 ? lines.length : firstSection;
  return {
    opening: lines.slice(0, openingEnd),
    preface: lines
      .slice(0, openingEnd + CLOSING_LINES)
      .map(({ text }) => text)
      .join('\n')
      .slice(-LONGEST_PREFACE),
    closing: lines.slice(-CLOSING_LINES).map(({ text }) => text),
    fields: gatherFields(document, lines.slice(0, openingEnd)),
    tags: document.metadata.tags,
    pageTitle: document.metadata.title ?? '',
    breadcrumb: document.metadata.breadcrumb ?? [],
  };
}

function gatherFields(document: Document, opening: readonly Line[]): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  const note = (name: string, value: string) => {
    const clean = value.trim();
    if (clean !== '' && !fields.has(name)) fields.set(name, clean);
  };
  const cells = document.blocks
    .flatMap((block) => (block.kind === 'table' ? block.cells : []))
    .slice(0, MOST_FIELD_CELLS);
  for (const [at, cell] of cells.entries()) {
    const name = cell.text.replace(/[\s:：【】[\]]+/g, '');
    if ((FIELD_NAMES as readonly string[]).includes(name)) note(name, cells[at + 1]?.text ?? '');
    else for (const match of cell.text.matchAll(FIELD_LINE)) note(match[1] ?? '', match[2] ?? '');
  }
  for (const { text } of opening) {
    for (const match of text.matchAll(FIELD_LINE)) note(match[1] ?? '', match[2] ?? '');
  }
  return fields;
}
