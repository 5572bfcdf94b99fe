/** The rows that pass the filter as CSV, made in the browser, with the columns of the dataset. */

import { useState } from 'preact/hooks';
import { FINDING_FIELDS, REPORT_FIELDS } from '../../wire/pieces.js';
import { csvText, saveFile } from '../csv.js';
import { type FindingView, loadReport, type ReportView } from '../data/report.js';
import type { FindingEntry, ReportEntry } from '../data/store.js';
import { useWords } from '../i18n/index.js';

export function DownloadReports({ reports }: { readonly reports: readonly ReportEntry[] }) {
  const words = useWords();
  const make = async (): Promise<void> => {
    const rows: string[][] = [];
    for (const entry of reports) {
      const { field } = await loadReport(entry);
      rows.push(REPORT_FIELDS.map(field));
    }
    saveFile('reports.csv', csvText(REPORT_FIELDS, rows));
  };
  return <Download label={words.downloadReports} isEmpty={reports.length === 0} make={make} />;
}

const FINDING_HEADER = [FINDING_FIELDS[0], 'report_id', 'agency', 'year', ...FINDING_FIELDS.slice(1)];

export function DownloadFindings({ findings }: { readonly findings: readonly FindingEntry[] }) {
  const words = useWords();
  const make = async (): Promise<void> => {
    const rows: string[][] = [];
    let view: ReportView | undefined;
    for (const { id, report } of findings) {
      if (view?.entry !== report) view = await loadReport(report);
      const finding = view.findings.find((one) => one.id === id);
      if (finding !== undefined) rows.push(findingRow(finding, view));
    }
    saveFile('findings.csv', csvText(FINDING_HEADER, rows));
  };
  return <Download label={words.downloadFindings} isEmpty={findings.length === 0} make={make} />;
}

function findingRow(finding: FindingView, { entry, field }: ReportView): string[] {
  const { id, rule, severity, table, item, column, expected, actual, difference, cellsText, message } =
    finding;
  const head = [id, entry.id, field('agency'), entry.year];
  return [...head, rule, severity, table, item, column, expected, actual, difference, cellsText, message];
}

interface DownloadProps {
  readonly label: string;
  readonly isEmpty: boolean;
  readonly make: () => Promise<void>;
}

/** Says that it works while it gathers, and when it could not. */
function Download({ label, isEmpty, make }: DownloadProps) {
  const words = useWords();
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle');
  const start = (): void => {
    setState('busy');
    make().then(
      () => setState('idle'),
      () => setState('failed'),
    );
  };
  return (
    <>
      <button type="button" disabled={isEmpty || state === 'busy'} onClick={start}>
        {state === 'busy' ? words.preparing : label}
      </button>
      {state === 'failed' && (
        <span class="failure" role="alert">
          {words.downloadFailed}
        </span>
      )}
    </>
  );
}
