/** The language of the page: that of the browser at first, then the one chosen. */

import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { en } from './en.js';
import { type Words, zh } from './zh.js';

export type Language = 'zh' | 'en';

const STORED = 'nianbao.language';

export const WORDS: Readonly<Record<Language, Words>> = { zh, en };

export interface Speech {
  readonly language: Language;
  readonly words: Words;
  readonly setLanguage: (language: Language) => void;
}

export const SpeechContext = createContext<Speech>({
  language: 'zh',
  words: zh,
  setLanguage: () => undefined,
});

export const useSpeech = (): Speech => useContext(SpeechContext);
export const useWords = (): Words => useSpeech().words;

/** The chosen language; Chinese for browsers that speak it, else English. */
export function initialLanguage(): Language {
  const stored = remembered();
  if (stored === 'zh' || stored === 'en') return stored;
  return /^zh\b/i.test(navigator.language) ? 'zh' : 'en';
}

/** Some browsers keep nothing for pages opened from disk; then the choice lasts as long as the page. */
export function remember(language: Language): void {
  try {
    localStorage.setItem(STORED, language);
  } catch {
    // Not kept.
  }
}

function remembered(): string | null {
  try {
    return localStorage.getItem(STORED);
  } catch {
    return null;
  }
}

/** A label of the form in the language of the page. */
export const labelIn = (language: Language, label: { readonly zh: string; readonly en: string }): string =>
  label[language] !== '' ? label[language] : label.zh;

/** A whole number with groups of thousands. */
export const grouped = (value: number): string => value.toLocaleString('en-US');
