/**
 * A small solver for rows whose figures can stand in several columns. It looks for every choice, one option per
 * row, under which all equations hold. It never prefers one solution to another: a caller may only use what
 * all solutions agree on.
 */

/** One row with its possible number vectors; a row without doubt has one. */
export interface SolverRow {
  readonly options: readonly (readonly number[])[];
}

/** `Σ sign · value(row, column) = 0`. */
export interface Equation {
  readonly column: number;
  readonly terms: readonly { readonly row: number; readonly sign: 1 | -1 }[];
}

export interface Solutions {
  /** False when the search was given up; then nothing may be concluded. */
  readonly complete: boolean;
  /** For each row the indices of the options that stand in at least one solution. */
  readonly possible: readonly ReadonlySet<number>[];
}

/** Steps after which a search is given up; a table that needs more has no single answer in practice. */
const MOST_STEPS = 60_000;

/** Finds which options of each row are part of a solution. Values are safe integers or decimals scaled to such. */
export function solve(rows: readonly SolverRow[], equations: readonly Equation[]): Solutions {
  const search = new Search(rows, equations);
  const complete = search.run();
  return { complete, possible: search.possible };
}

class Search {
  readonly possible: Set<number>[];
  readonly #order: readonly number[];
  readonly #bounds: Bounds[];
  readonly #chosen: number[];
  #steps = 0;

  constructor(
    private readonly rows: readonly SolverRow[],
    equations: readonly Equation[],
  ) {
    this.possible = rows.map(() => new Set());
    this.#chosen = rows.map(() => 0);
    this.#order = rows.map((_, at) => at).sort((a, b) => this.#size(a) - this.#size(b));
    const rank = new Map(this.#order.map((row, at) => [row, at]));
    this.#bounds = equations.map((equation) => new Bounds(equation, rows, rank));
  }

  run(): boolean {
    return this.#visit(0);
  }

  #size(row: number): number {
    return this.rows[row]?.options.length ?? 0;
  }

  /** Chooses for the rows from `depth` on; false when the step limit was reached. */
  #visit(depth: number): boolean {
    const row = this.#order[depth];
    if (row === undefined) {
      for (const [at, option] of this.#chosen.entries()) this.possible[at]?.add(option);
      return true;
    }
    for (const [option, values] of (this.rows[row]?.options ?? []).entries()) {
      if (++this.#steps > MOST_STEPS) return false;
      this.#chosen[row] = option;
      for (const bound of this.#bounds) bound.add(row, values, 1);
      const within = this.#bounds.every((bound) => bound.reachable(depth + 1));
      const complete = !within || this.#visit(depth + 1);
      for (const bound of this.#bounds) bound.add(row, values, -1);
      if (!complete) return false;
    }
    return true;
  }
}

/** Running sum of one equation, and what the rows still to be chosen can add to it. */
class Bounds {
  #sum = 0;
  readonly #signs: ReadonlyMap<number, number>;
  /** Least and most that rows from a depth on can contribute. */
  readonly #rest: readonly (readonly [number, number])[];

  constructor(
    private readonly equation: Equation,
    rows: readonly SolverRow[],
    rank: ReadonlyMap<number, number>,
  ) {
    this.#signs = new Map(equation.terms.map(({ row, sign }) => [row, sign]));
    const rest: [number, number][] = Array.from({ length: rows.length + 1 }, () => [0, 0]);
    const byRank = [...rank.entries()].sort((a, b) => b[1] - a[1]);
    for (const [row, depth] of byRank) {
      const [low, high] = rest[depth + 1] ?? [0, 0];
      const sign = this.#signs.get(row) ?? 0;
      const parts =
        sign === 0 ? [0] : (rows[row]?.options ?? []).map((values) => sign * (values[equation.column] ?? 0));
      rest[depth] = [low + Math.min(...parts), high + Math.max(...parts)];
    }
    this.#rest = rest;
  }

  add(row: number, values: readonly number[], direction: 1 | -1): void {
    const sign = this.#signs.get(row);
    if (sign) this.#sum += direction * sign * (values[this.equation.column] ?? 0);
  }

  reachable(depth: number): boolean {
    const [low, high] = this.#rest[depth] ?? [0, 0];
    return this.#sum + low <= 0 && this.#sum + high >= 0;
  }
}
