/** What all parts of a report page know. */

import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Overview } from '../../wire/pieces.js';
import type { FindingView, ReportView } from '../data/report.js';
import type { Mark } from './marking.js';

export interface ReportState {
  readonly overview: Overview;
  readonly report: ReportView;
  /** The report whose figures stand beside those of this one. */
  readonly beside: ReportView | null;
  readonly marks: ReadonlyMap<string, Mark>;
  /** The finding whose cells are lit. */
  readonly active: FindingView | null;
  /** Lights a finding, or puts it out. */
  readonly onActive: (finding: FindingView | null) => void;
}

export const ReportContext = createContext<ReportState | null>(null);

export function useReport(): ReportState {
  const state = useContext(ReportContext);
  if (state === null) throw new Error('a part of a report page outside of one');
  return state;
}
