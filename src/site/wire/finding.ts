/** The parts of a finding's texts. */

/** A cell that takes part in a finding: `table/item/column=value@locator`, one of another report with its id in front. */
export interface NamedCell {
  /** Empty for a cell of the report that the finding is about. */
  readonly reportId: string;
  /** `table/row/column`. */
  readonly key: string;
  readonly value: string;
  readonly locator: string;
}

const NAMED = /^(?:([0-9a-f]{6,64}):)?([^/=\s]+\/[^/=\s]+\/[^/=\s]+)=([^@]*)(?:@(.*))?$/;

/** The cells of the column `cells`; what does not read as one is left out. */
export function parseCells(text: string): NamedCell[] {
  return text.split('; ').flatMap((part) => {
    const match = NAMED.exec(part.trim());
    if (match === null) return [];
    const [, reportId = '', key = '', value = '', locator = ''] = match;
    return [{ reportId, key, value, locator }];
  });
}

/** Chinese sentences end so, and English begins behind a slash between blanks. */
const TURN = '。 / ';
const SLASH = ' / ';

/**
 * Chinese and English of a message. Quoted text may hold slashes too: the turn is where a Chinese full stop stands before
 * it, else in the middle, since both halves quote the same. One language only gives it twice.
 */
export function splitMessage(message: string): { readonly zh: string; readonly en: string } {
  const turn = message.indexOf(TURN);
  if (turn >= 0) return { zh: message.slice(0, turn + 1), en: message.slice(turn + TURN.length) };
  const parts = message.split(SLASH);
  if (parts.length % 2 === 1) return { zh: message, en: message };
  const half = parts.length / 2;
  return { zh: parts.slice(0, half).join(SLASH), en: parts.slice(half).join(SLASH) };
}
