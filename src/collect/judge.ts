/** One report of a run: where its parts stand, which version it is, and what to say of it. */

import {
  type Article,
  articleOf,
  type FetchLog,
  isGone,
  type Outcome,
  type Source,
} from '../harvest/index.js';
import { type Candidate, candidatesOf, choose } from './choose.js';
import type { Extraction, Extractions } from './extractions.js';
import type { History, KnownReport, Presence, Version } from './history.js';

/** A report as a source led to it, in this run or in an earlier one. */
export interface Lead {
  readonly source: Source;
  readonly url: string;
  readonly title: string;
  readonly year: number | null;
  /** Linked to in this run. */
  readonly listed: boolean;
  /** Every list page of the source was seen, so that what is not listed is known to be missing. */
  readonly walkComplete: boolean;
  readonly known: KnownReport | null;
}

export type Fate = 'new' | 'revised' | 'unchanged' | 'failed';

export interface Verdict {
  readonly lead: Lead;
  readonly fate: Fate;
  readonly presence: Presence;
  /** The version that stands in the dataset; null when the report never could be fetched. */
  readonly version: Version | null;
  /** Whether `version` was made or changed by this run. */
  readonly isNew: boolean;
  readonly extraction: Extraction | null;
  /** Why it failed, or why an older version stands; empty otherwise. */
  readonly reason: string;
  readonly attachments: number;
  readonly pictures: number;
  /** The address behind redirects: two leads to one page are one report. */
  readonly finalUrl: string;
}

export interface Bench {
  readonly log: FetchLog;
  readonly history: History;
  readonly extractions: Extractions;
}

/** Everything that must be extracted before the leads can be judged. */
export function* inputsOf(leads: readonly Lead[], { log, history }: Bench): Generator<Candidate['input']> {
  for (const { source, url, year } of leads) {
    for (const { input } of candidatesOf(articleOf(log, source, url), source, year)) yield input;
    for (const { input } of history.versions(url)) yield input;
  }
}

/** Judges a lead; all inputs must have been extracted. */
export function judge(lead: Lead, bench: Bench): Verdict {
  const { log, history, extractions } = bench;
  const article = articleOf(log, lead.source, lead.url);
  const outcome = log.outcome(lead.url);
  const last = history.versions(lead.url, log.runId).at(-1) ?? null;
  const candidates = candidatesOf(article, lead.source, lead.year).map((candidate) => ({
    ...candidate,
    extraction: extractions.require(candidate.input.key),
  }));
  const chosen = choose(candidates);
  const common = {
    lead,
    presence: presenceOf(lead, outcome, last !== null),
    attachments: article.documents.length,
    pictures: article.pictures.length,
    finalUrl: article.page?.finalUrl ?? lead.url,
  };
  const fault = faultOf(outcome, article, chosen?.extraction.cells ?? 0);
  if (chosen === null)
    return { ...common, fate: 'failed', version: null, isNew: false, extraction: null, reason: fault };
  const troubles = { fault, unread: unreadAttachment(chosen, candidates) };
  const parts = candidates.map(({ input }) => input.sha256);
  if (last === null) return firstVersion(common, { ...chosen, parts }, troubles, log.runId);
  return laterVersion(common, { ...chosen, parts }, last, troubles, bench);
}

type Common = Omit<Verdict, 'fate' | 'version' | 'isNew' | 'extraction' | 'reason'>;
type Extracted = Candidate & { readonly extraction: Extraction };
type Chosen = Extracted & Pick<Version, 'parts'>;

/** `fault`: something could not be fetched; `unread`: something was fetched and cannot be read. */
interface Troubles {
  readonly fault: string;
  readonly unread: string;
}

/** Where nobody has tables, those of the report may stand in an attachment that cannot be read. */
function unreadAttachment(chosen: Extracted, candidates: readonly Extracted[]): string {
  if (chosen.extraction.cells > 0) return '';
  const broken = candidates.find(({ extraction }) => extraction.status === 'failed');
  return broken === undefined
    ? ''
    : `${broken.url === chosen.url ? '' : `${broken.url}: `}${broken.extraction.errorMessage}`;
}

function firstVersion(
  common: Common,
  { url, input, parts, extraction }: Chosen,
  { fault, unread }: Troubles,
  runId: number,
): Verdict {
  const reason = fault || unread;
  // While a document is missing the report is not known yet: what comes with it later is no revision.
  const isNew = fault === '' || extraction.cells > 0;
  return {
    ...common,
    fate: reason === '' ? 'new' : 'failed',
    version: { number: isNew ? 1 : 0, runId, source: url, input, parts },
    isNew,
    extraction,
    reason,
  };
}

/** The same report in other bytes stays the version it is, so that its row keeps the bytes it was read from. */
function laterVersion(
  common: Common,
  chosen: Chosen,
  last: Version,
  { fault, unread }: Troubles,
  bench: Bench,
): Verdict {
  const before = bench.extractions.require(last.input.key);
  const stay = { ...common, version: last, isNew: false, extraction: before };
  const same = before.fingerprint === chosen.extraction.fingerprint;
  if (!same && chosen.extraction.cells === 0 && before.cells > 0) {
    const reason = `the page no longer shows the tables (${chosen.extraction.errorMessage || chosen.extraction.status}); the earlier version stands`;
    return { ...stay, fate: 'failed', reason: fault || reason };
  }
  if (same || fault !== '') {
    const reason = fault || unread;
    return { ...stay, fate: reason === '' || common.presence === 'gone' ? 'unchanged' : 'failed', reason };
  }
  const { url: source, input, parts, extraction } = chosen;
  const next = { ...common, isNew: true, extraction, reason: unread };
  // These bytes were there before: the extractor has learned to read them, and nobody revised anything.
  if (last.parts.includes(input.sha256))
    return { ...next, fate: unread === '' ? 'unchanged' : 'failed', version: { ...last, source, input } };
  const version = { number: last.number + 1, runId: bench.log.runId, source, input, parts };
  return { ...next, fate: 'revised', version };
}

/** Only what was there can be gone; a dead link never was a report. */
function presenceOf(
  { listed, walkComplete, known }: Lead,
  outcome: Outcome | null,
  wasThere: boolean,
): Presence {
  if (outcome !== null && isGone(outcome.errorCode) && wasThere) return 'gone';
  if (listed || known === null) return 'listed';
  return walkComplete ? 'unlisted' : known.presence;
}

/** Why the page was not to be had in this run, or a document that may hold its tables; empty when all is there. */
function faultOf(outcome: Outcome | null, article: Article, cells: number): string {
  if (outcome === null) return 'not visited in this run';
  if (!outcome.ok) return outcome.errorMessage;
  if (article.page === null) return 'its bytes are missing from the store';
  if (article.missing.length === 0 || cells > 0) return '';
  return `attachment not fetched: ${article.missing.join(' ')}`;
}
