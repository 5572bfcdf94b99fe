/** Ways to the other years of the same agency, and the choice of the one whose figures stand beside. */

import type { ReportEntry } from '../data/store.js';
import { useWords } from '../i18n/index.js';
import { href } from '../route.js';
import type { Neighbours } from './neighbours.js';

export type Side = 'prev' | 'next' | '';

interface YearsProps {
  readonly entry: ReportEntry;
  readonly neighbours: Neighbours;
  readonly side: Side;
  readonly onSide: (side: Side) => void;
}

export function Years({ entry, neighbours, side, onSide }: YearsProps) {
  const words = useWords();
  const { previous, next, years, versions, isByName } = neighbours;
  const sides: readonly (readonly [Side, string])[] = [
    ['', words.besideNone],
    ...(previous === null ? [] : [['prev', previous.entry.year] as const]),
    ...(next === null ? [] : [['next', next.entry.year] as const]),
  ];
  return (
    <div class="years">
      {entry.year !== '' && years.length > 0 && (
        <nav aria-label={words.years}>
          <Step entry={previous?.entry} label={`← ${words.previousYear}`} none={words.noPrevious} />
          <ol>
            {years
              .filter(({ year }) => year !== '')
              .map(({ id, year }) => (
                <li key={id}>
                  <a href={href(['report', id])} aria-current={id === entry.id ? 'page' : undefined}>
                    {year}
                  </a>
                </li>
              ))}
          </ol>
          <Step entry={next?.entry} label={`${words.nextYear} →`} none={words.noNext} />
        </nav>
      )}
      {sides.length > 1 && (
        <fieldset class="sides">
          <legend>{words.beside}</legend>
          {sides.map(([value, label]) => (
            <label key={value}>
              <input type="radio" name="side" checked={side === value} onChange={() => onSide(value)} />
              <span>{label}</span>
            </label>
          ))}
        </fieldset>
      )}
      {isByName && years.length + versions.length > 1 && <p class="faint small">{words.byNameOnlyNote}</p>}
      {versions.length > 0 && (
        <p class="small">
          {words.sameYearReports}:{' '}
          {versions.map(({ id, source }) => (
            <a key={id} href={href(['report', id])}>
              {source}{' '}
            </a>
          ))}
        </p>
      )}
    </div>
  );
}

interface StepProps {
  readonly entry: ReportEntry | undefined;
  readonly label: string;
  readonly none: string;
}

function Step({ entry, label, none }: StepProps) {
  if (entry === undefined) {
    return (
      <span class="step faint" title={none}>
        {label}
        <span class="unseen">: {none}</span>
      </span>
    );
  }
  return (
    <a class="step" href={href(['report', entry.id])}>
      {label}
    </a>
  );
}
