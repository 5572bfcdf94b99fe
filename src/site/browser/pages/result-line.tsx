import type { ComponentChildren } from 'preact';
import { useWords } from '../i18n/index.js';

/** How much passes the filter, said aloud when it changes, and what can be done with it. */
export function ResultLine({
  text,
  children,
}: {
  readonly text: string;
  readonly children: ComponentChildren;
}) {
  return (
    <div class="result-line">
      <p role="status" aria-live="polite">
        {text}
      </p>
      <div class="actions">{children}</div>
    </div>
  );
}

/** In the place of a table without rows. */
export function NoMatch({ isEmpty }: { readonly isEmpty: boolean }) {
  const words = useWords();
  if (isEmpty) return <p class="empty">{words.noReportsAtAll}</p>;
  return (
    <div class="empty">
      <p>{words.noMatch}</p>
      <p class="faint">{words.noMatchHint}</p>
    </div>
  );
}
