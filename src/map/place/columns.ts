/**
 * Which grid columns belong to which code, from the header rows of a table. A header is worth using only when
 * it places every code once; otherwise the caller falls back to order, or to arithmetic.
 */

import { APPLICANTS, LITIGATION_LABEL, REMEDY_PATHS, REMEDY_RESULTS } from '../../form/index.js';
import type { RowCell, SourceRow } from '../walk/rows.js';
import { type LabelMatch, VOCABULARY } from '../words/labels.js';
import { labelText, type Simplify } from '../words/text.js';

/** Half-open range of grid slots. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export type Columns = ReadonlyMap<string, Span>;

/** How many header rows a wrapped word can run over (社会 / 公益 / 组织). */
const LONGEST_STACK = 4;

/** Columns of table 三 by applicant code. */
export function applicantColumns(header: readonly SourceRow[], simplify: Simplify): Columns {
  return collect(stacks(header), (texts) => {
    for (let take = 1; take <= Math.min(LONGEST_STACK, texts.length); take++) {
      const label = labelText(texts.slice(-take).join(''), simplify);
      const match = VOCABULARY.applicant.find(label);
      if (match && isApplicant(match)) return match.code;
      if (EXTRA_COLUMN.test(label.full)) return `${EXTRA}${label.full}`;
    }
    return null;
  });
}

/** Columns that agencies add and the form does not have; their figures are nobody's. */
const EXTRA_COLUMN = /^(?:小计|组织小计|法人小计|备注|说明|占比|比例|计量单位|单位)$/;
/** Prefix of the keys of such columns. */
export const EXTRA = 'extra:';

/** Head of the five columns of organizations; the word stands where they stand. */
const ORGANIZATIONS = /^法人或者?其[他它]组织$/;
const NATURAL_OR_TOTAL: ReadonlySet<string> = new Set(['natural_person', 'total']);

/**
 * The order in which a header names the applicants, for tables whose columns are lost: the form's own when the
 * header agrees with it or says nothing, null when it names them in a way that gives no order.
 */
export function applicantOrder(header: readonly SourceRow[], simplify: Simplify): readonly string[] | null {
  const named = header.flatMap((row) =>
    row.cells
      .filter((cell) => !cell.inherited && cell.text !== '')
      .flatMap((cell) => {
        const label = labelText(cell.text, simplify);
        if (ORGANIZATIONS.test(label.full)) return ['organizations'];
        const match = VOCABULARY.applicant.find(label);
        return match && isApplicant(match) ? [match.code] : [];
      }),
  );
  const codes = named.filter((code) => code !== 'organizations');
  if (new Set(codes).size < codes.length) return null;
  const organizations = codes.filter((code) => !NATURAL_OR_TOTAL.has(code));
  const outer = named.filter((code) => code === 'organizations' || NATURAL_OR_TOTAL.has(code));
  const order = expand(outer, codes, organizations);
  if (order.length === APPLICANT_CODES.length) return order;
  return isSubsequence(order, APPLICANT_CODES) ? APPLICANT_CODES : null;
}

/**
 * The order in which a header of table 四 names its fifteen columns as `path/result`, or null when it gives none.
 * A header that names no path says nothing against the form's order.
 */
export function remedyOrder(header: readonly SourceRow[], simplify: Simplify): readonly string[] | null {
  const own = header.flatMap((row) => row.cells.filter((cell) => !cell.inherited).map((cell) => cell.text));
  const text = labelText(own.join('').slice(0, LONGEST_HEADER), simplify).full;
  const [review = -1, direct = -1, after = -1] = REMEDY_PATHS.map(({ zh }) => text.indexOf(zh));
  const litigation = text.indexOf(LITIGATION_LABEL);
  const results = own.flatMap((label) => VOCABULARY.result.find(labelText(label, simplify))?.code ?? []);
  const wrapped = text.split(RESULTS_IN_A_ROW).length - 1 === REMEDY_PATHS.length;
  if (!wrapped && !results.every((code, at) => code === RESULT_CODES[at % RESULT_CODES.length])) return null;
  const litigationPaths = direct >= 0 && after >= 0 && after < direct ? [2, 1] : [1, 2];
  const reviewLast = review >= 0 && litigation >= 0 && litigation < review;
  const paths = reviewLast ? [...litigationPaths, 0] : [0, ...litigationPaths];
  return paths.flatMap((path) => RESULT_CODES.map((result) => `${REMEDY_PATHS[path]?.code ?? ''}/${result}`));
}

/** Columns of results alone, for a table 四 that prints its paths as rows. */
export function resultColumns(header: readonly SourceRow[], simplify: Simplify): Columns {
  return collect(stacks(header), (texts) => {
    const codes = texts.map((text) => VOCABULARY.result.find(labelText(text, simplify))?.code);
    return codes.findLast((code) => code !== undefined) ?? null;
  });
}

/** A word with an applicant inside it (会公益组织) is one only when little else stands in it. */
const MOSTLY = 0.6;

function isApplicant({ kind, score }: LabelMatch): boolean {
  return kind !== 'contained' || score >= MOSTLY;
}

/** Puts the organizations where their common head stands; below a misprinted head they stand before 总计. */
function expand(
  outer: readonly string[],
  codes: readonly string[],
  organizations: readonly string[],
): readonly string[] {
  if (outer.includes('organizations')) {
    return outer.flatMap((code) => (code === 'organizations' ? organizations : [code]));
  }
  const below = codes.indexOf('natural_person') === 0 && codes.indexOf('total') === 1;
  return below ? ['natural_person', ...organizations, 'total'] : codes;
}

/** A header is a few dozen words; more is not read. */
const LONGEST_HEADER = 200;
/** The results of one path as they stand side by side, also when every word is wrapped over two lines. */
const RESULTS_IN_A_ROW = REMEDY_RESULTS.map(({ zh }) => zh).join('');
const APPLICANT_CODES: readonly string[] = APPLICANTS.map(({ code }) => code);
const RESULT_CODES: readonly string[] = REMEDY_RESULTS.map(({ code }) => code);

function isSubsequence(part: readonly string[], whole: readonly string[]): boolean {
  let from = 0;
  return part.every((code) => {
    from = whole.indexOf(code, from) + 1;
    return from > 0;
  });
}

/** Columns of table 四 by `path/result`. */
export function remedyColumns(header: readonly SourceRow[], simplify: Simplify): Columns {
  return collect(stacks(header), (texts) => {
    const labels = texts.map((text) => labelText(text, simplify));
    const joined = labelText(texts.join(''), simplify).full;
    const result =
      labels.map((label) => VOCABULARY.result.find(label)?.code).findLast((code) => code !== undefined) ??
      REMEDY_RESULTS.find(({ zh }) => joined.endsWith(zh))?.code;
    const litigation = REMEDY_PATHS.slice(1).find(({ zh, variants }) =>
      [zh, ...variants].some((text) => joined.includes(text)),
    );
    const path =
      litigation?.code ??
      (joined.includes('行政复议') && !joined.includes(LITIGATION_LABEL) ? 'review' : null);
    return path && result ? `${path}/${result}` : null;
  });
}

/** Texts over each grid column from top to bottom, every cell once; blank cells add nothing. */
function stacks(
  header: readonly SourceRow[],
): { readonly texts: readonly string[]; readonly leaf: RowCell | null }[] {
  const width = Math.max(0, ...header.map((row) => row.colCount));
  return Array.from({ length: width }, (_, col) => {
    const texts: string[] = [];
    let leaf: RowCell | null = null;
    for (const row of header) {
      const cell = row.cells.find((c) => c.col <= col && col < c.col + c.colSpan);
      if (!cell || cell.inherited || cell.text === '') continue;
      texts.push(cell.text);
      leaf = cell;
    }
    return { texts, leaf };
  });
}

/** Joins neighbouring columns under one leaf cell; a code that two leaves claim is dropped with all the rest. */
function collect(
  columns: readonly { readonly texts: readonly string[]; readonly leaf: RowCell | null }[],
  codeOf: (texts: readonly string[]) => string | null,
): Columns {
  const found = new Map<string, Span & { leaf: RowCell | null }>();
  for (const [col, { texts, leaf }] of columns.entries()) {
    const code = texts.length > 0 ? codeOf(texts) : null;
    if (code === null) continue;
    const before = found.get(code);
    if (!before) found.set(code, { from: col, to: col + 1, leaf });
    else if (before.leaf === leaf && before.to === col) found.set(code, { ...before, to: col + 1 });
    else return new Map();
  }
  return found;
}
