import { join } from 'node:path';
import { composeInDialects } from '../compose/dialects/index.js';
import { type Printed, valueCells } from '../compose/printed.js';
import { type RenderJob, renderAll } from '../compose/render/index.js';
import type { PlanEntry } from './plan.js';

/** A composed document together with what is true about it. */
export interface Composed extends PlanEntry {
  printed: Printed;
  lossy: boolean;
  /** Whether the document says in which region its agency is. */
  regionKnown: boolean;
}

/** Layouts in which an empty cell leaves no trace. */
const DROPS_BLANKS = new Set<Printed['layout']>(['paragraphs', 'run-together']);

function isLossy(entry: PlanEntry, printed: Printed): boolean {
  if (entry.dialects.some((dialect) => dialect.kind === 'lossy')) return true;
  return DROPS_BLANKS.has(printed.layout) && valueCells(printed).some((cell) => cell.text.trim() === '');
}

/** Everything a document says in its format; tables say nothing of places. */
function allText({ title, blocks, page }: Printed, format: PlanEntry['format']): string {
  const inPage = [
    page.siteName,
    page.infoLine,
    ...page.breadcrumb,
    ...page.indexFields.flat(),
    ...Object.values(page.metaTags),
  ];
  return [
    title,
    ...blocks.map((block) => ('text' in block ? block.text : '')),
    ...(format.startsWith('html') ? [page.pageTitle] : []),
    ...(format === 'html-portal' ? inPage : []),
  ].join('\n');
}

/** Whether the text determines the region: the name alone, or with what stands above it. */
export function isRegionKnown({ format }: Pick<PlanEntry, 'format'>, printed: Printed): boolean {
  const { agencyNames, region } = printed.facts;
  if (agencyNames.length === 0 || region.codes.length === 0 || region.unlisted) return false;
  return allText(printed, format).includes(region.above);
}

/** Composes all entries and writes the documents into `folder`. */
export async function composeDocuments(plan: PlanEntry[], folder: string): Promise<Composed[]> {
  const composed = plan.map((entry): Composed => {
    const printed = composeInDialects(entry.seed, entry.dialects, {}, entry.format);
    return {
      ...entry,
      printed,
      lossy: isLossy(entry, printed),
      regionKnown: isRegionKnown(entry, printed),
    };
  });
  const jobs = composed.map(
    ({ printed, format, file }): RenderJob => ({ printed, format, target: join(folder, file) }),
  );
  await renderAll(jobs);
  return composed;
}
