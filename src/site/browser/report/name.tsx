import { useSpeech } from '../i18n/index.js';
import type { Label } from '../labels.js';

/** A label of the form, in English with its gloss below. */
export function Name({ label }: { readonly label: Label }) {
  const { language } = useSpeech();
  return (
    <>
      <span lang="zh-CN">{label.zh}</span>
      {language === 'en' && label.en !== '' && (
        <span class="gloss" lang="en">
          {label.en}
        </span>
      )}
    </>
  );
}
