/** Beside the cell that is pointed at or focused: what is printed, its state and its place. */

import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { labelIn, useSpeech } from '../i18n/index.js';
import { axisLabel, codeLabel, ruleLabel } from '../labels.js';
import { Printed, Severity } from '../ui/marks.js';
import { useReport } from './context.js';

const TIP_ID = 'cell-tip';

/** The cell to speak of: the one pointed at before the one focused. Escape hides it. */
function useTipCell(): HTMLElement | null {
  const [cell, setCell] = useState<HTMLElement | null>(null);
  useEffect(() => {
    const cellAt = (event: Event): HTMLElement | null =>
      event.target instanceof Element ? event.target.closest<HTMLElement>('td[data-key]') : null;
    const focused = (): HTMLElement | null =>
      document.activeElement?.matches('td[data-key]') ? (document.activeElement as HTMLElement) : null;
    const show = (event: Event): void => setCell(cellAt(event) ?? focused());
    const hide = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') setCell(null);
    };
    document.addEventListener('pointerover', show);
    document.addEventListener('focusin', show);
    document.addEventListener('keydown', hide);
    return () => {
      document.removeEventListener('pointerover', show);
      document.removeEventListener('focusin', show);
      document.removeEventListener('keydown', hide);
    };
  }, []);
  return cell;
}

export function CellTip() {
  const cell = useTipCell();
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (cell === null || box.current === null) return undefined;
    place(box.current, cell.getBoundingClientRect());
    cell.setAttribute('aria-describedby', TIP_ID);
    return () => cell.removeAttribute('aria-describedby');
  });
  if (cell === null || !cell.isConnected) return null;
  return (
    <div class="tip" id={TIP_ID} role="tooltip" ref={box}>
      <TipText cellKey={cell.dataset.key ?? ''} />
    </div>
  );
}

/** Room between cell and box, and box and window. */
const GAP = 8;

/** Below the cell, or above it where there is no room below. */
function place(box: HTMLElement, cell: DOMRect): void {
  const left = Math.min(Math.max(GAP, cell.left), innerWidth - box.offsetWidth - GAP);
  const below = cell.bottom + GAP;
  const top = below + box.offsetHeight > innerHeight ? cell.top - GAP - box.offsetHeight : below;
  box.style.left = `${Math.max(GAP, left)}px`;
  box.style.top = `${Math.max(GAP, top)}px`;
}

function TipText({ cellKey }: { readonly cellKey: string }) {
  const { overview, report, beside, marks } = useReport();
  const { words, language } = useSpeech();
  const cell = report.cells.get(cellKey);
  const [table = '', row = '', column = ''] = cellKey.split('/');
  const other = beside?.cells.get(cellKey);
  const findings = marks.get(cellKey)?.findings ?? [];
  return (
    <>
      <p class="tip-head">
        {labelIn(language, axisLabel(table, 'row', row))} ×{' '}
        {labelIn(language, axisLabel(table, 'column', column))}
      </p>
      <dl>
        <dt>{words.raw}</dt>
        <dd class="tip-raw">
          <Printed text={cell?.raw ?? ''} fallback={words.rawEmpty} />
        </dd>
        {cell !== undefined && cell.value !== '' && (
          <>
            <dt>{words.value}</dt>
            <dd>
              {cell.value}{' '}
              {unitOf(cell.unit, column) === ''
                ? ''
                : labelIn(language, codeLabel('unit', unitOf(cell.unit, column)))}
            </dd>
          </>
        )}
        <dt>{words.state}</dt>
        <dd>{cell === undefined ? '—' : labelIn(language, codeLabel('state', cell.state))}</dd>
        <dt>{words.locator}</dt>
        <dd>
          <code>{cell?.locator || words.noLocator}</code>
        </dd>
        {beside !== null && other !== undefined && (
          <>
            <dt>{beside.entry.year}</dt>
            <dd>
              <Printed text={other.raw} fallback={words.rawEmpty} /> <code>{other.locator}</code>
            </dd>
          </>
        )}
      </dl>
      {findings.map(({ id, severity, rule }) => (
        <p key={id} class="tip-finding">
          <Severity severity={severity} /> {labelIn(language, ruleLabel(overview, rule))}
        </p>
      ))}
    </>
  );
}

/** Amounts have a unit worth saying; counts say it by themselves. */
const unitOf = (unit: string, column: string): string =>
  unit !== '' ? unit : column === 'amount_10k_cny' ? '10k_cny' : '';
