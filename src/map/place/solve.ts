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

/** Plain loops: this is the one place of the mapping where tens of thousands of steps are taken for a report. */
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
      this.#keepChosen();
      return true;
    }
    const options = this.rows[row]?.options ?? [];
    for (let option = 0; option < options.length; option++) {
      if (++this.#steps > MOST_STEPS) return false;
      this.#chosen[row] = option;
      const values = options[option] ?? [];
      this.#add(row, values, 1);
      const complete = !this.#reachable(depth + 1) || this.#visit(depth + 1);
      this.#add(row, values, -1);
      if (!complete) return false;
    }
    return true;
  }

  #keepChosen(): void {
    for (let row = 0; row < this.#chosen.length; row++) this.possible[row]?.add(this.#chosen[row] ?? 0);
  }

  #add(row: number, values: readonly number[], direction: 1 | -1): void {
    for (const bound of this.#bounds) bound.add(row, values, direction);
  }

  #reachable(depth: number): boolean {
    for (const bound of this.#bounds) if (!bound.reachable(depth)) return false;
    return true;
  }
}

/** Running sum of one equation, and what the rows still to be chosen can add to it. */
class Bounds {
  #sum = 0;
  /** By row; 0 for a row that the equation does not have. */
  readonly #signs: readonly number[];
  /** Least and most that rows from a depth on can contribute. */
  readonly #least: readonly number[];
  readonly #most: readonly number[];

  constructor(
    private readonly equation: Equation,
    rows: readonly SolverRow[],
    rank: ReadonlyMap<number, number>,
  ) {
    const signs = rows.map(() => 0);
    for (const { row, sign } of equation.terms) signs[row] = sign;
    this.#signs = signs;
    const [least, most] = [
      new Array<number>(rows.length + 1).fill(0),
      new Array<number>(rows.length + 1).fill(0),
    ];
    const byRank = [...rank.entries()].sort((a, b) => b[1] - a[1]);
    for (const [row, depth] of byRank) {
      const sign = signs[row] ?? 0;
      const parts =
        sign === 0 ? [0] : (rows[row]?.options ?? []).map((values) => sign * (values[equation.column] ?? 0));
      least[depth] = (least[depth + 1] ?? 0) + Math.min(...parts);
      most[depth] = (most[depth + 1] ?? 0) + Math.max(...parts);
    }
    this.#least = least;
    this.#most = most;
  }

  add(row: number, values: readonly number[], direction: 1 | -1): void {
    const sign = this.#signs[row] ?? 0;
    if (sign !== 0) this.#sum += direction * sign * (values[this.equation.column] ?? 0);
  }

  reachable(depth: number): boolean {
    return this.#sum + (this.#least[depth] ?? 0) <= 0 && this.#sum + (this.#most[depth] ?? 0) >= 0;
  }
}
