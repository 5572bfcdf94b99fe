/** Cells of several lines in text copied from a sheet: `"社会\n公益\n组织"` between tabs is one field. */

interface NumberedText {
  readonly text: string;
  /** Number of the line of the file on which it begins. */
  readonly number: number;
}

const OPEN_FIELD = /(^|\t)"([^"\t]*)$/;
const END_OF_FIELD = /^([^"\t]*)"(?=\t|$)/;
/** No heading of the form is broken over more lines; a quotation mark without its other half joins none. */
const MOST_LINES = 8;

/** The lines of a text, those that one field holds joined, without its quotation marks. */
export function withWholeFields(texts: readonly string[], first: number): NumberedText[] {
  const lines: NumberedText[] = [];
  for (let at = 0; at < texts.length; at += 1) {
    const number = first + at;
    let text = texts[at] ?? '';
    for (let end = endOfField(texts, at, text); end > at; end = endOfField(texts, at, text)) {
      const inner = texts.slice(at + 1, end).join('');
      const last = (texts[end] ?? '').replace(END_OF_FIELD, '$1');
      text = text.replace(OPEN_FIELD, '$1$2') + inner + last;
      at = end;
    }
    lines.push({ text, number });
  }
  return lines;
}

/** The line on which a field ends that is open at the end of `text`; `at` where none is, or it does not end soon. */
function endOfField(texts: readonly string[], at: number, text: string): number {
  if (!OPEN_FIELD.test(text)) return at;
  for (let end = at + 1; end <= at + MOST_LINES && end < texts.length; end += 1) {
    const line = texts[end] ?? '';
    if (END_OF_FIELD.test(line)) return text.includes('\t') || line.includes('\t') ? end : at;
    if (/["\t]/.test(line)) return at;
  }
  return at;
}
