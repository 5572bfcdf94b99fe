/** Facts as short JSON: of a hundred thousand reports they wait on disk. */

import { APPLICANTS } from '../form/index.js';
import type { FindingCell } from '../model/finding.js';
import type { CellState } from '../model/report.js';
import type { Facts, Support, YearFacts } from './facts.js';
import { type AuditCell, cellKey } from './report.js';
import { CARRIED, COMPARED } from './years/compared.js';

/** Place in COMPARED, value, state (empty for the common one), locator. */
type PackedCell = [place: number, value: string, state: string, locator: FindingCell['locator']];
type PackedSupport = [place: number, move: number, identities: number];

interface Packed {
  readonly head: [string, string, string, string, string, string, string, string];
  readonly cells: readonly PackedCell[];
  readonly support: readonly PackedSupport[];
}

const COMMON: CellState = 'reported';
const PLACES: ReadonlyMap<string, number> = new Map(
  COMPARED.map(({ table, row, column }, at) => [cellKey(table, row, column), at]),
);
const SUPPORTED: readonly string[] = CARRIED.flatMap((row) =>
  APPLICANTS.map(({ code }) => cellKey('applications', row, code)),
);

/** Without tables and text, which are compared elsewhere. */
export function packFacts(facts: Omit<Facts, 'seq'>): string {
  const { id, agency, key, year, publishedOn, status, sha256, figures, cells, support } = facts;
  const packed: Packed = {
    head: [id, agency, key, year, publishedOn, status, sha256, figures],
    cells: cells.map(({ table, row, column, value, state, locator }) => [
      PLACES.get(cellKey(table, row, column)) ?? -1,
      value,
      state === COMMON ? '' : state,
      locator,
    ]),
    support: SUPPORTED.flatMap((cell, at): PackedSupport[] => {
      const own = support[cell];
      return own === undefined ? [] : [[at, own.move, own.identities]];
    }),
  };
  return JSON.stringify(packed);
}

/** The inverse of {@link packFacts}. */
export function unpackFacts(text: string, seq: number): YearFacts {
  const { head, cells, support } = JSON.parse(text) as Packed;
  const [id, agency, key, year, publishedOn, status, sha256, figures] = head;
  return {
    seq,
    id,
    agency,
    key,
    year,
    publishedOn,
    status,
    sha256,
    figures,
    cells: cells.flatMap(unpackCell),
    support: Object.fromEntries(
      support.map(([at, move, identities]): [string, Support] => [SUPPORTED[at] ?? '', { move, identities }]),
    ),
  };
}

function unpackCell([place, value, state, locator]: PackedCell): AuditCell[] {
  const at = COMPARED[place];
  if (at === undefined) return [];
  const unit = at.column === 'amount_10k_cny' ? '10k_cny' : 'count';
  const { table, row, column } = at;
  return [{ table, row, column, edition: '', value, state: (state || COMMON) as CellState, unit, locator }];
}
