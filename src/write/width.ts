/** Text in columns of a terminal, where Chinese characters and full-width signs take two places. */

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/u;
/** Marks that stand on the character before, and characters without any width. */
const NARROWEST = /[\p{Mn}\p{Me}\u200b-\u200f\u2060\ufeff]/u;

/** Places that a text takes. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const char of text) width += charWidth(char);
  return width;
}

/** The text filled up to `width` places; longer texts stay as they are. */
export function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}

/** The same with the blanks in front, for figures. */
export function padLeft(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - displayWidth(text))) + text;
}

/** The text cut to `width` places, with `…` where something is left out. */
export function cut(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  let kept = '';
  let used = 1;
  for (const char of text) {
    used += charWidth(char);
    if (used > width) break;
    kept += char;
  }
  return `${kept}…`;
}

function charWidth(char: string): number {
  if (WIDE.test(char) || (char.codePointAt(0) ?? 0) >= FIRST_RARE_IDEOGRAPH) return 2;
  return NARROWEST.test(char) ? 0 : 1;
}

/** Beyond the basic plane reports have ideographs only. */
const FIRST_RARE_IDEOGRAPH = 0x20000;
