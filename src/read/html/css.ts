/** The page's own `<style>` rules, as far as they can hide something or make a table of other elements. */

/** Properties that a rule or a `style` attribute sets, by lower-case name. */
export type Declarations = ReadonlyMap<string, string>;

/** `tag.class#id`; empty parts say nothing. */
export interface Compound {
  readonly tag: string;
  readonly id: string;
  readonly classes: readonly string[];
}

export interface StyleRule extends Compound {
  /** Elements that must stand around the element, the nearest first; any distance apart. */
  readonly around: readonly Compound[];
  readonly declarations: Declarations;
  /** Ids, classes and tags weighed as in CSS; a later rule of the same weight wins. */
  readonly weight: number;
}

const RELEVANT =
  /display|visibility|opacity|font-size|position|line-through|vertical-align\s*:\s*(?:su[pb]|[-+.\d])/i;
const PROPERTIES = new Set(
  'display visibility opacity font-size position left top text-decoration text-decoration-line vertical-align'.split(
    ' ',
  ),
);
const COMPOUND = /^([a-z][a-z0-9]*)?((?:[.#][\w\u0080-\uFFFF-]+)*)$/i;
/** A sheet with more rules than this is a framework's; matching it costs more than it can tell. */
const MAX_RULES = 5000;

/** Reads `name: value; …`; only the properties that matter here are kept. */
export function parseDeclarations(text: string): Declarations | null {
  if (!RELEVANT.test(text)) return null;
  const found = new Map<string, string>();
  for (const part of text.split(';')) {
    const colon = part.indexOf(':');
    if (colon < 0) continue;
    const name = part.slice(0, colon).trim().toLowerCase();
    if (PROPERTIES.has(name))
      found.set(
        name,
        part
          .slice(colon + 1)
          .trim()
          .toLowerCase(),
      );
  }
  return found.size > 0 ? found : null;
}

/**
 * Rules with a plain selector (`.class`, `#id`, `tag.class`, `.a.b`). Rules for print, for narrow screens and
 * with pseudo-classes are left out: whether they apply cannot be told from the page alone.
 */
export function parseSheet(css: string): StyleRule[] {
  const rules: StyleRule[] = [];
  const text = css.replace(/\/\*[\s\S]*?\*\//g, '').replace(/<!--|-->/g, '');
  let at = 0;
  while (rules.length < MAX_RULES) {
    const open = text.indexOf('{', at);
    if (open < 0) break;
    const prelude = text.slice(at, open).replace(/^[\s}]+/, '');
    if (appliesOnScreen(prelude)) {
      at = open + 1;
      continue;
    }
    const close = prelude.startsWith('@') ? endOfBlock(text, open) : closing(text, open);
    if (!prelude.startsWith('@')) addRules(rules, prelude, text.slice(open + 1, close));
    at = close + 1;
  }
  return rules;
}

function appliesOnScreen(prelude: string): boolean {
  return /^@media\s+(?:(?:only\s+)?screen|all)\s*$/i.test(prelude);
}

function closing(text: string, open: number): number {
  const close = text.indexOf('}', open);
  return close < 0 ? text.length : close;
}

function endOfBlock(text: string, open: number): number {
  const brace = /[{}]/g;
  brace.lastIndex = open;
  let depth = 0;
  for (let found = brace.exec(text); found !== null; found = brace.exec(text)) {
    depth += found[0] === '{' ? 1 : -1;
    if (depth === 0) return found.index;
  }
  return text.length;
}

/**
 * The compounds of a selector, the element itself last. Hiding needs certainty, so of combinators only the descendant
 * one is understood there; but a rule that shows something counts whatever stands around it
 * (`.on > .panel {display: block}`).
 */
function compoundsOf(selector: string, declarations: Declarations): Compound[] | null {
  const display = declarations.get('display');
  const shows = display !== undefined && !display.startsWith('none');
  const parts = shows ? [selector.split(/[\s>+~]+/).pop() ?? selector] : selector.split(/\s+/);
  const compounds = parts.map(parseCompound);
  return compounds.includes(null) ? null : (compounds as Compound[]);
}

function parseCompound(text: string): Compound | null {
  const compound = COMPOUND.exec(text);
  if (compound === null || text === '') return null;
  const names = compound[2]?.match(/[.#][^.#]+/g) ?? [];
  return {
    tag: (compound[1] ?? '').toLowerCase(),
    id: names.find((name) => name.startsWith('#'))?.slice(1) ?? '',
    classes: names.filter((name) => name.startsWith('.')).map((name) => name.slice(1)),
  };
}

/** Ids, classes and tags of a whole selector weighed as in CSS. */
function weightOf(selector: string): number {
  const count = (pattern: RegExp): number => selector.match(pattern)?.length ?? 0;
  return count(/#/g) * 10_000 + count(/[.[]/g) * 100 + count(/(?:^|[\s>+~])[a-z]/gi);
}

function addRules(rules: StyleRule[], selectors: string, body: string): void {
  const declarations = parseDeclarations(body);
  if (declarations === null) return;
  for (const selector of selectors.split(',')) {
    const compounds = compoundsOf(selector.trim(), declarations);
    const own = compounds?.at(-1);
    if (!compounds || !own || (own.id === '' && own.classes.length === 0)) continue;
    const around = compounds.slice(0, -1).reverse();
    rules.push({ ...own, around, declarations, weight: weightOf(selector.trim()) });
  }
}
