/** From the locators that the mapping hands on back to the places of the document model they came from. */

import type { Document, Locator } from '../../model/document.js';
import type { SourcePlace } from '../../model/explanation.js';

interface Entry extends SourcePlace {
  readonly inTable: boolean;
}

/**
 * Places by locator. The mapping passes locators on as the very objects of the document, so identity tells
 * apart what prints alike; where the cells of one line share a locator, the column does.
 */
export class SourceIndex {
  readonly #entries = new Map<Locator, Entry>();

  constructor({ blocks }: Document) {
    for (const [block, content] of blocks.entries()) {
      if (content.kind === 'paragraph') {
        this.#note(content.locator, { block, row: 0, col: 0, inTable: false });
        continue;
      }
      for (const { locator, row, col } of content.cells)
        this.#note(locator, { block, row, col, inTable: true });
    }
  }

  /** The cell at a locator; `slot` is its grid column, negative when only the row is known. */
  placeOf(locator: Locator | null, slot = -1): SourcePlace | null {
    const entry = locator ? this.#entries.get(locator) : undefined;
    if (!entry) return null;
    return { block: entry.block, row: entry.row, col: entry.inTable && slot >= 0 ? slot : entry.col };
  }

  #note(locator: Locator, entry: Entry): void {
    if (!this.#entries.has(locator)) this.#entries.set(locator, entry);
  }
}
