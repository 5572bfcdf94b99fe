import type { Locator } from '../model/document.js';

/** A box in points, to a tenth: `page 3 bbox 102.0,411.5,118.2,423.0`. */
const BOX_DECIMALS = 1;

/** The printed form of a locator, as the contract gives it; empty for a cell that stands nowhere. */
export function formatLocator(locator: Locator | null): string {
  if (locator === null) return '';
  switch (locator.kind) {
    case 'table':
      return `table ${locator.table} row ${locator.row} col ${locator.col}`;
    case 'page':
      return `page ${locator.page} bbox ${locator.bbox.map((side) => side.toFixed(BOX_DECIMALS)).join(',')}`;
    case 'line':
      return `line ${locator.line}`;
  }
}
