/** A fingerprint of figures that does not ask in which order they come. */

import { type AuditCell, cellKey } from './report.js';

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
const SECOND_OFFSET = 0x9747b28c;
const SECOND_PRIME = 0x01000197;
const HEX_DIGITS = 8;

/** Sum of two 32-bit hashes over all cells, 16 hexadecimal digits; empty when there are no cells. */
export function figuresHash(cells: Iterable<AuditCell>): string {
  let [first, second, count] = [0, 0, 0];
  for (const cell of cells) {
    const text = `${cellKey(cell.table, cell.row, cell.column)}=${cell.value}`;
    let [a, b] = [FNV_OFFSET, SECOND_OFFSET];
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      a = Math.imul(a ^ unit, FNV_PRIME);
      b = Math.imul(b ^ unit, SECOND_PRIME);
    }
    first = (first + mixed(a)) >>> 0;
    second = (second + mixed(b)) >>> 0;
    count += 1;
  }
  return count === 0 ? '' : hex(first) + hex(second);
}

/** Without this, exchanged digits in two cells could cancel out in the sum. */
function mixed(hash: number): number {
  const once = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (once ^ (once >>> 13)) >>> 0;
}

const hex = (value: number): string => value.toString(16).padStart(HEX_DIGITS, '0');
