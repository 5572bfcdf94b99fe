/**
 * Tables that were published in another shape, set as the form prints them before the walk: values with their names
 * (`named/`), a table divided by its columns, columns printed as rows. What is printed and where it stands stays as it is.
 */

import type { Block } from '../../model/document.js';
import type { Simplify } from '../words/text.js';
import { withWholeTables } from './divided.js';
import { withNamedValues } from './named/index.js';
import { upright } from './transposed.js';

/** The blocks of a document in the shape of the form, where another one is certain; all others as they are. */
export function inShape(blocks: readonly Block[], simplify: Simplify): readonly Block[] {
  const whole = withWholeTables(withNamedValues(blocks, simplify), simplify);
  return whole.map((block) => (block.kind === 'table' ? upright(block, simplify) : block));
}
