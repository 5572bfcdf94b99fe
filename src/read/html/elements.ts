/**
 * Element classes of the HTML standard's tree construction, as far as `regular.ts` needs them. An element without a
 * class is an ordinary inline one.
 */
export const VOID = 1;
/** Formatting elements: closing them out of order makes a browser open them again elsewhere. */
export const FORMATTING = 2;
/** Blocks and other special elements: an inline end tag never closes them. */
export const SPECIAL = 4;
/** End tags do not reach beyond these. */
export const BOUNDARY = 8;
/** Start tags that close an open paragraph in a browser. */
export const CLOSES_P = 16;
/** Of those, the ones before which the fast parser closes a paragraph too. */
export const CLOSES_P_TOO = 32;
/** May only hold other parts of a table. */
export const TABLE_FRAME = 64;
export const TABLE_PART = 128;
/** Content is text up to the end tag. */
export const RAW = 256;
export const HEADING = 512;
/** Elements that the two parsers treat differently in ways not worth modelling. */
export const AVOIDED = 1024;
/** Allowed in `head`. */
export const IN_HEAD = 2048;
/** Elements that must be closed by their own end tag and must not be nested in themselves. */
export const STRICT = 4096;

const CLASSES: readonly (readonly [number, string])[] = [
  [VOID, 'area base br col embed hr img input link meta param source track wbr'],
  [FORMATTING, 'a b big code em font i nobr s small strike strong tt u'],
  [
    SPECIAL,
    'address article aside blockquote body button caption center colgroup dd details dir div dl dt fieldset ' +
      'figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup html li main menu nav ol p pre ' +
      'search section select summary table tbody td tfoot th thead tr ul',
  ],
  [BOUNDARY, 'table td th caption html button select'],
  [
    CLOSES_P,
    'address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure footer form ' +
      'h1 h2 h3 h4 h5 h6 header hgroup hr li main menu nav ol p pre search section summary table ul',
  ],
  [
    CLOSES_P_TOO,
    'address article aside blockquote details div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 ' +
      'header hr main nav ol p pre section table ul',
  ],
  [TABLE_FRAME, 'table thead tbody tfoot tr colgroup'],
  [TABLE_PART, 'thead tbody tfoot tr td th caption colgroup col'],
  [RAW, 'script style title textarea iframe noscript'],
  [HEADING, 'h1 h2 h3 h4 h5 h6'],
  [
    AVOIDED,
    'applet basefont bgsound command dialog frame frameset image isindex keygen listing marquee math noembed ' +
      'noframes object plaintext rb rp rt rtc svg template xmp datalist output',
  ],
  [IN_HEAD, 'base link meta noscript script style title'],
  [STRICT, 'a button form head nobr select'],
];

/** Classes of an element by lower-case name, added up. */
export const ELEMENT_CLASSES: ReadonlyMap<string, number> = buildClasses();

function buildClasses(): Map<string, number> {
  const classes = new Map<string, number>();
  for (const [bit, names] of CLASSES) {
    for (const name of names.split(' ')) classes.set(name, (classes.get(name) ?? 0) | bit);
  }
  return classes;
}
