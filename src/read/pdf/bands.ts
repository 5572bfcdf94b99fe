/** Stretches of the width of a page that columns cover. */

export interface Band {
  left: number;
  right: number;
}

/** White space (pt) between two stretches that makes them two. */
export const APART = 1;

/** Texts that are set to one place of their columns stand within this distance (pt) of it; writers place to a tenth. */
export const ALIGNED = 0.8;
/** Share of the figures of a left-aligned column that begin at one place; wide ones may reach out of their cell. */
const LEFT_ALIGNED_SHARE = 0.5;

/** The left end that half of the figures of a column share; undefined where they share none. */
export function commonStart(lefts: readonly number[]): number | undefined {
  const sorted = [...lefts].sort((a, b) => a - b);
  const near = (left: number) => sorted.filter((other) => Math.abs(other - left) <= ALIGNED).length;
  return sorted.find((left) => near(left) >= LEFT_ALIGNED_SHARE * sorted.length);
}

/** Unites stretches that touch or overlap, from left to right. */
export function merge(pieces: readonly Band[]): Band[] {
  const bands: Band[] = [];
  for (const piece of [...pieces].sort((a, b) => a.left - b.left)) {
    const last = bands.at(-1);
    if (last !== undefined && piece.left <= last.right + APART)
      last.right = Math.max(last.right, piece.right);
    else bands.push({ left: piece.left, right: piece.right });
  }
  return bands;
}
