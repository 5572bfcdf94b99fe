/** How the generated lists of divisions are packed into text; the build script packs, the gazetteer unpacks. */

/** A county, prefecture or province. */
export interface UpperEntry {
  /** Six digits. */
  readonly code: string;
  readonly name: string;
  /** For a code no longer in use: the last year at whose end it certainly was, and the same place's later code. */
  readonly until?: number;
  readonly successor?: string;
}

/** A town or street; `code` has nine digits. */
export type TownEntry = UpperEntry;

/** The endings nearly all towns have, by the letter that stands for them. */
export const TOWN_ENDINGS = { s: '街道', z: '镇', x: '乡', u: '苏木' } as const;
const LETTERS = Object.entries(TOWN_ENDINGS) as [keyof typeof TOWN_ENDINGS, string][];

export function packUpper(entries: readonly UpperEntry[]): string {
  return entries
    .map(({ code, name, until, successor }) =>
      [code, name, ...(until === undefined ? [] : [until, ...(successor ? [successor] : [])])].join(' '),
    )
    .join('\n');
}

export function unpackUpper(text: string): UpperEntry[] {
  return text.split('\n').map((line) => {
    const [code = '', name = '', until, successor] = line.split(' ');
    return until === undefined
      ? { code, name }
      : { code, name, until: Number(until), ...(successor ? { successor } : {}) };
  });
}

/** `410307:` then `100城关z` …; a code that is one more than the one before is left out. */
export function packTowns(entries: readonly TownEntry[]): string {
  const lines: string[] = [];
  let line = '';
  let before = '';
  for (const { code, name, until, successor } of entries) {
    if (!before.startsWith(code.slice(0, 6))) {
      if (line !== '') lines.push(line);
      line = `${code.slice(0, 6)}:`;
      before = '';
    }
    const follows = before !== '' && Number(code) === Number(before) + 1;
    const [letter, ending] = LETTERS.find(([, end]) => name.endsWith(end)) ?? ['?', ''];
    const past =
      until === undefined ? '' : `${String(until - YEAR_ZERO).padStart(2, '0')}${successor ?? ''},`;
    line += `${follows ? '' : code.slice(6)}${name.slice(0, name.length - ending.length)}${letter}${past}`;
    before = code;
  }
  return [...lines, line].join('\n');
}

const YEAR_ZERO = 2000;
const TOWN = /(\d*)([^\dszxu,]+)([szxu])(?:(\d\d)(\d{9})?,)?/g;

/** Reads one line of packed towns; `past` says that they are former ones. */
export function unpackTowns(line: string): TownEntry[] {
  const county = line.slice(0, 6);
  let number = 0;
  return [...line.matchAll(TOWN)].map(([, digits, stem = '', letter = 'z', until, successor]) => {
    number = digits ? Number(digits) : number + 1;
    const code = county + String(number).padStart(3, '0');
    const name = stem + TOWN_ENDINGS[letter as keyof typeof TOWN_ENDINGS];
    if (until === undefined) return { code, name };
    return { code, name, until: YEAR_ZERO + Number(until), ...(successor ? { successor } : {}) };
  });
}
