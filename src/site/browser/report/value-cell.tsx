/** A cell of the form: its figure, its state, the findings at it, and the figure of the neighbouring year. */

import type { CellView } from '../data/report.js';
import { labelIn, useSpeech, useWords } from '../i18n/index.js';
import { ruleLabel } from '../labels.js';
import { SeverityIcon, severityClass } from '../ui/marks.js';
import { useReport } from './context.js';
import { cellsOf } from './marking.js';

interface ValueCellProps {
  readonly cellKey: string;
  readonly span?: number;
  /** The cell that the Tab key reaches; the arrow keys reach the others. */
  readonly isFirst: boolean;
}

export const cellId = (key: string): string => `c-${key.replaceAll('/', '-')}`;

export function ValueCell({ cellKey, span = 1, isFirst }: ValueCellProps) {
  const { report, marks, active } = useReport();
  const cell = report.cells.get(cellKey);
  const mark = marks.get(cellKey);
  const isLit = active !== null && cellsOf(active).includes(cellKey);
  const classes = [
    'v',
    `st-${cell?.state ?? 'none'}`,
    mark !== undefined && mark.pivot !== '' ? `pivot ${severityClass(mark.pivot)}` : '',
    mark !== undefined && mark.pivot === '' ? `part ${severityClass(mark.severity)}` : '',
    isLit ? 'lit' : '',
  ];
  return (
    <td
      id={cellId(cellKey)}
      class={classes.filter((name) => name !== '').join(' ')}
      colSpan={span}
      tabIndex={isFirst ? 0 : -1}
      data-key={cellKey}
      data-state={cell?.state}
      data-findings={mark?.findings.map(({ id }) => id).join(' ')}
    >
      {mark !== undefined && mark.pivot !== '' && (
        <span class="corner">
          <SeverityIcon severity={mark.pivot} />
        </span>
      )}
      <Figure cell={cell} />
      <Beside cellKey={cellKey} />
      <Said cellKey={cellKey} />
    </td>
  );
}

/** What stands for a value, so that no state is told by colour alone. */
export function Figure({ cell }: { readonly cell: CellView | undefined }) {
  if (cell === undefined) return <span class="sign">·</span>;
  const { state, value, raw } = cell;
  switch (state) {
    case 'blank':
      return <span class="sign">{raw === '' ? '␣' : raw}</span>;
    case 'absent':
      return <span class="sign">—</span>;
    case 'unreadable':
      return (
        <span class="sign">
          ?<span class="raw">{raw}</span>
        </span>
      );
    case 'noted':
      return (
        <>
          {value}
          <sup class="sign">注</sup>
        </>
      );
    case 'inferred':
      return (
        <>
          <span class="sign">≈</span>
          {value}
        </>
      );
    case 'recognized':
      return (
        <>
          {value}
          <sup class="sign">OCR</sup>
        </>
      );
    default:
      return <>{value}</>;
  }
}

function Beside({ cellKey }: { readonly cellKey: string }) {
  const { beside, active } = useReport();
  if (beside === null) return null;
  const cell = beside.cells.get(cellKey);
  const isLit =
    active?.cells.some(({ reportId, key }) => reportId === beside.entry.id && key === cellKey) === true;
  return (
    <span class={isLit ? 'beside lit' : 'beside'}>
      <span class="beside-year">{beside.entry.year}</span> <Figure cell={cell} />
    </span>
  );
}

/** State and findings in words, for those who do not see the signs. */
function Said({ cellKey }: { readonly cellKey: string }) {
  const { overview, report, marks } = useReport();
  const { language } = useSpeech();
  const words = useWords();
  const state = report.cells.get(cellKey)?.state ?? '';
  const mark = marks.get(cellKey);
  const parts = [
    state === 'reported' || state === '' ? '' : (words.states[state] ?? state),
    ...(mark?.pivot === '' || mark === undefined
      ? []
      : mark.findings
          .filter(({ pivot }) => pivot === '' || pivot === cellKey)
          .map(
            ({ severity, rule }) =>
              `${words.severity[severity] ?? severity}: ${labelIn(language, ruleLabel(overview, rule))}`,
          )),
  ].filter((part) => part !== '');
  return parts.length === 0 ? null : <span class="unseen"> {parts.join('; ')}</span>;
}
