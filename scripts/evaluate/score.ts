import { type Fact, fact } from '../compose/printed.js';
import { SCAN_FORMATS } from '../compose/render/formats.js';
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
  /** Missed ones of documents that have lost nothing whose state says that nothing is printed there: that is untrue. */
  denied: number;
  /** Right ones among them that were worked out, not read. */
  inferred: number;
  facts: Record<FactName, Record<FactVerdict, number>>;
  status: Map<string, number>;
  wrongs: WrongCell[];
  /** Printed cells without a value, of documents that have lost no information. */
  gaps: WrongCell[];
  /** Facts that were not found. */
  empties: Pick<WrongCell, 'file' | 'key' | 'expected'>[];
}

export const FACT_NAMES = ['agency', 'year', 'edition', 'title', 'period', 'published', 'region'] as const;
export type FactName = (typeof FACT_NAMES)[number];
type FactVerdict = 'right' | 'wrong' | 'empty';

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

/** A right value is right, whatever its blanks; nothing is honest, and right where there is nothing certain to be found. */
export function judgeFact({ values, optional }: Fact, given: string, isPicture = false): FactVerdict {
  if (given === '') return optional ? 'right' : 'empty';
  const plain = (text: string) => {
    const even = text.replace(/\s+/g, '');
    // Full-width characters of a picture cannot be told from others, nor its round zeros from letters.
    return isPicture ? even.normalize('NFKC').replace(/[○Oo]/g, '〇') : even;
  };
  return values.some((value) => plain(value) === plain(given)) ? 'right' : 'wrong';
}

/** The columns of reports.csv that state a fact, with what is true of them. */
export function factsOf({ printed, regionKnown }: Composed): Record<FactName, [column: string, Fact][]> {
  const { facts, translate } = printed;
  const inScript = ({ values, optional }: Fact): Fact => ({
    values: [...values, ...values.map(translate)],
    optional,
  });
  return {
    agency: [['agency', inScript(fact(...facts.agencyNames))]],
    year: [['year', fact(facts.year)]],
    edition: [['edition', fact(facts.edition)]],
    title: [['title', inScript(facts.title)]],
    period: [
      ['period_start', facts.periodStart],
      ['period_end', facts.periodEnd],
    ],
    published: [['published_on', facts.publishedOn]],
    region: [['region_code', { values: [...facts.region.codes], optional: !regionKnown }]],
  };
}

/** The worst of a fact's columns decides. */
function worst(verdicts: readonly FactVerdict[]): FactVerdict {
  return (['wrong', 'empty'] as const).find((verdict) => verdicts.includes(verdict)) ?? 'right';
}

function emptyTally(label: string, format: string): Tally {
  return {
    label,
    format,
    documents: 0,
    lossy: 0,
    cells: 0,
    right: 0,
    wrong: 0,
    missed: 0,
    denied: 0,
    inferred: 0,
    facts: Object.fromEntries(
      FACT_NAMES.map((name) => [name, { right: 0, wrong: 0, empty: 0 }]),
    ) as Tally['facts'],
    status: new Map(),
    wrongs: [],
    gaps: [],
    empties: [],
  };
}

function describe(truth: TrueCell | undefined): string {
  if (!truth) return 'no such cell';
  return truth.value === '' ? truth.state : truth.value;
}

/** States that say that nothing is printed. */
const DENIALS: readonly string[] = ['blank', 'absent'];

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
    if (verdict === 'missed' && !document.lossy) {
      const { state = 'not listed', raw = '', locator = '' } = given ?? {};
      if (DENIALS.includes(state)) tally.denied += 1;
      tally.gaps.push({
        file: document.file,
        key,
        expected: describe(expected),
        got: state,
        raw: `${raw} @ ${locator}`,
      });
    }
  }
}

function scoreFacts(tally: Tally, document: Composed, report: GivenReport | undefined): void {
  const truth = factsOf(document);
  for (const name of FACT_NAMES) {
    const verdicts = truth[name].map(([column, fact]) =>
      judgeFact(fact, report?.fields[column] ?? '', SCAN_FORMATS.includes(document.format)),
    );
    tally.facts[name][worst(verdicts)] += 1;
    for (const [at, [column, { values }]] of truth[name].entries()) {
      if (verdicts[at] !== 'wrong') {
        if (verdicts[at] === 'empty')
          tally.empties.push({ file: document.file, key: column, expected: values[0] ?? '' });
        continue;
      }
      tally.wrongs.push({
        file: document.file,
        key: name,
        expected: values[0] ?? 'nothing',
        got: report?.fields[column] ?? '',
        raw: report?.fields.title ?? '',
      });
    }
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

const SUMMED = ['documents', 'lossy', 'cells', 'right', 'wrong', 'missed', 'denied', 'inferred'] as const;

/** The sum of many tallies, for the last line. */
export function sumTallies(tallies: readonly Tally[]): Tally {
  const total = emptyTally('all', '');
  for (const tally of tallies) {
    for (const field of SUMMED) {
      total[field] += tally[field];
    }
    for (const name of FACT_NAMES) {
      for (const verdict of ['right', 'wrong', 'empty'] as const)
        total.facts[name][verdict] += tally.facts[name][verdict];
    }
    for (const [status, count] of tally.status)
      total.status.set(status, (total.status.get(status) ?? 0) + count);
    total.wrongs.push(...tally.wrongs);
    total.gaps.push(...tally.gaps);
    total.empties.push(...tally.empties);
  }
  return total;
}
