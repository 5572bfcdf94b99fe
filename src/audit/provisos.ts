/** What a finding rests on, when that is not bare printed figures. */

import type { Severity } from '../model/finding.js';
import type { CellState } from '../model/report.js';
import type { Words } from './words.js';

interface Stated {
  readonly state: CellState;
}

/** States of values that nobody printed so that a machine could simply read them. */
const UNCERTAIN: ReadonlySet<CellState> = new Set<CellState>(['inferred', 'recognized']);

/** An error needs printed figures: what rests on a recognized or inferred cell is a warning. */
export function severityOn(severity: Severity, cells: readonly Stated[]): Severity {
  return severity === 'error' && cells.some(({ state }) => UNCERTAIN.has(state)) ? 'warning' : severity;
}

/** Says so when blanks count as zero, and when cells are inferred or recognized. */
export function provisos(cells: readonly Stated[]): Words[] {
  const count = (state: CellState): number => cells.filter((cell) => cell.state === state).length;
  const [blanks, inferred, recognized] = [count('blank'), count('inferred'), count('recognized')];
  const words: Words[] = [];
  if (blanks > 0) {
    words.push({
      zh: `${blanks} 个空格按零计`,
      en: `${blanks === 1 ? '1 blank counts' : `${blanks} blanks count`} as zero`,
    });
  }
  if (inferred > 0)
    words.push({ zh: `其中 ${inferred} 格为推定值`, en: `it rests on ${cellsOf(inferred, 'inferred')}` });
  if (recognized > 0) {
    words.push({
      zh: `其中 ${recognized} 格为图像识别值`,
      en: `it rests on ${cellsOf(recognized, 'recognized')}`,
    });
  }
  return words;
}

const cellsOf = (n: number, kind: string): string => `${n} ${kind} ${n === 1 ? 'cell' : 'cells'}`;
