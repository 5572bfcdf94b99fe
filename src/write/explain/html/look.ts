/** How a place of the source is marked: by class, by sign, and in words. */

import type { ExplainedCell, ExplainedRow, SourcePlace } from '../../../model/explanation.js';
import { matchWords, STATE_SIGNS } from '../words.js';
import { formId, formRowId, type Roles, whyCell, whyRow } from './links.js';

export interface Look {
  readonly className: string;
  readonly sign: string;
  readonly title: string;
  /** Id of what was made of it; empty when nothing was. */
  readonly href: string;
}

const PLAIN: Look = { className: '', sign: '', title: '', href: '' };

/** The look of a cell or paragraph with that text. */
export function lookAt(place: SourcePlace, text: string, roles: Roles): Look {
  const { cells, row, header } = roles.at(place);
  if (cells.length > 0) return ofValue(cells as readonly [ExplainedCell, ...ExplainedCell[]]);
  if (row) return ofLabel(row);
  if (header) return ofHeader(header);
  return ofRest(place, text, roles);
}

function ofValue(cells: readonly [ExplainedCell, ...ExplainedCell[]]): Look {
  const told = cells.find(({ cell }) => cell.state !== 'reported') ?? cells[0];
  return {
    className: `st-${told.cell.state}`,
    sign: STATE_SIGNS[told.cell.state],
    title: cells.map(whyCell).join('\n\n'),
    href: formId(told),
  };
}

function ofLabel(row: ExplainedRow): Look {
  const title = whyRow(row);
  if (row.cells.length === 0) {
    return row.figures > 0 ? { className: 'lost', sign: '!', title, href: '' } : { ...PLAIN, title };
  }
  const isFigures = row.table === 'remedies';
  const sure = isFigures || row.match?.kind === 'exact';
  return {
    className: sure ? 'label' : 'label unsure',
    sign: sure ? '' : matchWords(row),
    title,
    href: isFigures ? '' : formRowId(row.table, row.code),
  };
}

function ofHeader(columns: readonly string[]): Look {
  const title = columns.length > 0 ? `header of the column ${columns.join(', ')}` : 'part of the header';
  return { className: 'header', sign: '', title, href: '' };
}

/** Worked out from the row rather than read from one cell of it. */
function isOfWholeRow({ state, locator, slot = -1 }: ExplainedCell['cell']): boolean {
  return locator !== null && slot < 0 && (state === 'unreadable' || state === 'inferred');
}

/** A figure in a row of the form of which nothing was made must be seen. */
function ofRest(place: SourcePlace, text: string, roles: Roles): Look {
  const row = roles.rowOf(place);
  if (!row || text === '' || place.col <= (row.place?.col ?? 0)) return PLAIN;
  if (row.unused !== '') return { className: 'lost', sign: '', title: `not used: ${row.unused}`, href: '' };
  const ofRow = row.cells.find(({ cell }) => isOfWholeRow(cell));
  if (!ofRow) return { className: 'lost', sign: '!', title: 'no value was taken from this cell', href: '' };
  const { state, reason = '' } = ofRow.cell;
  const title = `no value was taken from this cell alone\n${state}: ${reason}`;
  return { className: `st-${state}`, sign: STATE_SIGNS[state], title, href: formId(ofRow) };
}
