/** Verdicts → dataset. The same verdicts and bytes give the same files. */

import { sourceFindings } from '../audit/index.js';
import { outcomeOf, type ReportOutcome } from '../batch/index.js';
import { CrossAudit, completeAudit } from '../dataset/index.js';
import type { Source } from '../harvest/index.js';
import type { Finding } from '../model/finding.js';
import type { MappedReport, ReportResult } from '../model/report.js';
import { DatasetWriter, HARVEST_RESOURCES, reportId, textCell } from '../write/index.js';
import { differencesOf } from './differences.js';
import type { Extractions } from './extractions.js';
import { groupBy } from './group.js';
import type { History } from './history.js';
import type { Verdict } from './judge.js';
import type { SourceWalk } from './leads.js';
import { countSource, harvestRow, reportRow, revisionRow } from './rows.js';

const NOTHING_DISABLED: ReadonlySet<string> = new Set();

export interface DatasetOptions {
  readonly out: string;
  readonly bom: boolean;
  readonly audit: boolean;
  readonly today: Date;
  /** Told of each report as its rows are written. */
  readonly onReport: (verdict: Verdict, outcome: ReportOutcome) => void;
  /** Gives the writer away, so that a signal can discard what it made. */
  readonly onWriter?: (writer: DatasetWriter) => void;
}

/** The name of a report in the dataset. */
export const sourceOf = ({ version, lead }: Verdict): string => version?.source ?? lead.url;

/**
 * Leaves one of the verdicts that speak of one report: two addresses of a page, or two pages with one attachment.
 * The first in the order of the sources stays. Where the links name different years, one of them leads astray, and
 * the later one stays as a failure that says so.
 */
export function withoutDoubles(verdicts: readonly Verdict[]): Verdict[] {
  const seen = new Map<string, Verdict>();
  return verdicts.flatMap((verdict) => {
    const names = [sourceOf(verdict), ...(verdict.version === null ? [] : [verdict.finalUrl])];
    const first = names.map((name) => seen.get(name)).find((earlier) => earlier !== undefined);
    if (first === undefined) {
      for (const name of names) seen.set(name, verdict);
      return [verdict];
    }
    if (!speaksOfAnotherYear(first, verdict) || seen.has(verdict.lead.url)) return [];
    seen.set(verdict.lead.url, verdict);
    const reason = `leads to ${sourceOf(first)}, which is the report of ${first.lead.url}`;
    return [{ ...verdict, fate: 'failed', version: null, isNew: false, extraction: null, reason }];
  });
}

const speaksOfAnotherYear = ({ lead: { year } }: Verdict, { lead: { year: other } }: Verdict): boolean =>
  year !== null && other !== null && year !== other;

/** Writes the dataset in one piece, by source name. Throws RunError when the disk refuses. */
export async function writeDataset(
  walks: readonly SourceWalk[],
  verdicts: readonly Verdict[],
  { extractions, history }: { readonly extractions: Extractions; readonly history: History },
  options: DatasetOptions,
): Promise<void> {
  const writer = new DatasetWriter(options.out, { bom: options.bom, more: HARVEST_RESOURCES });
  options.onWriter?.(writer);
  try {
    const cross = options.audit ? new CrossAudit(writer.scratch(), NOTHING_DISABLED) : null;
    const inOrder = [...verdicts].sort((a, b) => (sourceOf(a) < sourceOf(b) ? -1 : 1));
    for (const verdict of inOrder) {
      const { result, findings, regionFrom } = resultOf(verdict, extractions);
      const outcome = rendered(result, options.audit, findings);
      writer.append(outcome.lines);
      cross?.add(outcome.review);
      writer.appendRows('harvest_reports', [reportRow(verdict, result.source, regionFrom)]);
      writer.appendRows('revisions', revisionsOf(verdict, result, extractions, history));
      options.onReport(verdict, outcome);
    }
    const bySource = groupBy(verdicts, ({ lead }) => lead.source.line);
    for (const walk of walks)
      writer.appendRows('harvest', [
        harvestRow(walk, countSource(walk, bySource.get(walk.source.line) ?? [], options.today)),
      ]);
    if (cross) await completeAudit(writer, cross, () => undefined);
    writer.commit();
  } catch (error) {
    writer.discard();
    throw error;
  }
}

interface Named {
  readonly result: ReportResult;
  readonly findings: readonly Finding[];
  readonly regionFrom: '' | 'report' | 'source';
}

function resultOf(verdict: Verdict, extractions: Extractions): Named {
  const source = sourceOf(verdict);
  if (verdict.version === null) {
    const error = { code: 'not_fetched', message: verdict.reason };
    return {
      result: { source, mediaType: '', sha256: '', bytes: 0, report: null, error },
      findings: [],
      regionFrom: '',
    };
  }
  const { result } = extractions.report(verdict.version.input.key);
  if (result.report === null) return { result: { ...result, source }, findings: [], regionFrom: '' };
  const { report } = result;
  const { source: line, year } = verdict.lead;
  const claim = { agency: line.agency, regionCode: line.regionCode, year };
  const said = {
    agency: report.metadata.agency.value,
    regionCode: report.identity.regionCode,
    year: report.metadata.year.value,
  };
  const fills = said.regionCode === '' && line.regionCode !== '';
  return {
    result: { ...result, source, report: fills ? withRegion(report, line) : report },
    findings: sourceFindings(said, claim),
    regionFrom: fills ? 'source' : said.regionCode === '' ? '' : 'report',
  };
}

/** The report leaves its region open; the source knows it. Its path stays empty: nobody has checked the code. */
function withRegion(report: MappedReport, { regionCode }: Source): MappedReport {
  return { ...report, identity: { ...report.identity, regionCode } };
}

function rendered(result: ReportResult, audit: boolean, findings: readonly Finding[]): ReportOutcome {
  try {
    return outcomeOf(result, 0, audit ? [] : null, findings);
  } catch (error) {
    const message = `A fault of nianbao (${(error as Error).message}); please report it with the file.`;
    return outcomeOf({ ...result, report: null, error: { code: 'internal', message } }, 0);
  }
}

/** All revisions of a report since it was first seen. */
function revisionsOf(
  { lead, version }: Verdict,
  { source, report }: ReportResult,
  extractions: Extractions,
  history: History,
): string[][] {
  if (version === null || version.number < 2 || report === null) return [];
  const head = [
    reportId(source),
    textCell(report.metadata.agency.value),
    report.metadata.year.value,
  ] as const;
  const versions = history.versions(lead.url);
  return versions.slice(1).flatMap((next, index) => {
    const [before, after] = [versions[index]?.input ?? next.input, next.input];
    return differencesOf(extractions.report(before.key), extractions.report(after.key)).map((difference) => [
      ...revisionRow(head, next.number, difference, [before.sha256, after.sha256]),
    ]);
  });
}
