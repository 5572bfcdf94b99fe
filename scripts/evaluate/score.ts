import type { Facts } from '../compose/printed.js';
import type { CellKey, TrueCell } from '../compose/truth.js';
import type { Composed } from './documents.js';
import type { GivenCell, GivenReport } from './output.js';

export type Verdict = 'right' | 'wrong' | 'missed';

export interface WrongCell {
  file: string;
  key: string;
  expected: string;
  got: string;
  raw: string;
}

/** Sums over the documents of one dialect and format. */
export interface Tally {
  label: string;
  format: string;
  documents: number;
  lossy: number;
  cells: number;
  right: number;
  wrong: number;
  missed: number;
  /** Right ones among them that were worked out, not read. */
  inferred: number;
  facts: Record<FactName, Record<'right' | 'wrong' | 'empty', number>>;
  status: Map<string, number>;
  wrongs: WrongCell[];
}

export const FACT_NAMES = ['agency', 'year', 'edition'] as const;
export type FactName = (typeof FACT_NAMES)[number];

/** A value that stands for a number; anything else in `value` can only be wrong. */
function sameNumber(left: string, right: string): boolean {
  return left === right || (left !== '' && right !== '' && Number(left) === Number(right));
}

/**
 * The one rule of the evaluation: a value must be the one printed, and a gap is honest. A cell of the report that
 * is not listed at all was missed; only a row the report does not have need not be listed.
 */
export function judge(truth: TrueCell | undefined, given: GivenCell | undefined): Verdict {
  if (!given && truth && truth.state !== 'absent') return 'missed';
  const value = given?.value ?? '';
  const expected = truth?.value ?? '';
  if (value === '') return expected === '' ? 'right' : 'missed';
  return expected !== '' && sameNumber(value, expected) ? 'right' : 'wrong';
}

export function judgeFact(name: FactName, facts: Facts, given: string): 'right' | 'wrong' | 'empty' {
  if (given === '') return 'empty';
  if (name === 'agency') return facts.agencyNames.includes(given) ? 'right' : 'wrong';
  return given === (name === 'year' ? facts.year : facts.edition) ? 'right' : 'wrong';
}

function emptyTally(label: string, format: string): Tally {
  const fact = () => ({ right: 0, wrong: 0, empty: 0 });
  return {
    label,
    format,
    documents: 0,
    lossy: 0,
    cells: 0,
    right: 0,
    wrong: 0,
    missed: 0,
    inferred: 0,
    facts: { agency: fact(), year: fact(), edition: fact() },
    status: new Map(),
    wrongs: [],
  };
}

function describe(truth: TrueCell | undefined): string {
  if (!truth) return 'no such cell';
  return truth.value === '' ? truth.state : truth.value;
}

function scoreCells(tally: Tally, document: Composed, report: GivenReport | undefined): void {
  const { truth } = document.printed;
  const keys = new Set<CellKey>([...truth.keys(), ...(report?.cells.keys() ?? [])]);
  for (const key of keys) {
    const expected = truth.get(key);
    const given = report?.cells.get(key);
    const verdict = judge(expected, given);
    // An empty row for something the report does not have is no cell of it.
    if (!expected && verdict === 'right') continue;
    tally.cells += 1;
    tally[verdict] += 1;
    if (verdict === 'right' && given?.state === 'inferred' && given.value !== '') tally.inferred += 1;
    if (verdict === 'wrong' && given) {
      const got = `${given.value} (${given.state})`;
      const raw = `${given.raw} @ ${given.locator}`;
      tally.wrongs.push({ file: document.file, key, expected: describe(expected), got, raw });
    }
  }
}

function scoreFacts(tally: Tally, document: Composed, report: GivenReport | undefined): void {
  const { facts } = document.printed;
  for (const name of FACT_NAMES) {
    const given = report?.fields[name] ?? '';
    const verdict = judgeFact(name, facts, given);
    tally.facts[name][verdict] += 1;
    if (verdict !== 'wrong') continue;
    const expected = name === 'agency' ? (facts.agencyNames[0] ?? '') : facts[name];
    tally.wrongs.push({
      file: document.file,
      key: name,
      expected,
      got: given,
      raw: report?.fields.title ?? '',
    });
  }
}

/** Scores every document; a document without a row in `reports.csv` counts as lost. */
export function score(documents: readonly Composed[], given: ReadonlyMap<string, GivenReport>): Tally[] {
  const tallies = new Map<string, Tally>();
  for (const document of documents) {
    const id = `${document.label} ${document.format}`;
    const tally = tallies.get(id) ?? emptyTally(document.label, document.format);
    tallies.set(id, tally);
    const report = given.get(document.file);
    const status = report?.fields.status ?? 'lost';
    tally.documents += 1;
    if (document.lossy) tally.lossy += 1;
    tally.status.set(status, (tally.status.get(status) ?? 0) + 1);
    scoreCells(tally, document, report);
    scoreFacts(tally, document, report);
  }
  return [...tallies.values()];
}

/** The sum of many tallies, for the last line. */
export function sumTallies(tallies: readonly Tally[]): Tally {
  const total = emptyTally('all', '');
  for (const tally of tallies) {
    for (const field of ['documents', 'lossy', 'cells', 'right', 'wrong', 'missed', 'inferred'] as const) {
      total[field] += tally[field];
    }
    for (const name of FACT_NAMES) {
      for (const verdict of ['right', 'wrong', 'empty'] as const)
        total.facts[name][verdict] += tally.facts[name][verdict];
    }
    for (const [status, count] of tally.status)
      total.status.set(status, (total.status.get(status) ?? 0) + count);
    total.wrongs.push(...tally.wrongs);
  }
  return total;
}
