/** A list of values to tick, folded behind its name: a native disclosure with native boxes. */

import { useEffect, useRef } from 'preact/hooks';
import { useWords } from '../i18n/index.js';

export interface Option {
  readonly value: string;
  readonly label: string;
}

interface ChoiceProps {
  readonly label: string;
  readonly options: readonly Option[];
  readonly chosen: readonly string[];
  readonly onChoose: (chosen: string[]) => void;
}

export function Choice({ label, options, chosen, onChoose }: ChoiceProps) {
  const words = useWords();
  const box = useRef<HTMLDetailsElement>(null);
  useClosing(box);
  const toggle = (value: string): void =>
    onChoose(
      options
        .map((option) => option.value)
        .filter((one) => (one === value ? !chosen.includes(one) : chosen.includes(one))),
    );
  return (
    <details class="choice" ref={box}>
      <summary>
        <span class="choice-name">{label}</span>
        <span class="choice-value">{summaryOf(options, chosen, words.all, words.chosen)}</span>
      </summary>
      <fieldset class="choice-list">
        <legend class="unseen">{label}</legend>
        {options.map(({ value, label: name }) => (
          <label key={value}>
            <input type="checkbox" checked={chosen.includes(value)} onChange={() => toggle(value)} />
            <span>{name}</span>
          </label>
        ))}
      </fieldset>
    </details>
  );
}

function summaryOf(
  options: readonly Option[],
  chosen: readonly string[],
  all: string,
  many: (n: string) => string,
): string {
  if (chosen.length === 0) return all;
  const [first] = chosen;
  return chosen.length === 1
    ? (options.find(({ value }) => value === first)?.label ?? first ?? '')
    : many(String(chosen.length));
}

/** Closes on Escape and when the reader turns elsewhere. */
function useClosing(box: { readonly current: HTMLDetailsElement | null }): void {
  useEffect(() => {
    const onPointer = (event: Event): void => {
      if (box.current?.open && !box.current.contains(event.target as Node)) box.current.open = false;
    };
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || !box.current?.open) return;
      box.current.open = false;
      box.current.querySelector('summary')?.focus();
    };
    document.addEventListener('pointerdown', onPointer);
    document.addEventListener('focusin', onPointer);
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('pointerdown', onPointer);
      document.removeEventListener('focusin', onPointer);
      document.removeEventListener('keydown', onKey);
    };
  }, [box]);
}
