import { join } from 'node:path';
import { composeInDialects } from '../compose/dialects/index.js';
import { type Printed, valueCells } from '../compose/printed.js';
import { type RenderJob, renderAll } from '../compose/render/index.js';
import type { PlanEntry } from './plan.js';

/** A composed document together with what is true about it. */
export interface Composed extends PlanEntry {
  printed: Printed;
  lossy: boolean;
}

/** Layouts in which an empty cell leaves no trace. */
const DROPS_BLANKS = new Set<Printed['layout']>(['paragraphs', 'run-together']);

function isLossy(entry: PlanEntry, printed: Printed): boolean {
  if (entry.dialects.some((dialect) => dialect.kind === 'lossy')) return true;
  return DROPS_BLANKS.has(printed.layout) && valueCells(printed).some((cell) => cell.text.trim() === '');
}

/** Composes all entries and writes the documents into `folder`. */
export async function composeDocuments(plan: PlanEntry[], folder: string): Promise<Composed[]> {
  const composed = plan.map((entry): Composed => {
    const printed = composeInDialects(entry.seed, entry.dialects);
    return { ...entry, printed, lossy: isLossy(entry, printed) };
  });
  const jobs = composed.map(
    ({ printed, format, file }): RenderJob => ({ printed, format, target: join(folder, file) }),
  );
  await renderAll(jobs);
  return composed;
}
