import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useWords } from '../i18n/index.js';

export type Loaded<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly what: string }
  | { readonly state: 'ready'; readonly value: T };

/** Loads again whenever one of `keys` changes; a late answer to an old question is dropped. */
export function useLoaded<T>(load: () => Promise<T>, keys: readonly unknown[]): Loaded<T> {
  const [loaded, setLoaded] = useState<Loaded<T>>({ state: 'loading' });
  useEffect(() => {
    let isCurrent = true;
    setLoaded({ state: 'loading' });
    load().then(
      (value) => isCurrent && setLoaded({ state: 'ready', value }),
      (error: unknown) => isCurrent && setLoaded({ state: 'failed', what: (error as Error).message }),
    );
    return () => {
      isCurrent = false;
    };
  }, keys);
  return loaded;
}

interface WaitProps<T> {
  readonly for: Loaded<T>;
  readonly children: (value: T) => ComponentChildren;
}

/** What was loaded, or a line that says what it waits for or why it failed. */
export function Wait<T>({ for: loaded, children }: WaitProps<T>) {
  const words = useWords();
  switch (loaded.state) {
    case 'loading':
      return (
        <p class="waiting" role="status">
          {words.loading}
        </p>
      );
    case 'failed':
      return (
        <p class="failure" role="alert">
          {words.loadFailed(loaded.what)}
        </p>
      );
    case 'ready':
      return <>{children(loaded.value)}</>;
  }
}
