/** The figures that two years of an agency share, side by side. */

import type { ReportView } from '../data/report.js';
import { grouped, labelIn, useSpeech, useWords } from '../i18n/index.js';
import { axisLabel } from '../labels.js';
import { ScrollBox } from '../ui/scroll-box.js';
import { type Handover, handovers } from './carry.js';
import type { Neighbours } from './neighbours.js';

interface HandoverProps {
  readonly report: ReportView;
  readonly neighbours: Neighbours;
}

export function Handovers({ report, neighbours: { previous, next } }: HandoverProps) {
  const words = useWords();
  const pairs = [
    ...(previous === null ? [] : [[previous, report] as const]),
    ...(next === null ? [] : [[report, next] as const]),
  ].map(([earlier, later]) => ({ earlier, later, rows: handovers(earlier, later) }));
  const shown = pairs.filter(({ rows }) => rows.length > 0);
  if (shown.length === 0) return null;
  return (
    <section class="form-section" aria-labelledby="h-carry">
      <h2 id="h-carry">{words.carry}</h2>
      <p class="faint small">{words.carryNote}</p>
      {shown.map(({ earlier, later, rows }) => (
        <HandoverTable key={earlier.entry.id} earlier={earlier} later={later} rows={rows} />
      ))}
    </section>
  );
}

interface TableProps {
  readonly earlier: ReportView;
  readonly later: ReportView;
  readonly rows: readonly Handover[];
}

function HandoverTable({ earlier, later, rows }: TableProps) {
  const words = useWords();
  const [from, to] = [earlier.entry.year, later.entry.year];
  const carried = rows.filter(({ kind }) => kind === 'carry');
  const inForce = rows.filter(({ kind }) => kind !== 'carry');
  return (
    <ScrollBox label={`${from} – ${to}`}>
      <table class="data handover">
        <caption>
          {from} → {to}
        </caption>
        {carried.length > 0 && (
          <Lines table="applications" rows={carried} left={words.carryOut(from)} taken={words.carryIn(to)} />
        )}
        {inForce.length > 0 && (
          <Lines
            table="proactive"
            rows={inForce}
            left={words.inForceExpected(from)}
            taken={words.inForce(to)}
          />
        )}
      </table>
    </ScrollBox>
  );
}

interface LinesProps {
  readonly table: string;
  readonly rows: readonly Handover[];
  readonly left: string;
  readonly taken: string;
}

/** One column for each figure: what the one year leaves above what the other takes up. */
function Lines({ table, rows, left, taken }: LinesProps) {
  const { language } = useSpeech();
  const name = ({ kind, column }: Handover): string =>
    labelIn(language, kind === 'carry' ? axisLabel(table, 'column', column) : axisLabel(table, 'row', kind));
  return (
    <tbody>
      <tr>
        <td />
        {rows.map((row) => (
          <th key={name(row)} scope="col" class="num">
            {name(row)}
          </th>
        ))}
      </tr>
      <tr>
        <th scope="row">{left}</th>
        {rows.map((row) => (
          <td key={name(row)} class="num">
            {shown(row.left)}
          </td>
        ))}
      </tr>
      <tr>
        <th scope="row">{taken}</th>
        {rows.map((row) => (
          <td key={name(row)} class="num">
            {shown(row.taken)} <Verdict row={row} />
          </td>
        ))}
      </tr>
    </tbody>
  );
}

const shown = (value: number | null): string => (value === null ? '?' : grouped(value));

function Verdict({ row: { left, taken } }: { readonly row: Handover }) {
  const words = useWords();
  if (left === null || taken === null) return <span class="unseen">{words.cannotTell}</span>;
  const agrees = left === taken;
  return (
    <span class={agrees ? 'verdict' : 'verdict differs'} title={agrees ? words.agrees : words.differs}>
      <span aria-hidden="true">{agrees ? '=' : '≠'}</span>
      <span class="unseen">{agrees ? words.agrees : words.differs}</span>
    </span>
  );
}
