/** Which characters the bytes of a page or text mean; what the page declares is only one opinion. */

export interface Decoded {
  readonly text: string;
  /** Name of the encoding that was used: `utf-8`, `gb18030`, `big5`, `utf-16le`, … */
  readonly encoding: string;
}

/** The declaration stands in the first kilobyte (HTML standard); sites put comments and scripts before it. */
const DECLARATION_BYTES = 4096;
/** Enough text to judge an encoding by; a page's head alone may be longer than the standard's kilobyte. */
const JUDGED_BYTES = 262_144;
/** Words that every report has, in both scripts; a wrong decoding yields none of them. */
const FIELD_WORDS =
  /政府信息公开|政府信息公開|政府資訊公開|信息公开|年度报告|年度報告|年度|申请|申請|规范性文件|人民政府|行政/g;
/** The most frequent characters of Chinese prose: a wrong decoding yields rare ones instead. */
const COMMON = /[的一是了不在有人和国中大为上个我以要年公开信息政府工作报告数量0-9]/g;
const BROKEN = /\uFFFD/g;
/** Private-use characters, controls and unpaired marks that no page prints. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what a wrong decoding yields
const STRANGE = /[\uE000-\uF8FF\u0001-\u0008\u000E-\u001A\u0080-\u009F]/g;
/** Relative weights: one field word outweighs some stray bytes, one broken byte outweighs common characters. */
const WORD_POINTS = 30;
const BROKEN_POINTS = 20;
const STRANGE_POINTS = 10;
/** What is declared wins where the content is no better in another encoding. */
const DECLARED_POINTS = 5;

const NAMES: Readonly<Record<string, string>> = {
  gbk: 'gb18030',
  gb2312: 'gb18030',
  'x-gbk': 'gb18030',
  hz: 'gb18030',
  'hz-gb-2312': 'gb18030',
  utf8: 'utf-8',
  unicode: 'utf-16le',
  'utf-16': 'utf-16le',
  'big5-hkscs': 'big5',
};

/**
 * Decodes by byte order mark, else as strict UTF-8 where the bytes are valid, else as whichever of the declared
 * and the usual Chinese encodings gives the most plausible text.
 */
export function decode(bytes: Uint8Array, contentType?: string): Decoded {
  const marked = byteOrderMark(bytes);
  if (marked !== null && marked !== 'utf-8') return decodeAs(marked, bytes);
  const wide = marked === null ? wideEncoding(bytes) : null;
  if (wide !== null) return decodeAs(wide, bytes);
  const strict = strictUtf8(bytes);
  if (strict !== null) return { text: strict, encoding: 'utf-8' };
  return decodeAs(mostPlausible(bytes, declaredEncodings(bytes, contentType)), bytes);
}

function decodeAs(encoding: string, bytes: Uint8Array): Decoded {
  return { text: new TextDecoder(encoding).decode(bytes), encoding };
}

function byteOrderMark(bytes: Uint8Array): string | null {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return null;
}

/** Some Chinese characters (开 is U+5F00) have their zero in the other byte. */
const MIN_ZERO_RATIO = 3;

/** UTF-16 without a mark: its ASCII part (tags, digits, line ends) has a zero in every other byte. */
export function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const zeros = [0, 0];
  const end = Math.min(bytes.length, DECLARATION_BYTES);
  for (let i = 0; i < end; i += 1) {
    if (bytes[i] === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = zeros;
  if (even + odd === 0 || Math.min(even, odd) * MIN_ZERO_RATIO > Math.max(even, odd)) return null;
  const encoding = odd > even ? 'utf-16le' : 'utf-16be';
  const sample = new TextDecoder(encoding).decode(bytes.subarray(0, end - (end % 2)));
  return plausibility(sample) > 0 ? encoding : null;
}

/** Length of the longest UTF-8 sequence without its last byte. */
const MAX_CUT = 3;

/** A sequence cut off at the very end (a part of a file, a broken download) does not count against UTF-8. */
function strictUtf8(bytes: Uint8Array): string | null {
  const whole = fatalUtf8(bytes);
  if (whole !== null) return whole;
  let start = bytes.length - 1;
  while (start > 0 && bytes.length - start < MAX_CUT && ((bytes[start] ?? 0) & 0xc0) === 0x80) start -= 1;
  const text = start > 0 ? fatalUtf8(bytes.subarray(0, start)) : null;
  return text !== null && /[^\0-\x7F]/.test(text) ? text : null;
}

function fatalUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Encodings named by the HTTP header and by the page itself, the header first. */
export function declaredEncodings(bytes: Uint8Array, contentType?: string): string[] {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, DECLARATION_BYTES));
  const labels = [
    /charset\s*=\s*["']?\s*([\w-]+)/i.exec(contentType ?? '')?.[1],
    /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1],
    /^\s*<\?xml[^>]+encoding\s*=\s*["']([\w-]+)/i.exec(head)?.[1],
  ];
  return labels.flatMap((label) => (label === undefined ? [] : known(label)));
}

function known(label: string): string[] {
  const lower = label.toLowerCase();
  const name = NAMES[lower] ?? lower;
  try {
    return [new TextDecoder(name).encoding];
  } catch {
    return [];
  }
}

function mostPlausible(bytes: Uint8Array, declared: readonly string[]): string {
  const sample = bytes.subarray(0, JUDGED_BYTES);
  let best = 'utf-8';
  let bestPoints = Number.NEGATIVE_INFINITY;
  for (const encoding of new Set(['utf-8', 'gb18030', 'big5', ...declared])) {
    const bonus = declared.includes(encoding) ? DECLARED_POINTS : 0;
    const points = plausibility(new TextDecoder(encoding).decode(sample)) + bonus;
    if (points > bestPoints) [best, bestPoints] = [encoding, points];
  }
  return best;
}

/** How much a text reads like a report; negative for the noise of a wrong decoding. */
export function plausibility(text: string): number {
  return (
    count(text, FIELD_WORDS) * WORD_POINTS +
    count(text, COMMON) -
    count(text, BROKEN) * BROKEN_POINTS -
    count(text, STRANGE) * STRANGE_POINTS
  );
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
