import type { DomElement } from './dom.js';
import type { Mark, Presentation } from './presentation.js';

/** Elements that never print text, or only controls. `noscript` is raw text for a browser that runs scripts. */
export const SILENT = new Set(
  (
    'script style noscript template head title meta link base rt rp rtc svg math iframe object embed ' +
    'video audio canvas map datalist select option optgroup button input progress meter frameset noframes'
  ).split(' '),
);

/** Elements that begin and end a line of their own. */
const BLOCK_NAMES = new Set(
  (
    'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure ' +
    'footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol p plaintext pre ' +
    'search section summary table tbody td textarea tfoot th thead tr ul xmp caption'
  ).split(' '),
);
const INLINE_DISPLAYS = new Set(['', 'inline', 'contents']);
/** Marks whose content must not run into a number beside them: `5` with footnote `1` is not `51`. */
const MARKS: Readonly<Record<string, Mark>> = {
  sup: 'raised',
  sub: 'apart',
  ins: 'apart',
  del: 'struck',
  s: 'struck',
  strike: 'struck',
};

/** How an element sets its content apart from the text around it. */
export function markOf(element: DomElement, { mark }: Presentation): Mark {
  return MARKS[element.name] ?? mark;
}

export type TablePart = 'table' | 'group' | 'row' | 'cell' | 'caption' | null;

const TAG_PARTS: Readonly<Record<string, TablePart>> = {
  table: 'table',
  thead: 'group',
  tbody: 'group',
  tfoot: 'group',
  tr: 'row',
  td: 'cell',
  th: 'cell',
  caption: 'caption',
};
const ROLE_PARTS: Readonly<Record<string, TablePart>> = {
  table: 'table',
  grid: 'table',
  treegrid: 'table',
  rowgroup: 'group',
  row: 'row',
  cell: 'cell',
  gridcell: 'cell',
  columnheader: 'cell',
  rowheader: 'cell',
};
const DISPLAY_PARTS: Readonly<Record<string, TablePart>> = {
  table: 'table',
  'inline-table': 'table',
  'table-row-group': 'group',
  'table-header-group': 'group',
  'table-footer-group': 'group',
  'table-row': 'row',
  'table-cell': 'cell',
  'table-caption': 'caption',
};

/** The part an element plays in a table, by its tag, its role or its `display`. */
export function tablePart(element: DomElement, display: string): TablePart {
  const byTag = TAG_PARTS[element.name];
  if (byTag !== undefined) return byTag;
  const { role } = element.attribs;
  const byRole = role === undefined ? undefined : ROLE_PARTS[role.trim().toLowerCase()];
  if (byRole !== undefined) return byRole;
  return display === '' ? null : (DISPLAY_PARTS[display] ?? null);
}

/** Whether an element begins and ends a printed line. */
export function isBlock(element: DomElement, { display }: Presentation): boolean {
  if (display !== '' && display !== 'inherit' && display !== 'initial') return !INLINE_DISPLAYS.has(display);
  return BLOCK_NAMES.has(element.name);
}
