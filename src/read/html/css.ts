/** The page's own `<style>` rules, as far as they can hide something or make a table of other elements. */

/** Properties that a rule or a `style` attribute sets, by lower-case name. */
export type Declarations = ReadonlyMap<string, string>;

export interface StyleRule {
  readonly tag: string;
  readonly id: string;
  readonly classes: readonly string[];
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
 * The part of a selector that names the element itself. A rule with combinators may or may not apply: hiding needs
 * certainty, so it hides nothing, but it can show again what a plain rule hides (`.on .panel {display: block}`).
 */
function subject(selector: string, declarations: Declarations): string {
  const display = declarations.get('display');
  const shows = display !== undefined && !display.startsWith('none');
  return shows ? (selector.split(/[\s>+~]+/).pop() ?? selector) : selector;
}

function addRules(rules: StyleRule[], selectors: string, body: string): void {
  const declarations = parseDeclarations(body);
  if (declarations === null) return;
  for (const selector of selectors.split(',')) {
    const compound = COMPOUND.exec(subject(selector.trim(), declarations));
    const names = compound?.[2] ?? '';
    if (compound === null || names === '') continue;
    const parts = names.match(/[.#][^.#]+/g) ?? [];
    const classes = parts.filter((part) => part.startsWith('.')).map((part) => part.slice(1));
    const ids = parts.filter((part) => part.startsWith('#')).map((part) => part.slice(1));
    const tag = (compound[1] ?? '').toLowerCase();
    const weight = ids.length * 10_000 + classes.length * 100 + (tag === '' ? 0 : 1);
    rules.push({ tag, id: ids[0] ?? '', classes, declarations, weight });
  }
}
