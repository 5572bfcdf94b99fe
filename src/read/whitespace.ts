/** Rules for white space shared by all readers: text stays as printed, only its spacing is made plain. */

/** Characters that print nothing: soft hyphen, zero-width and bidirectional controls, word joiner, BOM. */
const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]+/g;
/** `\s` covers the no-break and the ideographic blank too. */
const BLANKS = /\s+/g;
/** Anything that `tidy` would change inside a text; most texts of a page have none of it. */
const UNTIDY = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]|\s\s|[^\S ]|^\s|\s$/;
const CJK =
  /[\u2E80-\u303F\u3040-\u30FF\u3105-\u312F\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF\uFE30-\uFE4F\uFF01-\uFF0F\uFF1A-\uFF60“”‘’—…·]/;
/** The ideographic part of the range above is what nearly every text of a report begins and ends with. */
const HAN_FIRST = 0x4e00;
const HAN_LAST = 0x9fff;

/** Collapses every run of white space to one blank, removes what prints nothing, trims. */
export function tidy(text: string): string {
  if (!UNTIDY.test(text)) return text;
  return text.replace(INVISIBLE, '').replace(BLANKS, ' ').trim();
}

/** Whether a character is Chinese or full-width punctuation, which is set without blanks. */
export function isCjk(char: string): boolean {
  const code = char.charCodeAt(0);
  return (code >= HAN_FIRST && code <= HAN_LAST) || CJK.test(char);
}

/**
 * Joins two printed lines of one cell. Chinese goes together without a blank; everything else gets one, so that
 * two numbers on two lines never become one number.
 */
export function joinLines(before: string, after: string): string {
  if (before === '' || after === '') return before + after;
  const glue = isCjk(before.charAt(before.length - 1)) && isCjk(after.charAt(0)) ? '' : ' ';
  return before + glue + after;
}
