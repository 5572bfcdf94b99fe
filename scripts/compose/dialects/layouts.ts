import { blankOut, type Layout, valueCells } from '../printed.js';
import { ALL_FORMATS, DOCX_FORMATS, HTML_FORMATS, PDF_FORMATS, TEXT_FORMATS } from '../render/formats.js';
import { tableLines } from '../render/lines.js';
import type { Dialect, DialectContext } from './dialect.js';

function layout(name: Layout) {
  return ({ printed }: DialectContext) => {
    printed.layout = name;
  };
}

/** Layouts that lose empty cells are only lossy when there are some. */
function layoutWithBlanks(name: Layout, share: number) {
  return ({ printed, random }: DialectContext) => {
    printed.layout = name;
    for (const cell of valueCells(printed))
      if (cell.text === '0' && random.chance(share)) blankOut(printed, cell);
  };
}

/** A text copy from which repeated strings were removed; nearly every figure is gone. */
function deduplicate({ printed }: DialectContext): void {
  const seen = new Set<string>();
  printed.blocks = printed.blocks.flatMap((block) => {
    if (block.kind !== 'table') return [block];
    const fresh = tableLines(block, 'paragraphs').filter((line) => !seen.has(line) && seen.add(line));
    return fresh.map((text) => ({ kind: 'paragraph' as const, text }));
  });
}

const ONE_BY_ONE = [...HTML_FORMATS, ...TEXT_FORMATS, ...DOCX_FORMATS];
const WITH_LINES = [...HTML_FORMATS, ...TEXT_FORMATS];

export const LAYOUT_DIALECTS: readonly Dialect[] = [
  {
    id: 'spans-lost',
    shows: 'an editor dropped the spans: every covered slot is an empty cell',
    kind: 'complete',
    group: 'layout',
    formats: [...HTML_FORMATS, ...PDF_FORMATS, ...DOCX_FORMATS],
    apply: layout('full-grid'),
  },
  {
    id: 'spans-missing',
    shows: 'an editor dropped the spans and the covered slots: rows have fewer cells',
    kind: 'complete',
    group: 'layout',
    formats: [...HTML_FORMATS, ...DOCX_FORMATS, ...TEXT_FORMATS],
    apply: layout('compact'),
  },
  {
    id: 'paragraphs',
    shows: 'one cell per paragraph and no table; zeros are printed',
    kind: 'complete',
    group: 'layout',
    formats: ALL_FORMATS,
    apply: layout('paragraphs'),
  },
  {
    id: 'paragraphs-blanks',
    shows: 'one cell per paragraph; empty cells leave no trace',
    kind: 'lossy',
    group: 'layout',
    formats: ONE_BY_ONE,
    combines: false,
    apply: layoutWithBlanks('paragraphs', 0.3),
  },
  {
    id: 'paragraphs-all-blank',
    shows: 'one cell per paragraph; labels follow labels because every zero was left empty',
    kind: 'lossy',
    group: 'layout',
    formats: ONE_BY_ONE,
    combines: false,
    apply: layoutWithBlanks('paragraphs', 1),
  },
  {
    id: 'paragraphs-kept',
    shows: 'one cell per paragraph; empty cells are empty paragraphs',
    kind: 'complete',
    group: 'layout',
    formats: WITH_LINES,
    combines: false,
    apply: layoutWithBlanks('paragraphs-kept', 0.3),
  },
  {
    id: 'lines',
    shows: 'one cell per line of text',
    kind: 'complete',
    group: 'layout',
    formats: WITH_LINES,
    apply: layout('lines'),
  },
  {
    id: 'lines-blanks',
    shows: 'one cell per line of text; empty cells are empty lines',
    kind: 'complete',
    group: 'layout',
    formats: WITH_LINES,
    combines: false,
    apply: layoutWithBlanks('lines', 0.3),
  },
  {
    id: 'lines-pipe',
    shows: 'one cell per line, each followed by a lone pipe',
    kind: 'complete',
    group: 'layout',
    formats: WITH_LINES,
    combines: false,
    apply: layoutWithBlanks('lines-pipe', 0.2),
  },
  {
    id: 'run-together',
    shows: 'a whole row is one string, label and figures without a gap',
    kind: 'lossy',
    group: 'layout',
    formats: ONE_BY_ONE,
    combines: false,
    apply: layout('run-together'),
  },
  {
    id: 'deduplicated',
    shows: 'a text copy without repeated strings',
    kind: 'lossy',
    group: 'layout',
    formats: ONE_BY_ONE,
    combines: false,
    apply: deduplicate,
  },
  {
    id: 'div-table',
    shows: 'a table of div elements laid out by CSS display: table',
    kind: 'complete',
    group: 'layout',
    formats: HTML_FORMATS,
    apply: layout('divs'),
  },
  {
    id: 'div-grid',
    shows: 'a flat run of div elements placed by a CSS grid',
    kind: 'complete',
    group: 'layout',
    formats: HTML_FORMATS,
    combines: false,
    apply: layout('grid'),
  },
];
