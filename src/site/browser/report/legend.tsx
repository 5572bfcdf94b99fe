/** What the signs in the tables mean. */

import { CELL_STATES } from '../../../model/report.js';
import type { CellView } from '../data/report.js';
import { labelIn, useSpeech } from '../i18n/index.js';
import { codeLabel } from '../labels.js';
import { SeverityIcon } from '../ui/marks.js';
import { useReport } from './context.js';
import { Figure } from './value-cell.js';

/** A cell of each state, to show its sign. */
const sample = (state: string): CellView => ({
  key: '',
  table: 'applications',
  row: '',
  column: '',
  edition: '',
  value: state === 'blank' || state === 'absent' || state === 'unreadable' ? '' : '3',
  state,
  raw: '',
  locator: '',
  unit: '',
});

export function Legend() {
  const { report, marks } = useReport();
  const { words, language } = useSpeech();
  const there = new Set([...report.cells.values()].map(({ state }) => state));
  const states = CELL_STATES.filter((state) => state !== 'reported' && there.has(state));
  if (states.length === 0 && marks.size === 0) return null;
  return (
    <section class="sign-legend" aria-label={words.legend}>
      <ul>
        {states.map((state) => (
          <li key={state} title={labelIn(language, codeLabel('state', state))}>
            <span class={`sample v st-${state}`} aria-hidden="true">
              <Figure cell={sample(state)} />
            </span>
            {words.states[state]}
          </li>
        ))}
        {marks.size > 0 && (
          <>
            <li>
              <span class="sample v pivot error" aria-hidden="true">
                <span class="corner">
                  <SeverityIcon severity="error" />
                </span>
                3
              </span>
              {words.pivotMark}
            </li>
            <li>
              <span class="sample v part error" aria-hidden="true">
                3
              </span>
              {words.partMark}
            </li>
          </>
        )}
      </ul>
      <p class="faint small screen-only">{words.keyHint}</p>
    </section>
  );
}
