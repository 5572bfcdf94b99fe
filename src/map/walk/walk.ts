/** Feeds a document to the state machine, block by block, and returns the machine's notes. */

import { createActor } from 'xstate';
import type { Block, Document, Paragraph } from '../../model/document.js';
import type { Simplify } from '../words/text.js';
import { Draft } from './draft.js';
import { readHeading } from './headings.js';
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
    else if (run.text !== '') actor.send({ type: 'HEADING', ...readHeading(run.text, simplify) });
  }
  actor.stop();
  return draft;
}

type Run = Block | { readonly kind: 'loose'; readonly paragraphs: readonly Paragraph[] };

/** Blocks as they are, with runs of cell-like paragraphs taken together. Section headings end a run. */
function* runsOf(blocks: readonly Block[], simplify: Simplify): Iterable<Run> {
  let pending: Paragraph[] = [];
  const flush = function* (): Iterable<Run> {
    const texts = pending.filter(({ text }) => text !== '').length;
    if (texts >= SHORTEST_LOOSE_TABLE) yield { kind: 'loose', paragraphs: pending };
    else yield* pending;
    pending = [];
  };
  for (const block of blocks) {
    const cellLike =
      block.kind === 'paragraph' && !readHeading(block.text, simplify).section && isCellLike(block, simplify);
    if (cellLike) {
      if (pending.length > 0 || block.text !== '') pending.push(block);
      continue;
    }
    yield* flush();
    yield block;
  }
  yield* flush();
}
