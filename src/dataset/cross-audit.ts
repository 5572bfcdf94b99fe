/** The audit over all reports: gathers what each gives, brings together what must be compared, hands the findings back. */

import {
  type Attached,
  copiedTable,
  copiedTexts,
  type TableOf,
  type TextOf,
  unpackFacts,
  type YearFacts,
  yearFindings,
} from '../audit/index.js';
import { type Meeting, type Review, sortable } from './review.js';
import { LineSorter } from './sorter.js';

const SEQ_DIGITS = 9;
/** Versions of one agency and year that are looked at cell by cell; more than a handful is a mistake of the input. */
const MOST_VERSIONS = 16;
/** So many texts in one band are a template, whoever wrote it, and comparing them all would take for ever. */
const MOST_TEXTS = 64;

/** Findings of one report, in their final order, as rows of findings.csv. */
export interface ReportFindings {
  readonly seq: number;
  readonly rows: readonly string[];
}

export class CrossAudit {
  readonly #disabled: ReadonlySet<string>;
  readonly #meetings: Readonly<Record<Meeting, LineSorter>>;
  readonly #findings: LineSorter;
  #seq = 0;

  /** `folder` takes what does not fit into memory; whoever made it removes it. */
  constructor(folder: string, disabled: ReadonlySet<string>) {
    this.#disabled = disabled;
    this.#findings = new LineSorter(folder, 'findings');
    this.#meetings = {
      years: new LineSorter(folder, 'years'),
      tables: new LineSorter(folder, 'tables'),
      texts: new LineSorter(folder, 'texts'),
    };
  }

  /** To be called for every report in the order of reports.csv; null for one that could not be read. */
  add(review: Review | null): void {
    const seq = padded(this.#seq++);
    for (const line of review?.findings ?? []) this.#findings.add(`${seq}\t${line}`);
    for (const { meeting, key, json } of review?.facts ?? [])
      this.#meetings[meeting].add(`${key}\t${seq}\t${json}`);
  }

  /** Findings report by report; reports without any are left out. To be called once, after the last `add`. */
  async *findings(): AsyncGenerator<ReportFindings> {
    await this.#compareYears();
    await this.#compareTables();
    await this.#compareTexts();
    yield* grouped(this.#findings.sorted());
  }

  async #compareYears(): Promise<void> {
    let agency = '';
    let years = new Map<string, YearFacts[]>();
    for await (const line of this.#meetings.years.sorted()) {
      const [key = '', year = '', seq = '', json = ''] = fields(line, 4);
      if (key !== agency) {
        this.#note(yearFindings(years));
        years = new Map();
        agency = key;
      }
      const versions = years.get(year) ?? [];
      const facts = unpackFacts(json, Number(seq));
      versions.push(versions.length < MOST_VERSIONS ? facts : { ...facts, cells: [], support: {} });
      years.set(year, versions);
    }
    this.#note(yearFindings(years));
  }

  /** Each later report with a print against the first one; what has no partner is not even parsed. */
  async #compareTables(): Promise<void> {
    let [print, firstSeq, firstJson] = ['', '', ''];
    for await (const line of this.#meetings.tables.sorted()) {
      const [key = '', seq = '', json = ''] = fields(line, 3);
      if (key !== print) {
        [print, firstSeq, firstJson] = [key, seq, json];
        continue;
      }
      const copied = copiedTable(entryOf<TableOf>(firstJson, firstSeq), entryOf<TableOf>(json, seq));
      if (copied) this.#note([copied]);
    }
  }

  async #compareTexts(): Promise<void> {
    let band = '';
    let texts: [json: string, seq: string][] = [];
    for await (const line of this.#meetings.texts.sorted()) {
      const [key = '', seq = '', json = ''] = fields(line, 3);
      if (key !== band) {
        this.#noteTexts(band, texts);
        [band, texts] = [key, []];
      }
      if (texts.length <= MOST_TEXTS) texts.push([json, seq]);
    }
    this.#noteTexts(band, texts);
  }

  #noteTexts(band: string, texts: readonly [json: string, seq: string][]): void {
    if (texts.length < 2 || texts.length > MOST_TEXTS) return;
    const entries = texts.map(([json, seq]) => entryOf<TextOf>(json, seq));
    this.#note(copiedTexts(band, entries));
  }

  #note(found: readonly Attached[]): void {
    for (const [at, { report, finding }] of found.entries()) {
      if (this.#disabled.has(finding.rule)) continue;
      for (const line of sortable(report, [finding], at))
        this.#findings.add(`${padded(report.seq)}\t${line}`);
    }
  }
}

const padded = (seq: number): string => String(seq).padStart(SEQ_DIGITS, '0');

function entryOf<T extends { readonly report: object }>(json: string, seq: string): T {
  const entry = JSON.parse(json) as T;
  return { ...entry, report: { ...entry.report, seq: Number(seq) } };
}

/** The fields before the last one hold no tab. */
function fields(line: string, count: number): string[] {
  const found: string[] = [];
  let from = 0;
  while (found.length < count - 1) {
    const at = line.indexOf('\t', from);
    found.push(line.slice(from, at));
    from = at + 1;
  }
  return [...found, line.slice(from)];
}

/** One finding may be come upon twice (a text near to several others); its id says so. */
async function* grouped(lines: AsyncIterable<string>): AsyncGenerator<ReportFindings> {
  let seq = -1;
  let rows = new Map<string, string>();
  for await (const line of lines) {
    const [place = '', , , row = ''] = fields(line, 4);
    if (Number(place) !== seq) {
      if (rows.size > 0) yield { seq, rows: [...rows.values()] };
      [seq, rows] = [Number(place), new Map()];
    }
    const id = row.slice(0, row.indexOf(','));
    if (!rows.has(id)) rows.set(id, row);
  }
  if (rows.size > 0) yield { seq, rows: [...rows.values()] };
}
