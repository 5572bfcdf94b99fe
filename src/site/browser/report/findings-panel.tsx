/** The findings of a report beside its form, each with its sum spelled out. */

import { useEffect, useRef } from 'preact/hooks';
import type { NamedCell } from '../../wire/finding.js';
import type { FindingView } from '../data/report.js';
import { grouped, labelIn, useSpeech, useWords } from '../i18n/index.js';
import { axisLabel, ruleLabel } from '../labels.js';
import { signed } from '../pages/findings.js';
import { href } from '../route.js';
import { Severity, severityClass } from '../ui/marks.js';
import { useReport } from './context.js';
import { cellsOf, inOrder } from './marking.js';
import { cellId } from './value-cell.js';

export function FindingsPanel() {
  const { report } = useReport();
  const words = useWords();
  const findings = inOrder(report.findings);
  return (
    <section class="findings-panel" aria-labelledby="h-findings">
      <h2 id="h-findings">
        {words.findingsOf} {findings.length > 0 && <span class="faint">{grouped(findings.length)}</span>}
      </h2>
      {findings.length === 0 && (
        <p class="empty">{report.field('findings') === '' ? words.notAuditedHere : words.noFindingsHere}</p>
      )}
      {findings.map((finding) => (
        <FindingCard key={finding.id} finding={finding} />
      ))}
    </section>
  );
}

function FindingCard({ finding }: { readonly finding: FindingView }) {
  const { overview, active, onActive } = useReport();
  const { words, language } = useSpeech();
  const card = useRef<HTMLElement>(null);
  const isActive = active?.id === finding.id;
  useEffect(() => {
    if (isActive) card.current?.scrollIntoView({ block: 'nearest' });
  }, [isActive]);
  const { rule, severity, expected, actual, difference } = finding;
  const label = ruleLabel(overview, rule);
  return (
    <article
      class={`finding ${severityClass(severity)} ${isActive ? 'lit' : ''}`}
      id={`f-${finding.id}`}
      data-rule={rule}
      ref={card}
    >
      <h3>
        <Severity severity={severity} />
        <span>{labelIn(language, label)}</span>
      </h3>
      <p class="message" lang={language === 'zh' ? 'zh-CN' : 'en'}>
        <Sentence text={finding[language] || finding.message} />
      </p>
      {(expected !== '' || actual !== '') && (
        <dl class="sum">
          {expected !== '' && <Pair name={words.expected} value={expected} />}
          {actual !== '' && <Pair name={words.actual} value={actual} />}
          {difference !== '' && <Pair name={words.difference} value={signed(difference)} />}
        </dl>
      )}
      <OtherCells finding={finding} />
      {cellsOf(finding).length > 0 && (
        <button type="button" aria-pressed={isActive} onClick={() => onActive(isActive ? null : finding)}>
          {isActive ? words.hideCells : words.showCells}
        </button>
      )}
      <details class="involved">
        <summary>
          <code>{rule}</code>
        </summary>
        <p class="small faint">{label.source}</p>
        <CellList cells={finding.cells} />
      </details>
    </article>
  );
}

/** A long sum is broken behind its signs, never within a number. */
function Sentence({ text }: { readonly text: string }) {
  return (
    <>
      {text.split(/(?<=[+=≠])/).map((part, at) => (
        <>
          {at > 0 && <wbr />}
          {part}
        </>
      ))}
    </>
  );
}

function Pair({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

/** Ways to the other reports that a finding speaks of. */
function OtherCells({ finding }: { readonly finding: FindingView }) {
  const words = useWords();
  const ids = [...new Set(finding.cells.map(({ reportId }) => reportId).filter((id) => id !== ''))];
  if (ids.length === 0) return null;
  return (
    <p class="small">
      {ids.map((id) => (
        <a key={id} href={href(['report', id])}>
          {words.otherReport} <code>{id}</code> →{' '}
        </a>
      ))}
    </p>
  );
}

/** More cells than this are looked at in the tables. */
const MOST_LISTED = 40;

function CellList({ cells }: { readonly cells: readonly NamedCell[] }) {
  const words = useWords();
  if (cells.length === 0) return null;
  return (
    <>
      <p class="small">{words.cellsInvolved}</p>
      <ul class="cell-list">
        {cells.slice(0, MOST_LISTED).map((cell) => (
          <li key={`${cell.reportId}:${cell.key}`}>
            <CellLink cell={cell} />
          </li>
        ))}
        {cells.length > MOST_LISTED && <li>…</li>}
      </ul>
    </>
  );
}

function CellLink({ cell: { reportId, key, value, locator } }: { readonly cell: NamedCell }) {
  const { language, words } = useSpeech();
  const [table = '', row = '', column = ''] = key.split('/');
  const name = `${labelIn(language, axisLabel(table, 'row', row))} × ${labelIn(language, axisLabel(table, 'column', column))}`;
  const figure = <strong>{value === '' ? words.states.blank : value}</strong>;
  if (reportId !== '') {
    return (
      <>
        <a href={href(['report', reportId])}>{reportId}</a> {name}: {figure}
      </>
    );
  }
  return (
    <>
      <button
        type="button"
        class="link"
        title={locator}
        onClick={() => document.getElementById(cellId(key))?.focus()}
      >
        {name}
      </button>
      : {figure}
    </>
  );
}
