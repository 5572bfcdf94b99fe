/** Feeds a document to the state machine, block by block, and returns the machine's notes. */

import { createActor } from 'xstate';
import type { Block, Document, Paragraph, Table } from '../../model/document.js';
import { isFigure } from '../words/figures.js';
import type { Simplify } from '../words/text.js';
import { Draft } from './draft.js';
import { type Heading, readHeading } from './headings.js';
import { looseRows } from './loose.js';
import { formMachine } from './machine.js';
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
  const sendRow = (row: SourceRow) => actor.send({ type: 'ROW', reading: readRow(row, simplify) });
  for (const run of runsOf(document.blocks, simplify)) {
    if (run.kind === 'table') for (const row of tableRows(run)) sendRow(row);
    else if (run.kind === 'loose') for (const row of looseRows(run.paragraphs, simplify)) sendRow(row);
    else if (run.kind === 'heading') actor.send({ type: 'HEADING', ...run.heading });
  }
  actor.stop();
  return draft;
}

type Run =
  | Table
  | { readonly kind: 'heading'; readonly heading: Heading }
  | { readonly kind: 'loose'; readonly paragraphs: readonly Paragraph[] };

/**
 * Tables, paragraphs that tell the machine something, and runs of cell-like paragraphs taken together. Section
 * headings end a run, and so does running text, which is left out.
 */
function* runsOf(blocks: readonly Block[], simplify: Simplify): Iterable<Run> {
  let pending: Paragraph[] = [];
  const flush = function* (): Iterable<Run> {
    const texts = pending.filter(({ text }) => text !== '').length;
    if (texts >= SHORTEST_LOOSE_TABLE || pending.some(isLineOfFigures))
      yield { kind: 'loose', paragraphs: pending };
    else for (const { text } of pending) yield* telling(readHeading(text, simplify));
    pending = [];
  };
  for (const block of blocks) {
    if (block.kind === 'table') {
      yield* flush();
      yield block;
      continue;
    }
    const heading = readHeading(block.text, simplify);
    if (!heading.section && (isCellLike(block, simplify) || isLastLine(block, pending.at(-1)))) {
      if (pending.length > 0 || block.text !== '') pending.push(block);
      continue;
    }
    yield* flush();
    yield* telling(heading);
  }
  yield* flush();
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
