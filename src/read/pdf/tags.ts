/** The structure tree of a tagged page → rows of cells, each known by its marked-content numbers. */

import type { StructTreeContent, StructTreeNode } from 'pdfjs-dist/types/src/display/api.js';
import type { OpenPdf } from './open.js';

/** Marked-content numbers of a cell. */
export type TagCell = readonly number[];
/** Rows of cells; cells in which nothing is printed are not in the tree of a page. */
export type TagTable = readonly (readonly TagCell[])[];

type Node = StructTreeNode | StructTreeContent;

/** Rows with cells side by side that make a node without the name of one a table: browsers name only ruled tables. */
const FEWEST_ROWS = 2;
/** Elements that hold text and no rows. */
const TEXT_ROLE = /^(?:P|H\d?|Span|Link|Lbl|LBody|LI?|Caption|Figure)$/;
/** Trees deeper than this are damaged or made to do harm. */
const MAX_DEPTH = 200;

/** The tables that the structure tree of a page names or shows; none where it has no tree or it is damaged. */
export async function readTags({ document }: OpenPdf, number: number): Promise<TagTable[]> {
  try {
    const page = await document.getPage(number);
    return tablesOf(await page.getStructTree());
  } catch {
    return [];
  }
}

/** The innermost tables below a node. */
export function tablesOf(node: Node | null | undefined, depth = 0): TagTable[] {
  if (!node || !isNode(node) || depth > MAX_DEPTH) return [];
  const inner = node.children.flatMap((child) => tablesOf(child, depth + 1));
  if (inner.length > 0 || TEXT_ROLE.test(node.role)) return inner;
  const rows = rowsOf(node, depth)
    .map(cellsOf)
    .filter((cells) => cells.length > 0);
  return rows.filter((cells) => cells.length > 1).length >= FEWEST_ROWS ? [rows] : [];
}

function isNode(node: Node): node is StructTreeNode {
  return 'children' in node;
}

const ROW_GROUP = /^(?:THead|TBody|TFoot)$/;

function rowsOf(node: StructTreeNode, depth: number): StructTreeNode[] {
  return node.children
    .filter(isNode)
    .flatMap((child) =>
      ROW_GROUP.test(child.role) && depth < MAX_DEPTH ? rowsOf(child, depth + 1) : [child],
    );
}

/** Cells are elements that hold elements; the pieces of a line of text hold text. */
function cellsOf(row: StructTreeNode): TagCell[] {
  if (TEXT_ROLE.test(row.role)) return [];
  const isNamed = row.role === 'TR';
  return row.children
    .filter(isNode)
    .filter((cell) => isNamed || cell.children.every(isNode))
    .map((cell) => marksOf(cell))
    .filter((marks) => marks.length > 0);
}

function marksOf(node: Node, depth = 0): number[] {
  if (!isNode(node)) {
    const mark = /_mc(\d+)$/.exec(node.id ?? '')?.[1];
    return node.type === 'content' && mark !== undefined ? [Number(mark)] : [];
  }
  return depth > MAX_DEPTH ? [] : node.children.flatMap((child) => marksOf(child, depth + 1));
}
