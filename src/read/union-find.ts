/** Sets of things that belong together, as a list that names for each thing another one of its set. */

/** Which thing stands for the set of the `i`-th; ways of the list are shortened as they are gone. */
export function rootOf(parent: number[] | Int32Array, i: number): number {
  let at = i;
  while (parent[at] !== at) {
    parent[at] = parent[parent[at] ?? at] ?? at;
    at = parent[at] ?? at;
  }
  return at;
}
