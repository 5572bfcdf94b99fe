/**
 * Document → normalized report. The road: walk (state machine notes which row is which) → assemble (columns,
 * states, copies) → judge (edition, status, what a person should look at).
 */

import type { Document } from '../model/document.js';
import type { FormCell, MappedReport, ReportEdition } from '../model/report.js';
import { assembleTables, type Tables } from './assemble/index.js';
import { identify, loadGazetteer } from './identity/index.js';
import { attentionOf, statusOf } from './judge.js';
import { gatherEvidence } from './metadata/evidence.js';
import { readMetadata } from './metadata/index.js';
import { readNarrative } from './narrative/index.js';
import { trusted } from './recognised.js';
import { unfolded } from './shape/unfolded.js';
import type { Draft } from './walk/draft.js';
import { walk } from './walk/walk.js';
import { simplifierFor } from './words/simplify.js';
import type { Simplify } from './words/text.js';

/** Maps a document and keeps the notes of the walk, from which a mapping can be explained. */
export async function mapWithDraft(
  printed: Document,
): Promise<{ report: MappedReport; draft: Draft; simplify: Simplify }> {
  const simplify = await simplifierFor(printed);
  const document = unfolded(printed, simplify);
  const evidence = gatherEvidence(document, simplify);
  const divisions = await loadGazetteer();
  const metadata = trusted(
    readMetadata(document, simplify, evidence),
    document,
    (agency, year) => identify(simplify(agency), year, evidence, divisions),
    divisions,
  );
  const draft = walk(document, simplify);
  const tables = assembleTables(draft, metadata.year.value, simplify);
  const edition = editionOf(tables);
  const all = Object.values(tables);
  const cells = all
    .flatMap((table) => table.cells.map((cell) => withEdition(cell, edition)))
    .map((cell) => afterDamage(cell, document));
  const read = cells.filter(({ state }) => state !== 'absent' && state !== 'unreadable').length;
  const expected = expectedCells(tables, edition);
  const agency = simplify(metadata.agency.value);
  const identity = identify(agency, metadata.year.value, evidence, divisions);
  const report: MappedReport = {
    metadata,
    identity,
    edition,
    status: statusOf(document, tables, read, expected),
    cells,
    unmapped: all.flatMap((table) => table.unmapped),
    cellsExpected: cells.length === 0 ? 0 : expected,
    cellsRead: read,
    narrative: readNarrative(
      document,
      { agency, regionPath: identity.regionPath, year: metadata.year.value },
      simplify,
    ),
    attention: attentionOf(document, tables, cells),
  };
  return { report, draft, simplify };
}

/**
 * Recognised from the tables, never from the year: the blocks of table 二, and the sub-rows of 其他处理, which
 * only the 2021 form has. The one-row 其他处理 is met in 2021-form reports too and decides only when alone.
 */
function editionOf({ proactive, applications }: Tables): ReportEdition {
  const blocks = new Set(proactive.editions);
  const rows = applications.editions;
  if (blocks.size === 0) return [...rows][0] ?? '';
  if (rows.has('2021')) blocks.add('2021');
  return blocks.size > 1 ? 'mixed' : ([...blocks][0] ?? '');
}

function withEdition(cell: FormCell, edition: ReportEdition): FormCell {
  return cell.edition === '' ? { ...cell, edition } : cell;
}

/** In a damaged or doubtful document nobody can say that a row is absent or a cell without a place blank. */
function afterDamage(cell: FormCell, { damage, doubt }: Document): FormCell {
  const isMissing = cell.state === 'absent' || (cell.state === 'blank' && cell.locator === null);
  const reason = damage ?? doubt;
  return reason !== undefined && isMissing ? { ...cell, state: 'unreadable', reason } : cell;
}

const FULL_TABLE = {
  proactive: { '2019': 22, '2021': 10 },
  applications: { '2019': 161, '2021': 175 },
  remedies: 15,
} as const;

/** Cells of the tables that were found, and of the edition's form for those that were not. */
function expectedCells(tables: Tables, edition: ReportEdition): number {
  const form = edition === '2019' ? '2019' : '2021';
  return (
    (tables.proactive.cells.length || FULL_TABLE.proactive[form]) +
    (tables.applications.cells.length || FULL_TABLE.applications[form]) +
    (tables.remedies.cells.length || FULL_TABLE.remedies)
  );
}
