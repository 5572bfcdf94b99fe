import { OUTCOME_GROUPS, type Overview } from '../../wire/pieces.js';
import { grouped, useWords } from '../i18n/index.js';
import { href } from '../route.js';
import { Printed, SEVERITIES, SeverityIcon, severityClass } from '../ui/marks.js';
import { ApplicationsChart, RuleChart, YearChart } from './overview-charts.js';

/** The first page: how much is there, how much of it contradicts itself, and where to begin. */
export function OverviewPage({ overview }: { readonly overview: Overview }) {
  const words = useWords();
  return (
    <>
      <h1 tabIndex={-1}>{words.overview}</h1>
      <p class="lead">{words.intro}</p>
      <Figures overview={overview} />
      <div class="grid">
        <div class="stack">
          <RuleChart overview={overview} />
          <YearChart overview={overview} />
          <Statuses overview={overview} />
        </div>
        <div class="stack">
          <ApplicationsChart overview={overview} groups={OUTCOME_GROUPS} />
          <Worst overview={overview} />
        </div>
      </div>
      <Remarks overview={overview} />
    </>
  );
}

function Figures({ overview }: { readonly overview: Overview }) {
  const words = useWords();
  const severities = [...new Set([...SEVERITIES, ...Object.keys(overview.findings)])];
  const many: Readonly<Record<string, string>> = {
    error: words.errorsShort,
    warning: words.warningsShort,
    notice: words.noticesShort,
  };
  return (
    <ul class="figures">
      <li>
        <a href={href(['reports'])}>
          <strong>{grouped(overview.reports)}</strong>
          <span>{words.reports}</span>
        </a>
      </li>
      <li>
        <a href={href(['coverage'])}>
          <strong>{grouped(overview.agencies)}</strong>
          <span>{words.agencyMany}</span>
        </a>
      </li>
      {severities.map((severity) => (
        <li key={severity} class={severityClass(severity)}>
          <a href={href(['findings'], { severity })} title={words.severityNote[severity]}>
            <strong>
              <SeverityIcon severity={severity} />
              {grouped(overview.findings[severity] ?? 0)}
            </strong>
            <span>{many[severity] ?? severity}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

function Worst({ overview }: { readonly overview: Overview }) {
  const words = useWords();
  if (overview.worst.length === 0) return null;
  return (
    <section class="card">
      <h2>{words.needsLook}</h2>
      <ol class="worst">
        {overview.worst.map(({ id, agency, year, errors }) => (
          <li key={id}>
            <a href={href(['report', id])}>
              <Printed text={agency} fallback={words.noAgency} /> <span class="faint">{year}</span>
            </a>
            <span class="count error">
              {grouped(errors)}
              <span class="unseen"> {words.errorsShort}</span>
            </span>
          </li>
        ))}
      </ol>
      <p>
        <a href={href(['reports'], { severity: 'error', sort: '-errors' })}>{words.reports} →</a>
      </p>
    </section>
  );
}

function Statuses({ overview }: { readonly overview: Overview }) {
  const words = useWords();
  const entries = Object.entries(overview.statuses).sort(([, a], [, b]) => b - a);
  return (
    <section class="card">
      <h2>{words.chartStatus}</h2>
      <div class="status-bar" aria-hidden="true">
        {entries.map(([status, count]) => (
          <span key={status} class={`part ${status}`} style={{ flexGrow: count }} />
        ))}
      </div>
      <ul class="status-list">
        {entries.map(([status, count]) => (
          <li key={status}>
            <a href={href(['reports'], { status })}>
              <span class={`swatch part ${status}`} aria-hidden="true" />
              {words.status[status] ?? status}
            </a>
            <span class="num">{grouped(count)}</span>
            <span class="faint small">{words.statusNote[status] ?? ''}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Remarks({ overview: { notAudited, unmapped } }: { readonly overview: Overview }) {
  const words = useWords();
  return (
    <div class="faint small">
      {notAudited > 0 && <p>{words.notAudited(grouped(notAudited))}</p>}
      {unmapped > 0 && <p>{words.unmappedRows(grouped(unmapped))}</p>}
    </div>
  );
}
