import { type Compound, type Declarations, parseDeclarations, parseSheet, type StyleRule } from './css.js';
import { type DomElement, isElement } from './dom.js';

/**
 * - `gone`: takes no room (display:none): a cell is not there at all
 * - `unseen`: takes room but prints nothing (visibility:hidden): a cell is there and empty
 */
export type Visibility = 'shown' | 'unseen' | 'gone';

/** How text is set apart from the text around it. */
export type Mark = 'raised' | 'struck' | 'apart' | null;

export interface Presentation {
  readonly visibility: Visibility;
  /** The `display` value that the page itself sets, or empty. */
  readonly display: string;
  /** Raised or struck through by style. */
  readonly mark: Mark;
}

const PLAIN: Presentation = { visibility: 'shown', display: '', mark: null };
const GONE: Presentation = { visibility: 'gone', display: 'none', mark: null };
/** Text moved this far out is a screen-reader text or a decoy; no layout shifts by so much. */
const OFF_SCREEN_PX = -999;

/** Tells how the page presents an element, from its attributes and the page's own `<style>` elements. */
export class Presenter {
  /** Whether the page turns elements into tables by class, so that any element may be one. */
  readonly makesTables: boolean;
  private readonly byKey = new Map<string, StyleRule[]>();
  private readonly inline = new Map<string, Declarations | null>();

  /** `unveiled`: an element that scripts show, whatever its styles say. */
  constructor(
    sheets: readonly string[],
    private readonly unveiled: DomElement | null = null,
  ) {
    const all = sheets.flatMap(parseSheet);
    this.makesTables = all.some(({ declarations }) =>
      /^(?:inline-)?table\b/.test(declarations.get('display') ?? ''),
    );
    for (const rule of all) {
      const key = rule.id !== '' ? `#${rule.id}` : `.${rule.classes[0] ?? ''}`;
      const known = this.byKey.get(key);
      if (known === undefined) this.byKey.set(key, [rule]);
      else known.push(rule);
    }
  }

  of(element: DomElement): Presentation {
    if (element === this.unveiled) return PLAIN;
    const { attribs } = element;
    if (attribs.hidden !== undefined && attribs.hidden !== 'false') return GONE;
    const own = attribs.style === undefined ? null : this.inlineStyle(attribs.style);
    const rules = this.byKey.size === 0 ? null : this.matching(element);
    if (own === null && rules === null) return PLAIN;
    return presentation(element, (name) => value(name, own, rules));
  }

  private inlineStyle(text: string): Declarations | null {
    const known = this.inline.get(text);
    if (known !== undefined) return known;
    const parsed = parseDeclarations(text);
    this.inline.set(text, parsed);
    return parsed;
  }

  /** Matching rules, the strongest last. */
  private matching(element: DomElement): readonly StyleRule[] | null {
    const { id } = element.attribs;
    const className = element.attribs.class;
    if (id === undefined && className === undefined) return null;
    const classes = className === undefined ? [] : className.split(/\s+/);
    const found: StyleRule[] = [];
    const collect = (rules: readonly StyleRule[] | undefined): void => {
      for (const rule of rules ?? []) if (applies(rule, element, id, classes)) found.push(rule);
    };
    if (id !== undefined) collect(this.byKey.get(`#${id}`));
    for (const name of new Set(classes)) collect(this.byKey.get(`.${name}`));
    return found.length === 0 ? null : found.sort((a, b) => a.weight - b.weight);
  }
}

function applies(
  rule: StyleRule,
  element: DomElement,
  id: string | undefined,
  classes: readonly string[],
): boolean {
  return fits(rule, element.name, id, classes) && standsAround(rule.around, element);
}

function fits(rule: Compound, tag: string, id: string | undefined, classes: readonly string[]): boolean {
  if (rule.tag !== '' && rule.tag !== tag) return false;
  if (rule.id !== '' && rule.id !== id) return false;
  return rule.classes.every((name) => classes.includes(name));
}

/** Whether the ancestors of an element hold these compounds, the nearest first, with others in between. */
function standsAround(around: readonly Compound[], element: DomElement): boolean {
  let wanted = 0;
  for (let node = element.parent; wanted < around.length; node = node.parent) {
    if (node === null || !isElement(node)) return false;
    const compound = around[wanted];
    const classes = node.attribs.class?.split(/\s+/) ?? [];
    if (compound && fits(compound, node.name, node.attribs.id, classes)) wanted++;
  }
  return true;
}

/** The winning value of a property: important rules, then the attribute, then the other rules. */
function value(name: string, own: Declarations | null, rules: readonly StyleRule[] | null): string {
  let winner = '';
  for (const rule of rules ?? []) winner = rule.declarations.get(name) ?? winner;
  const inline = own?.get(name);
  if (inline !== undefined && !(winner.includes('!important') && !inline.includes('!important'))) {
    winner = inline;
  }
  return winner.replace('!important', '').trim();
}

function presentation(element: DomElement, get: (name: string) => string): Presentation {
  const display = get('display');
  if (display === 'none' || offScreen(get)) return GONE;
  const visibility = get('visibility');
  if (visibility === 'collapse' && element.name === 'tr') return GONE;
  const unseen =
    visibility === 'hidden' || visibility === 'collapse' || isZero(get('opacity')) || tiny(element, get);
  return { visibility: unseen ? 'unseen' : 'shown', display, mark: markByStyle(get) };
}

function markByStyle(get: (name: string) => string): Mark {
  const line = `${get('text-decoration')} ${get('text-decoration-line')}`;
  if (line.includes('line-through')) return 'struck';
  const vertical = get('vertical-align');
  if (vertical === 'super' || Number.parseFloat(vertical) > 0) return 'raised';
  return vertical === 'sub' || Number.parseFloat(vertical) < 0 ? 'apart' : null;
}

function offScreen(get: (name: string) => string): boolean {
  const position = get('position');
  if (position !== 'absolute' && position !== 'fixed') return false;
  return Number.parseFloat(get('left')) < OFF_SCREEN_PX || Number.parseFloat(get('top')) < OFF_SCREEN_PX;
}

/** `font-size:0` on a container only closes the gaps between its children, which set their own size. */
function tiny(element: DomElement, get: (name: string) => string): boolean {
  return isZero(get('font-size')) && element.children.every((child) => child.type === 'text');
}

function isZero(size: string): boolean {
  return size !== '' && /^0*\.?0*(?:px|pt|em|rem|%)?$/.test(size);
}
