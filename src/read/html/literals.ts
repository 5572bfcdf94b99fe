/** The string literals of a script or of JSON, as their program sees them. */

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
  v: '\v',
  0: '\0',
};
const ESCAPE = /\\(?:u\{([\da-f]{1,6})\}|u([\da-f]{4})|x([\da-f]{2})|(\r\n|[\s\S]))/gi;
const LINE_ENDS = new Set(['\n', '\r', '\r\n', '\u2028', '\u2029']);
const QUOTES = new Set(['"', "'", '`']);
/** Between the pieces of a text that is put together: `'<table>' + '<tr>'`. */
const ONLY_PLUS = /^\s*\+\s*$/;

/** A quote that opens nothing (in a regular expression) costs a look to the end of its line: so many times the script. */
const MOST_LOOKS = 4;

/** All literals in their order; those that a `+` joins are one. */
export function stringLiterals(script: string): string[] {
  const found: string[] = [];
  const comments = new Comments(script);
  let looks = MOST_LOOKS * script.length;
  let end = -1;
  for (let at = 0; at < script.length; at += 1) {
    if (!QUOTES.has(script[at] ?? '')) {
      at = comments.after(at);
      continue;
    }
    const { close, isWhole } = endOf(script, at);
    if (!isWhole) {
      looks -= close - at;
      if (looks < 0) at = close;
      continue;
    }
    const text = unescapeLiteral(script.slice(at + 1, close));
    if (end >= 0 && ONLY_PLUS.test(script.slice(end, at))) found.push((found.pop() ?? '') + text);
    else found.push(text);
    end = close + 1;
    at = close;
  }
  return found;
}

/** Where the literal that begins at `at` ends, or the line or script that breaks it off. */
function endOf(script: string, at: number): { readonly close: number; readonly isWhole: boolean } {
  const quote = script[at];
  for (let i = at + 1; i < script.length; i += 1) {
    const letter = script[i];
    if (letter === quote) return { close: i, isWhole: true };
    if (letter === '\\') i += 1;
    else if (letter === '\n' && quote !== '`') return { close: i, isWhole: false };
  }
  return { close: script.length, isWhole: false };
}

/** Finds the ends of comments; an end that is not found once is not looked for again. */
class Comments {
  private readonly missing = new Set<string>();

  constructor(private readonly script: string) {}

  /** The last character of a comment that begins at `at`, or `at`. */
  after(at: number): number {
    if (this.script[at] !== '/') return at;
    const next = this.script[at + 1];
    if (next !== '/' && next !== '*') return at;
    const mark = next === '/' ? '\n' : '*/';
    const end = this.missing.has(mark) ? -1 : this.script.indexOf(mark, at + 2);
    if (end >= 0) return end + mark.length - 1;
    this.missing.add(mark);
    return at;
  }
}

function unescapeLiteral(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(ESCAPE, (_, long?: string, short?: string, byte?: string, one?: string) => {
    const code = Number.parseInt(long ?? short ?? byte ?? '', 16);
    if (!Number.isNaN(code)) return code <= 0x10ffff ? String.fromCodePoint(code) : '';
    if (one === undefined || LINE_ENDS.has(one)) return '';
    return ESCAPES[one] ?? one;
  });
}
