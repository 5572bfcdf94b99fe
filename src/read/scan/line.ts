/** What goes into recognition, and what comes out. */

import type { Recognition } from '../../model/document.js';
import type { Cutting } from './cutting.js';

/** A line to recognise, and what became of it. */
export interface Line {
  readonly cutting: Cutting;
  /** Size of the page's characters in pixels. */
  readonly textSize: number;
  /**
   * - `cell`: the only line of a cell, a number perhaps
   * - `label`: a line of a cell with several
   * - `text`: outside of the tables, where no cells stand
   */
  readonly kind: 'cell' | 'label' | 'text';
  /** Text that can name the agency or the year, where one wrong character would be a wrong name. */
  readonly isTelling?: boolean;
}

export interface ReadLine extends Recognition {
  readonly text: string;
}
