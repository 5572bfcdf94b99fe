/** Feeds a document to the state machine, block by block, and returns the machine's notes. */

import { createActor } from 'xstate';
import type { Block, Document, Paragraph, Table } from '../../model/document.js';
import { inShape } from '../shape/index.js';
import { isFigure } from '../words/figures.js';
import type { Simplify } from '../words/text.js';
import { Draft } from './draft.js';
import { type Heading, readHeading } from './headings.js';
import { looseRows } from './loose.js';
import { formMachine } from './machine.js';
import { isRowOfForm, type Overlooked, rowOfForm, rowsOfForm } from './overlooked.js';
import { readRow } from './reading.js';
import { type SourceRow, tableRows } from './rows.js';
import { isCellLike } from './tokens.js';

/** Fewer short paragraphs in a row than this are headings and captions, not a table. */
const SHORTEST_LOOSE_TABLE = 5;

/** Walks through the document once, in reading order. */
export function walk(document: Document, simplify: Simplify): Draft {
  const draft = new Draft();
  const actor = createActor(formMachine, { input: { draft } });
  actor.start();
  const sendRow = (row: SourceRow) => {
    const reading = readRow(row, simplify);
    const before = draft.rows.length;
    actor.send({ type: 'ROW', reading });
    const isPlaced = draft.rows.length > before && draft.rows.at(-1)?.code !== null;
    if (!isPlaced) noteOverlooked(draft, rowOfForm(reading));
  };
  for (const run of runsOf(inShape(document.blocks, simplify), simplify)) {
    if (run.kind === 'table') for (const row of tableRows(run)) sendRow(row);
    else if (run.kind === 'loose') for (const row of looseRows(run.paragraphs, simplify)) sendRow(row);
    else if (run.kind === 'heading') actor.send({ type: 'HEADING', ...run.heading });
    else draft.overlooked.push(...rowsOfForm(run.paragraph, simplify));
  }
  actor.stop();
  return draft;
}

function noteOverlooked(draft: Draft, row: Overlooked | null): void {
  if (row) draft.overlooked.push(row);
}

type Run =
  | Table
  | { readonly kind: 'heading'; readonly heading: Heading }
  | { readonly kind: 'loose'; readonly paragraphs: readonly Paragraph[] }
  | { readonly kind: 'left'; readonly paragraph: Paragraph };

/**
 * Tables, paragraphs that tell the machine something, and runs of cell-like paragraphs taken together. Section
 * headings end a run, and so does running text, which is left out.
 */
function* runsOf(blocks: readonly Block[], simplify: Simplify): Iterable<Run> {
  let pending: Paragraph[] = [];
  let above: Table | null = null;
  const flush = function* (below: Table | null): Iterable<Run> {
    if (isLooseTable(pending, [above, below], simplify)) yield { kind: 'loose', paragraphs: pending };
    else
      for (const paragraph of pending)
        yield* [...telling(readHeading(paragraph.text, simplify)), ...left(paragraph)];
    pending = [];
    above = below;
  };
  for (const block of blocks) {
    if (block.kind === 'table') {
      yield* flush(block);
      yield block;
      continue;
    }
    const heading = readHeading(block.text, simplify);
    if (!heading.section && (isCellLike(block, simplify) || isLastLine(block, pending.at(-1)))) {
      if (pending.length > 0 || block.text !== '') pending.push(block);
      continue;
    }
    yield* flush(null);
    yield* [...telling(heading), ...left(block)];
  }
  yield* flush(null);
}

/** A few lines are a table where they are rows of one: with figures, or beside a table of which they are a row. */
function isLooseTable(
  lines: readonly Paragraph[],
  beside: readonly (Table | null)[],
  simplify: Simplify,
): boolean {
  const texts = lines.filter(({ text }) => text !== '');
  if (texts.length >= SHORTEST_LOOSE_TABLE || texts.some(isLineOfFigures)) return true;
  // A text whose blank cells left no trace has rows of nothing but a label, without a delimiter.
  const inDelimited = beside.some((table) => table?.layout === 'delimited');
  return texts.some(
    (line) =>
      isHeaderOfResults(line, simplify) ||
      isRowOfForm(line, simplify, 'with') ||
      (inDelimited && isRowOfForm(line, simplify, 'without')),
  );
}

/** A line of table 四's header in which its columns stand beside each other. */
function isHeaderOfResults({ text }: Paragraph, simplify: Simplify): boolean {
  const words = simplify(text).split(/[\s|]+/);
  return words.filter((word) => RESULT_WORD.test(word)).length >= RESULTS_IN_A_HEADER;
}
const RESULT_WORD = /^(?:结果维持|结果纠正|其[他它]结果|尚未审结)$/;
const RESULTS_IN_A_HEADER = 3;

/** A paragraph that is no part of a table; a short one without digits has nothing to tell. */
function* left(paragraph: Paragraph): Iterable<Run> {
  if (/\d/.test(paragraph.text)) yield { kind: 'left', paragraph };
}

/** The last line of a label can hold one or two characters of it, which are no word of the form. */
const LONGEST_LAST_LINE = 6;

function isLastLine({ text }: Paragraph, before: Paragraph | undefined): boolean {
  const above = before?.text ?? '';
  return text !== '' && text.length <= LONGEST_LAST_LINE && above !== '' && !isFigure(above);
}

/** A row of table 四 is one line below its header. */
function isLineOfFigures({ text }: Paragraph): boolean {
  const figures = text.split(/\s+/);
  return figures.length >= SHORTEST_LOOSE_TABLE && figures.every(isFigure);
}

function* telling(heading: Heading): Iterable<Run> {
  if (heading.section !== null || heading.year !== null) yield { kind: 'heading', heading };
}
