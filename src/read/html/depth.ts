import { ReadError } from '../../model/errors.js';

/** Browsers flatten markup below 512 levels; no page that a person wrote comes near. */
const MAX_DEPTH = 4000;
/** Fewer tags than this cannot nest deep enough to hurt, and most pages have fewer. */
const HARMLESS_TAGS = 4000;
const TAG = /<(\/?)([a-z][a-z0-9]*)[^<>]*>/gi;
/** Elements whose end tag is left out or which cannot hold anything: their start tags do not nest. */
const NOT_NESTING = new Set(
  (
    'p li dd dt tr td th tbody thead tfoot option optgroup colgroup area base br col embed hr img input link ' +
    'meta param source track wbr'
  ).split(' '),
);

/**
 * Refuses markup so deeply nested that parsing it would take minutes: the parser looks through all open elements
 * at every tag.
 */
export function checkDepth(html: string): void {
  if (countTags(html) <= HARMLESS_TAGS) return;
  const open = new Map<string, number>();
  let depth = 0;
  TAG.lastIndex = 0;
  for (let tag = TAG.exec(html); tag !== null; tag = TAG.exec(html)) {
    const name = (tag[2] ?? '').toLowerCase();
    if (NOT_NESTING.has(name)) continue;
    const count = open.get(name) ?? 0;
    const step = tag[1] === '/' ? -1 : 1;
    if (count + step < 0) continue;
    open.set(name, count + step);
    depth += step;
    if (depth > MAX_DEPTH) throw tooDeep();
  }
}

function countTags(html: string): number {
  let count = 0;
  for (let at = html.indexOf('<'); at >= 0 && count <= HARMLESS_TAGS; at = html.indexOf('<', at + 1))
    count += 1;
  return count;
}

function tooDeep(): ReadError {
  return new ReadError(
    'too_complex',
    `The page has elements nested more than ${MAX_DEPTH} deep, which no browser shows; ` +
      'open it in a browser, save it again (or print it to PDF) and read that.',
  );
}
