/**
 * The walk of one source: list pages → articles → attachments. It knows no queue and no time: every page comes from
 * the client, which remembers, so a second walk in the same run takes the same way without the network.
 */

import type { Discovery, ReportLink } from '../discover/index.js';
import { isGone } from '../fetch/index.js';
import { type Seed, seedsOf } from '../plan.js';
import type { Source } from '../sources/index.js';
import type { Outcome } from '../store/index.js';
import type { Listings } from './listings.js';
import type { Pages } from './pages.js';

export interface WalkOptions {
  readonly today: Date;
  /** Reports of the source in earlier runs, visited again also when nothing links to them any more. */
  readonly known: readonly string[];
}

const DEFAULT_MAX_PAGES = 50;
const DEFAULT_MAX_DEPTH = 1;
/** A source with more reports is a trap, or several sources. */
const MAX_REPORTS = 3000;
const MAX_REFRESHES = 3;

/** The same source in later runs, whatever line it moves to. */
export function sourceKey({ kind, url, params }: Source): string {
  return JSON.stringify([kind, url, params ?? {}]);
}

export class Walk {
  readonly #source: Source;
  readonly #pages: Pages;
  readonly #listings: Listings;
  readonly #problems = new Set<string>();
  /** Pages of lists that were visited, and candidates that were taken up. */
  readonly #seenPages = new Set<string>();
  readonly #seenReports = new Set<string>();
  readonly #gone = new Set<string>();
  #complete = true;
  #over = false;

  constructor(source: Source, pages: Pages, listings: Listings) {
    this.#source = source;
    this.#pages = pages;
    this.#listings = listings;
  }

  /** Walks to the end. Returns false when the run was over before; then nothing is concluded. */
  async run({ today, known }: WalkOptions): Promise<boolean> {
    await Promise.all(seedsOf(this.#source, today).map((seed) => this.#begin(seed)));
    await Promise.all(known.filter((url) => !this.#seenReports.has(url)).map((url) => this.#article(url)));
    if (this.#over) return false;
    this.#finish();
    return true;
  }

  /** A page that nianbao itself stumbles over is the fault of this walk alone; a disk that refuses ends the run. */
  breakOff(error: unknown): true {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code !== undefined) throw error;
    this.#incomplete(`a fault of nianbao (${message}); please report it with the address of the source`);
    this.#finish();
    return true;
  }

  #finish(): void {
    this.#listings.finishWalk({
      sourceLine: this.#source.line,
      sourceKey: sourceKey(this.#source),
      complete: this.#complete,
      problems: [...this.#problems].sort(),
    });
  }

  #begin(seed: Seed): Promise<void> {
    switch (this.#source.kind) {
      case 'report':
        return this.#report({ url: seed.url, title: '', year: null });
      case 'list':
        return this.#list(seed.url, 0);
      case 'query':
        return this.#query(seed);
    }
  }

  /** A query page is the report of its year, or a list of reports, or empty because there is none. */
  async #query({ url, year }: Seed): Promise<void> {
    if (this.#seenReports.has(url)) return;
    this.#seenReports.add(url);
    const page = await this.#fetchPage(url, 'page');
    if (page === null) {
      // Of a year that was only guessed, "not found" says that there is no report.
      if (!this.#over && !(year !== null && this.#gone.has(url)))
        this.#listings.add({ sourceLine: this.#source.line, url, title: '', year: year ?? yearIn(url) });
      return;
    }
    const { isReport, attachments, reports, siblings } = page.discovery;
    if (isReport || attachments.length > 0) {
      this.#listings.add({ sourceLine: this.#source.line, url, title: '', year: year ?? yearIn(url) });
      await this.#attachments(page.discovery);
    } else if (reports.length > 0) await this.#takeUp(reports, 0);
    if (year === null)
      await Promise.all(
        siblings.filter((other) => this.#wants(other.year)).map((other) => this.#query(other)),
      );
  }

  /** Visits the pages of a list one after the other, then takes up what they link to. */
  async #list(first: string, depth: number): Promise<void> {
    const { maxPages = DEFAULT_MAX_PAGES } = this.#source;
    const queue = [first];
    const found = new Map<string, ReportLink>();
    const contents = new Set<string>();
    for (let visited = 0; queue.length > 0 && !this.#over; ) {
      const url = queue.shift() as string;
      if (this.#seenPages.has(url)) continue;
      if (visited >= maxPages) {
        this.#incomplete(`the list at ${first} has more than ${maxPages} pages (max_pages)`);
        break;
      }
      this.#seenPages.add(url);
      visited += 1;
      const page = await this.#fetchPage(url, 'list');
      if (page === null) continue;
      queue.push(...this.#onListPage(page, found, contents));
    }
    for (const url of this.#seenPages) found.delete(url);
    await this.#takeUp([...found.values()], depth);
  }

  /** Notes the reports of a page; returns the further pages, none when the page repeats an earlier one. */
  #onListPage({ outcome, discovery }: Page, found: Map<string, ReportLink>, contents: Set<string>): string[] {
    const { reports, pages, frames, isReport } = discovery;
    const content = reports.length > 0 ? reports.map(({ url }) => url).join('\n') : outcome.sha256;
    const repeated = contents.has(content);
    contents.add(content);
    if (isReport && reports.length === 0) found.set(outcome.url, { url: outcome.url, title: '', year: null });
    for (const report of reports) if (!found.has(report.url)) found.set(report.url, report);
    if (repeated) return [];
    return reports.length === 0 ? [...pages, ...frames] : [...pages];
  }

  async #takeUp(reports: readonly ReportLink[], depth: number): Promise<void> {
    const wanted = reports.filter(({ url, year }) => !this.#seenReports.has(url) && this.#wants(year));
    if (this.#seenReports.size + wanted.length > MAX_REPORTS)
      this.#incomplete(`more than ${MAX_REPORTS} reports`);
    const taken = wanted.slice(0, Math.max(0, MAX_REPORTS - this.#seenReports.size));
    for (const { url } of taken) this.#seenReports.add(url);
    await Promise.all(taken.map((report) => this.#candidate(report, depth)));
  }

  #wants(year: number | null): boolean {
    const { yearFrom = 0, yearTo = Number.POSITIVE_INFINITY } = this.#source;
    return year === null || (year >= yearFrom && year <= yearTo);
  }

  /** A link may lead to a report, or to a list of them: of a year, or of the agencies below. */
  async #candidate(report: ReportLink, depth: number): Promise<void> {
    const { maxDepth = DEFAULT_MAX_DEPTH } = this.#source;
    const page = await this.#fetchPage(report.url, 'page');
    if (page !== null && depth < maxDepth && isList(page.discovery, report))
      return this.#list(report.url, depth + 1);
    if (this.#over) return;
    this.#listings.add({ sourceLine: this.#source.line, ...report });
    if (page !== null) await this.#attachments(page.discovery);
  }

  async #report(report: ReportLink): Promise<void> {
    this.#seenReports.add(report.url);
    this.#listings.add({ sourceLine: this.#source.line, ...report });
    await this.#article(report.url);
  }

  async #article(url: string): Promise<void> {
    const page = await this.#fetchPage(url, 'page');
    if (page !== null) await this.#attachments(page.discovery);
  }

  async #attachments({ attachments }: Discovery): Promise<void> {
    await Promise.all(
      attachments.map(async ({ url, kind }) => {
        const outcome = await this.#pages.fetch(
          this.#source,
          url,
          kind === 'picture' ? 'picture' : 'attachment',
        );
        if (outcome.errorCode === 'run_over') this.#over = true;
      }),
    );
  }

  /** A page behind its refreshes. Null when there is none; a list page that fails leaves the list incomplete. */
  async #fetchPage(url: string, role: 'list' | 'page'): Promise<Page | null> {
    let outcome = await this.#pages.fetch(this.#source, url, role);
    for (let refreshes = 0; ; refreshes += 1) {
      if (!outcome.ok) return this.#failed(outcome, role);
      const discovery = this.#pages.discover(this.#source, outcome);
      const { refresh } = discovery;
      if (refresh === null || refreshes >= MAX_REFRESHES) return { outcome, discovery };
      outcome = await this.#pages.fetch(this.#source, refresh, role);
    }
  }

  #failed({ url, errorCode, errorMessage }: Outcome, role: 'list' | 'page'): null {
    if (isGone(errorCode)) this.#gone.add(url);
    if (errorCode === 'run_over') this.#over = true;
    else if (role === 'list') this.#incomplete(`list page ${url}: ${errorMessage}`);
    return null;
  }

  #incomplete(problem: string): void {
    this.#complete = false;
    this.#problems.add(problem);
  }
}

interface Page {
  readonly outcome: Outcome;
  readonly discovery: Discovery;
}

/** Several links to reports and nothing of a report itself. */
function isList({ isReport, attachments, reports }: Discovery, { url }: ReportLink): boolean {
  const MIN_LINKS = 2;
  const others = reports.filter((other) => other.url !== url);
  return !isReport && attachments.length === 0 && others.length >= MIN_LINKS;
}

function yearIn(url: string): number | null {
  const year = [...new URL(url).searchParams.values()].find((value) => /^20\d\d$/.test(value));
  return year === undefined ? null : Number(year);
}
