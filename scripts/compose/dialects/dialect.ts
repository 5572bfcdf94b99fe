import type { Printed } from '../printed.js';
import type { Random } from '../random.js';
import type { Format } from '../render/formats.js';
import type { Report, ReportWishes } from '../report.js';

/** Dialects of one group exclude each other; one of each group may be combined. */
export type DialectGroup =
  | 'layout'
  | 'values'
  | 'labels'
  | 'structure'
  | 'page'
  | 'paper'
  | 'meta'
  | 'script';

export interface DialectContext {
  printed: Printed;
  report: Report;
  random: Random;
  /** What it will be rendered to: meta tags and breadcrumbs exist in pages only. */
  format: Format;
}

/** A way in which published reports differ from the official print. */
export interface Dialect {
  id: string;
  /** One line on what it shows. */
  shows: string;
  /** `complete`: a careful reader can tell every cell; `lossy`: something is gone, and a gap is the honest answer. */
  kind: 'complete' | 'lossy';
  group: DialectGroup;
  formats: readonly Format[];
  /** What the report must be like for the dialect to show. */
  wishes?: ReportWishes;
  /** False: never combined with dialects of other groups, because positions or figures would lose their meaning. */
  combines?: false;
  apply(context: DialectContext): void;
}
