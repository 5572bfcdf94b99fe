/** The charts of the first page, each with the table that says the same. */

import { useCallback, useMemo } from 'preact/hooks';
import type { OutcomeGroup, Overview } from '../../wire/pieces.js';
import { ChartFigure } from '../charts/figure.js';
import type { Bar, Charts, Frame, YearPoint } from '../charts/types.js';
import { NONE } from '../filter.js';
import { grouped, labelIn, useSpeech, useWords } from '../i18n/index.js';
import { ruleLabel } from '../labels.js';
import { href } from '../route.js';
import { SEVERITIES, Severity, severityClass } from '../ui/marks.js';

interface ChartProps {
  readonly overview: Overview;
}

const severityColor = (severity: string): string => `var(--${severityClass(severity)}-fill)`;

export function RuleChart({ overview }: ChartProps) {
  const { words, language } = useSpeech();
  const bars = useMemo(
    () =>
      overview.byRule.map(({ rule, severity, findings }): Bar => {
        const name = labelIn(language, ruleLabel(overview, rule));
        return {
          key: `${rule} ${severity}`,
          name,
          value: findings,
          shown: grouped(findings),
          color: severityColor(severity),
          title: `${words.severity[severity] ?? severity}: ${name} – ${grouped(findings)}`,
          href: href(['findings'], { rule, severity }),
        };
      }),
    [overview, language, words],
  );
  const draw = useCallback(
    (charts: Charts, frame: Frame) =>
      charts.lying(
        bars.map((bar) => ({ ...bar, name: fitted(bar.name, frame.width) })),
        frame,
      ),
    [bars],
  );
  return (
    <ChartFigure
      title={words.chartByRule}
      legend={severitiesOf(overview).map((severity) => ({
        name: words.severity[severity] ?? severity,
        color: severityColor(severity),
      }))}
      isEmpty={bars.length === 0}
      emptyText={words.noFindings}
      draw={draw}
    >
      <table class="data">
        <thead>
          <tr>
            <th scope="col">{words.rule}</th>
            <th scope="col">{words.severityLabel}</th>
            <th scope="col" class="num">
              {words.count}
            </th>
            <th scope="col" class="num">
              {words.reportsWith}
            </th>
          </tr>
        </thead>
        <tbody>
          {overview.byRule.map(({ rule, severity, findings, reports }) => (
            <tr key={`${rule} ${severity}`}>
              <th scope="row">
                <a href={href(['findings'], { rule, severity })}>
                  {labelIn(language, ruleLabel(overview, rule))}
                </a>
              </th>
              <td>
                <Severity severity={severity} />
              </td>
              <td class="num">{grouped(findings)}</td>
              <td class="num">{grouped(reports)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ChartFigure>
  );
}

/** Width of a letter of the chart's font; Chinese ones are twice as wide. */
const LETTER = 6.2;

/** A name cut to the width of the chart; the table below has it in full. */
function fitted(name: string, width: number): string {
  let room = width / LETTER;
  let kept = '';
  for (const letter of name) {
    room -= letter > '\u2e80' ? 2 : 1;
    if (room < 2) return `${kept}…`;
    kept += letter;
  }
  return kept;
}

const severitiesOf = (overview: Overview): string[] =>
  [...new Set([...SEVERITIES, ...Object.keys(overview.findings)])].filter(
    (severity) => (overview.findings[severity] ?? 0) > 0,
  );

export function YearChart({ overview }: ChartProps) {
  const words = useWords();
  const severities = severitiesOf(overview);
  const bars = useMemo(
    () =>
      overview.byYear.flatMap(({ year, findings }) =>
        severitiesOf(overview).map((severity): Bar => {
          const value = findings[severity] ?? 0;
          const name = words.severity[severity] ?? severity;
          return {
            key: year || words.noYear,
            name,
            value,
            shown: grouped(value),
            color: severityColor(severity),
            title: `${year || words.noYear} ${name}: ${grouped(value)}`,
            href: href(['findings'], { year: year || NONE, severity }),
          };
        }),
      ),
    [overview, words],
  );
  const draw = useCallback((charts: Charts, frame: Frame) => charts.standing(bars, frame), [bars]);
  return (
    <ChartFigure
      title={words.chartByYear}
      legend={severities.map((severity) => ({
        name: words.severity[severity] ?? severity,
        color: severityColor(severity),
      }))}
      isEmpty={severities.length === 0}
      emptyText={words.noFindings}
      draw={draw}
    >
      <table class="data">
        <thead>
          <tr>
            <th scope="col">{words.year}</th>
            <th scope="col" class="num">
              {words.reports}
            </th>
            {severities.map((severity) => (
              <th scope="col" class="num" key={severity}>
                {words.severity[severity] ?? severity}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {overview.byYear.map(({ year, reports, findings }) => (
            <tr key={year}>
              <th scope="row">
                <a href={href(['findings'], { year: year || NONE })}>{year || words.noYear}</a>
              </th>
              <td class="num">{grouped(reports)}</td>
              {severities.map((severity) => (
                <td class="num" key={severity}>
                  {grouped(findings[severity] ?? 0)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ChartFigure>
  );
}

export function ApplicationsChart({
  overview,
  groups,
}: ChartProps & { readonly groups: readonly OutcomeGroup[] }) {
  const words = useWords();
  const years = useMemo(
    () => overview.byYear.filter(({ year, counted }) => year !== '' && counted > 0),
    [overview],
  );
  const { bars, points } = useMemo(() => {
    const layers = years.flatMap(({ year, outcomes }) =>
      groups.map((group): Bar => {
        const name = words.outcome[group] ?? group;
        const shown = grouped(outcomes[group]);
        return {
          key: year,
          name,
          value: outcomes[group],
          shown,
          color: `var(--${group}-fill)`,
          title: `${year} ${name}: ${shown}`,
        };
      }),
    );
    const line = years.map(
      ({ year, received }): YearPoint => ({
        year,
        value: received,
        title: `${year} ${words.received}: ${grouped(received)}`,
      }),
    );
    return { bars: layers, points: line };
  }, [years, groups, words]);
  const draw = useCallback(
    (charts: Charts, frame: Frame) => charts.applications(bars, points, frame),
    [bars, points],
  );
  return (
    <ChartFigure
      title={words.chartApplications}
      note={words.chartApplicationsNote}
      legend={[
        { name: words.received, color: '', isLine: true },
        ...groups.map((group) => ({ name: words.outcome[group] ?? group, color: `var(--${group}-fill)` })),
      ]}
      isEmpty={years.length === 0}
      emptyText={words.noApplications}
      draw={draw}
    >
      <table class="data">
        <thead>
          <tr>
            <th scope="col">{words.year}</th>
            <th scope="col" class="num">
              {words.received}
            </th>
            {groups.map((group) => (
              <th scope="col" class="num" key={group}>
                {words.outcome[group]}
              </th>
            ))}
            <th scope="col" class="num">
              {words.reportsCounted}
            </th>
            <th scope="col" class="num">
              {words.leftOut}
            </th>
          </tr>
        </thead>
        <tbody>
          {years.map(({ year, received, outcomes, counted, leftOut }) => (
            <tr key={year}>
              <th scope="row">{year}</th>
              <td class="num">{grouped(received)}</td>
              {groups.map((group) => (
                <td class="num" key={group}>
                  {grouped(outcomes[group])}
                </td>
              ))}
              <td class="num">{grouped(counted)}</td>
              <td class="num">{grouped(leftOut)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ChartFigure>
  );
}
