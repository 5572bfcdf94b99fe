/**
 * Which grid columns belong to which code, from the header rows of a table. A header is worth using only when
 * it places every code once; otherwise the caller falls back to order, or to arithmetic.
 */

import { APPLICANTS, LITIGATION_LABEL, REMEDY_PATHS, REMEDY_RESULTS } from '../../form/index.js';
import { hasColumns, type RowCell, type SourceRow } from '../walk/rows.js';
import { type LabelMatch, VOCABULARY } from '../words/labels.js';
import { labelText, type Simplify } from '../words/text.js';
import { areResultsInPlace } from './result-words.js';

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
      if (EXTRA_COLUMN.test(label.full)) return `${EXTRA}${label.full}`;
      const match = VOCABULARY.applicant.find(label);
      if (match && isApplicant(match)) return match.code;
    }
    return null;
  });
}

/** Columns that agencies add and the form does not have; their figures are nobody's. */
const EXTRA_COLUMN =
  /^(?:小计|组织小计|法人小计|备注|说明|占比|比例|计量单位|单位|(?:上|去|前)一?年度?(?:同期)?(?:总计|合计|数|数量)?|(?:较|比|同比).{0,8})$/;
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
  if (header.some(({ layout }) => layout === 'aligned')) return orderByColumn(header, simplify);
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
  const isScrambled = header.some((row) => !hasColumns(row));
  const order = expand(isScrambled ? byHeight(outer) : outer, codes, organizations);
  if (order.length === APPLICANT_CODES.length) return order;
  return isSubsequence(order, APPLICANT_CODES) ? APPLICANT_CODES : null;
}

/**
 * Where cells are lines, the head of the organizations comes before 自然人 though it stands right of it: it is one row high,
 * and the words beside it stand in the middle of two.
 */
function byHeight(outer: readonly string[]): readonly string[] {
  const [first, ...others] = outer;
  if (first !== 'organizations') return outer;
  const [natural, ...behind] = others;
  return natural === 'natural_person' ? [natural, first, ...behind] : outer;
}

/**
 * The columns of table 三 as a header names them, those that agencies add (小计) among them, for tables that leave a kind
 * of organization out or have such a column; null where the header does not name both ends, or a label twice.
 */
export function namedColumns(header: readonly SourceRow[], simplify: Simplify): readonly string[] | null {
  if (header.some(({ layout }) => layout === 'aligned')) return null;
  const named = header
    .flatMap(({ cells }) => cells.filter(({ inherited, text }) => !inherited && text !== ''))
    .flatMap(({ text }) => {
      const label = labelText(text, simplify);
      if (ORGANIZATIONS.test(label.full)) return [ORGANIZATION_HEAD];
      if (EXTRA_COLUMN.test(label.full)) return [`${EXTRA}${label.full}`];
      const match = VOCABULARY.applicant.find(label);
      return match && isApplicant(match) ? [match.code] : [];
    });
  const at = named.indexOf(ORGANIZATION_HEAD);
  // Below their common head the organizations stand behind all columns that have none, in a row of their own.
  const below = named.findIndex((code, place) => place > at && isOrganization(code));
  const outer = below < 0 ? named : named.slice(0, below);
  const inner = below < 0 ? [] : named.slice(below);
  const order = at < 0 ? named : outer.flatMap((code) => (code === ORGANIZATION_HEAD ? inner : [code]));
  const isWhole = new Set(order).size === order.length && ENDS.every((code) => order.includes(code));
  return isWhole && (at < 0 || inner.every((code) => !ENDS.includes(code))) ? order : null;
}

const ORGANIZATION_HEAD = 'organizations';
const ENDS: readonly string[] = ['natural_person', 'total'];

function isOrganization(code: string): boolean {
  return code !== ORGANIZATION_HEAD && !ENDS.includes(code) && !code.startsWith(EXTRA);
}

/** Without rules the lines of a header interleave: the order is that of the columns, and each has to be named. */
function orderByColumn(header: readonly SourceRow[], simplify: Simplify): readonly string[] | null {
  const named = header.flatMap((row) =>
    row.cells
      .filter((cell) => !cell.inherited && cell.text !== '')
      .flatMap((cell) => {
        const match = VOCABULARY.applicant.find(labelText(cell.text, simplify));
        return match && isApplicant(match) ? [{ code: match.code, col: cell.col }] : [];
      }),
  );
  named.sort((a, b) => a.col - b.col);
  const codes = named.map(({ code }) => code);
  if (new Set(codes).size < codes.length) return null;
  const areApart = new Set(named.map(({ col }) => col)).size === named.length;
  if (areApart && codes.length === APPLICANT_CODES.length) return codes;
  // Words of two columns can stand over one of them, which says nothing of their order.
  const places = named.map(({ code, col }) => ({ col, place: APPLICANT_CODES.indexOf(code) }));
  const agree = places.every((a) => places.every((b) => a.col >= b.col || a.place < b.place));
  return agree ? APPLICANT_CODES : null;
}

/**
 * The order in which a header of table 四 names its fifteen columns as `path/result`, or null when it gives none.
 * A header that names no path says nothing against the form's order.
 */
export function remedyOrder(header: readonly SourceRow[], simplify: Simplify): readonly string[] | null {
  const cells = header.flatMap(({ cells: own }, row) =>
    own
      .filter(({ inherited, text }) => !inherited && text !== '')
      .map(({ text, col }) => ({ row, col, text: labelText(text.slice(0, LONGEST_HEADER), simplify).full })),
  );
  const [review, direct, after] = REMEDY_PATHS.map(({ zh }) => placeOfLabel(cells, zh));
  const litigation = placeOfLabel(cells, LITIGATION_LABEL);
  const paths = [standsBefore(after, direct), standsBefore(litigation, review)];
  // The lines of a header that interleave, or fall apart into words, tell no other order than the form's.
  const areInForm = paths.every((isBefore) => isBefore === false);
  if (!areInForm && !header.every(({ layout }) => layout === 'grid' || layout === 'delimited')) return null;
  if (paths.includes(null) || !(resultsInOrder(header, simplify) || areResultsInPlace(cells))) return null;
  const litigationPaths = paths[0] ? [2, 1] : [1, 2];
  const order = paths[1] ? [...litigationPaths, 0] : [0, ...litigationPaths];
  return order.flatMap((path) => RESULT_CODES.map((result) => `${REMEDY_PATHS[path]?.code ?? ''}/${result}`));
}

interface HeaderText {
  readonly row: number;
  readonly col: number;
  readonly text: string;
}

interface LabelPlace {
  readonly row: number;
  readonly col: number;
  readonly at: number;
}

function placeOfLabel(cells: readonly HeaderText[], label: string): LabelPlace | null {
  for (const { row, col, text } of cells) {
    const at = text.indexOf(label);
    if (at >= 0) return { row, col, at };
  }
  return null;
}

/**
 * Whether label `a` stands left of label `b`; false when one of them is missing, null when their places do not tell.
 * Lines of a header can interleave, so that the label further right comes first in reading order.
 */
function standsBefore(a: LabelPlace | null | undefined, b: LabelPlace | null | undefined): boolean | null {
  if (!a || !b) return false;
  if (a.row === b.row && a.col === b.col) return a.at < b.at;
  return a.col === b.col ? null : a.col < b.col;
}

/** The header words are read row by row, as they are printed where rows are whole. */
function resultsInOrder(header: readonly SourceRow[], simplify: Simplify): boolean {
  const own = header.flatMap((row) => row.cells.filter((cell) => !cell.inherited).map((cell) => cell.text));
  const text = labelText(own.join('').slice(0, LONGEST_HEADER), simplify).full;
  const results = own.flatMap((label) => VOCABULARY.result.find(labelText(label, simplify))?.code ?? []);
  return (
    text.split(RESULTS_IN_A_ROW).length - 1 === REMEDY_PATHS.length ||
    results.every((code, at) => code === RESULT_CODES[at % RESULT_CODES.length])
  );
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

/**
 * Columns of table 四 where the spans are lost and the paths stand over their first column only: fifteen columns that
 * each carry one result, in the order the header gives.
 */
export function remedyColumnsByResult(header: readonly SourceRow[], simplify: Simplify): Columns {
  const found = header.flatMap((row) =>
    row.cells
      .filter((cell) => !cell.inherited && cell.colSpan === 1)
      .flatMap((cell) => {
        const match = VOCABULARY.result.find(labelText(cell.text, simplify));
        return match?.kind === 'exact' ? [{ col: cell.col, result: match.code }] : [];
      }),
  );
  found.sort((a, b) => a.col - b.col);
  const order = remedyOrder(header, simplify);
  const fits =
    order !== null &&
    found.length === order.length &&
    new Set(found.map(({ col }) => col)).size === found.length &&
    found.every(({ result }, at) => order[at]?.endsWith(`/${result}`));
  return new Map(fits ? found.map(({ col }, at) => [order[at] ?? '', { from: col, to: col + 1 }]) : []);
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
