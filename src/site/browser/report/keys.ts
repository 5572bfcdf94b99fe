/** Arrow keys between the cells of a table: one stop for the Tab key, as in a spreadsheet. */

const CELL = 'td[data-key]';

const STEPS: Readonly<Record<string, readonly [down: number, right: number]>> = {
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
};

/** Moves the focus when the event is an arrow key on a cell. */
export function moveByKey(event: KeyboardEvent): void {
  const step = STEPS[event.key];
  const cell = event.target;
  if (step === undefined || !(cell instanceof HTMLElement) || !cell.matches(CELL)) return;
  const next = neighbour(cell, step);
  if (next === null) return;
  event.preventDefault();
  cell.tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
}

function neighbour(cell: HTMLElement, [down, right]: readonly [number, number]): HTMLElement | null {
  const rows = [...(cell.closest('table')?.rows ?? [])]
    .map((row) => [...row.querySelectorAll<HTMLElement>(CELL)])
    .filter((cells) => cells.length > 0);
  const rowAt = rows.findIndex((cells) => cells.includes(cell));
  const at = rows[rowAt]?.indexOf(cell) ?? -1;
  const row = rows[rowAt + down] ?? [];
  return (down === 0 ? row[at + right] : (row[at] ?? row.at(-1))) ?? null;
}
