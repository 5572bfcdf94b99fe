/** The few properties of cheerio's DOM nodes that the reader walks on; walks are loops, never recursion. */
export interface DomNode {
  readonly type: string;
  readonly data?: string;
  readonly name?: string;
  readonly attribs?: Readonly<Record<string, string>>;
  readonly parent: DomNode | null;
  readonly next: DomNode | null;
  readonly children?: readonly DomNode[];
}

export interface DomElement extends DomNode {
  readonly name: string;
  readonly attribs: Readonly<Record<string, string>>;
  readonly children: readonly DomNode[];
}

/** `script` and `style` elements have node types of their own. */
export function isElement(node: DomNode): node is DomElement {
  return node.name !== undefined && node.attribs !== undefined;
}

export function firstChild(node: DomNode): DomNode | null {
  return node.children?.[0] ?? null;
}

/** What a walk does after `enter`: go into the element or pass over it. */
export type Step = 'into' | 'over';

export interface Visitor {
  text(data: string, node: DomNode): void;
  enter(element: DomElement): Step;
  leave(element: DomElement): void;
  /** Ends the walk early. */
  done?(): boolean;
}

/** Walks the descendants of `root` in document order; `leave` follows only an `enter` that said `into`. */
export function walk(root: DomNode, visitor: Visitor): void {
  let node = firstChild(root);
  while (node !== null) {
    if (visitor.done?.() === true) return;
    const child = visit(node, visitor);
    if (child !== null) {
      node = child;
      continue;
    }
    node = following(node, root, visitor);
  }
}

/** Visits one node and returns its first child when the walk shall go into it. */
function visit(node: DomNode, visitor: Visitor): DomNode | null {
  if (node.type === 'text') {
    visitor.text(node.data ?? '', node);
    return null;
  }
  if (!isElement(node)) return null;
  if (visitor.enter(node) === 'over') return null;
  const child = firstChild(node);
  if (child === null) visitor.leave(node);
  return child;
}

function following(from: DomNode, root: DomNode, visitor: Visitor): DomNode | null {
  let node = from;
  while (node.next === null) {
    const parent = node.parent;
    if (parent === null || parent === root) return null;
    if (isElement(parent)) visitor.leave(parent);
    node = parent;
  }
  return node.next;
}

/** All text below a node, as it is in the source, cut at `limit` characters. */
export function rawText(root: DomNode, limit = Number.POSITIVE_INFINITY): string {
  let text = '';
  walk(root, {
    text: (data) => {
      text += data;
    },
    enter: () => 'into',
    leave: () => undefined,
    done: () => text.length > limit,
  });
  return text.length > limit ? text.slice(0, limit) : text;
}
