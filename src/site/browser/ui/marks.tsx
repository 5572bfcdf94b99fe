/** Signs of severity and status: a shape and a word for each, so that colour never tells alone. */

import { useWords } from '../i18n/index.js';

const SHAPES: Readonly<Record<string, string>> = {
  error: 'M5.2 1h5.6L15 5.2v5.6L10.8 15H5.2L1 10.8V5.2zM5 5l6 6M11 5l-6 6',
  warning: 'M8 1.5 15 14H1zM8 6v4M8 11.6v.8',
  notice: 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1zM8 7.2v4.3M8 4.4v.8',
};

/** Gravest first. */
export const SEVERITIES = ['error', 'warning', 'notice'];

/** A severity as its class; one that is not known looks like a notice. */
export const severityClass = (severity: string): string =>
  SEVERITIES.includes(severity) ? severity : 'notice';

export const graver = (a: string, b: string): string =>
  SEVERITIES.indexOf(severityClass(a)) <= SEVERITIES.indexOf(severityClass(b)) ? a : b;

export function SeverityIcon({ severity }: { readonly severity: string }) {
  const known = severityClass(severity);
  return (
    <svg class={`icon ${known}`} viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
      <path d={SHAPES[known]} />
    </svg>
  );
}

export function Severity({ severity }: { readonly severity: string }) {
  const words = useWords();
  return (
    <span class={`tag ${severityClass(severity)}`}>
      <SeverityIcon severity={severity} />
      {words.severity[severity] ?? severity}
    </span>
  );
}

const STATUS_SIGNS: Readonly<Record<string, string>> = {
  complete: '●',
  partial: '◐',
  no_tables: '○',
  needs_ocr: '▣',
  failed: '✕',
};

export function Status({ status }: { readonly status: string }) {
  const words = useWords();
  return (
    <span class={`status ${status in STATUS_SIGNS ? status : ''}`} title={words.statusNote[status]}>
      <span aria-hidden="true">{STATUS_SIGNS[status] ?? '·'}</span> {words.status[status] ?? status}
    </span>
  );
}

/** Text of a report: Chinese, whatever the language of the page. */
export function Printed({ text, fallback }: { readonly text: string; readonly fallback?: string }) {
  if (text === '') return <span class="faint">{fallback ?? '—'}</span>;
  return (
    <span lang="zh-CN" dir="auto">
      {text}
    </span>
  );
}
