/** Grey pictures → one uncompressed TIFF with a page each, the one form in which an engine takes many at once. */

import type { Raster } from './raster.js';

const HEADER_BYTES = 8;
const ENTRIES = 10;
const ENTRY_BYTES = 12;
const DIRECTORY_BYTES = 2 + ENTRIES * ENTRY_BYTES + 4;
/** Resolution that is written down: engines guess badly without one. A rational: 300 / 1. */
const DPI = 300;
const RATIONAL_BYTES = 8;

const SHORT = 3;
const LONG = 4;
const RATIONAL = 5;

/** Writes the pages; none of them may be empty. */
export function writeTiff(pages: readonly Raster[]): Buffer {
  const sizes = pages.map(({ data }) => even(data.length) + DIRECTORY_BYTES);
  const total = HEADER_BYTES + RATIONAL_BYTES + sizes.reduce((sum, size) => sum + size, 0);
  const tiff = Buffer.alloc(total);
  tiff.write('II', 0, 'latin1');
  tiff.writeUInt16LE(42, 2);
  tiff.writeUInt32LE(DPI, HEADER_BYTES);
  tiff.writeUInt32LE(1, HEADER_BYTES + 4);
  let at = HEADER_BYTES + RATIONAL_BYTES;
  let link = 4;
  for (const page of pages) {
    tiff.set(page.data, at);
    const directory = at + even(page.data.length);
    tiff.writeUInt32LE(directory, link);
    writeDirectory(tiff, directory, page, at);
    link = directory + DIRECTORY_BYTES - 4;
    at = directory + DIRECTORY_BYTES;
  }
  return tiff;
}

function writeDirectory(tiff: Buffer, at: number, { width, height, data }: Raster, strip: number): void {
  const entries: readonly (readonly [tag: number, type: number, value: number])[] = [
    [256, LONG, width],
    [257, LONG, height],
    [258, SHORT, 8],
    [259, SHORT, 1],
    [262, SHORT, 1],
    [273, LONG, strip],
    [278, LONG, height],
    [279, LONG, data.length],
    [282, RATIONAL, HEADER_BYTES],
    [283, RATIONAL, HEADER_BYTES],
  ];
  tiff.writeUInt16LE(entries.length, at);
  entries.forEach(([tag, type, value], i) => {
    const entry = at + 2 + i * ENTRY_BYTES;
    tiff.writeUInt16LE(tag, entry);
    tiff.writeUInt16LE(type, entry + 2);
    tiff.writeUInt32LE(1, entry + 4);
    tiff.writeUInt32LE(value, entry + 8);
  });
}

function even(length: number): number {
  return length + (length % 2);
}
