/** In words: why arithmetic settles one column of a row, or which figures it leaves open there. */

/** More candidates than this are only counted. */
const MOST_LISTED = 6;

/** `texts`: what every possible placement of the row puts into the column, empty for nothing. */
export function groundInColumn(texts: readonly string[], decided: boolean): string {
  if (!decided) return `${texts.length} placements satisfy the form's arithmetic: here ${candidates(texts)}`;
  return texts.length === 1
    ? "the only placement that the form's arithmetic allows"
    : `the same in all ${texts.length} placements that the form's arithmetic allows`;
}

/** The same for a row of which one figure was lost; `values` are what each possibility puts into the column. */
export function groundAfterLoss(values: readonly string[], decided: boolean): string {
  return decided
    ? 'one figure of the row is lost; the row total leaves this value'
    : `one figure of the row is lost and nobody can say which: here ${candidates(values)}`;
}

function candidates(texts: readonly string[]): string {
  const distinct = [...new Set(texts)].map((text) => (text === '' ? 'nothing' : text));
  if (distinct.length === 1) return `${distinct[0]}, from one of several cells`;
  const more = distinct.length - MOST_LISTED;
  return more > 0
    ? `one of ${distinct.length} figures (${distinct.slice(0, MOST_LISTED).join(', ')} …)`
    : distinct.join(' or ');
}
