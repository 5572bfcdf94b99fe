import { readFileSync } from 'node:fs';
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { openPdf } from '../../../src/read/pdf/open.js';

/** A font is embedded in it, so that there are outlines to work out. */
const FILE = new URL('./fixtures/libreoffice.pdf', import.meta.url);

/** What pdf.js holds of the first page once its operators are read: names of fonts, and of outlines of their glyphs. */
async function heldFor(use: 'text' | 'pictures'): Promise<{ fonts: number; outlines: number }> {
  const pdf = await openPdf(new Uint8Array(readFileSync(FILE)), use);
  try {
    const page = await pdf.document.getPage(1);
    await page.getOperatorList();
    const names = [...(page.commonObjs as PDFPageProxy['commonObjs'])].map(([name]) => String(name));
    const outlines = names.filter((name) => name.includes('_path_')).length;
    return { fonts: names.length - outlines, outlines };
  } finally {
    await pdf.close();
  }
}

test('a document that is only read has its fonts and no outlines; one that is drawn has both', async () => {
  const read = await heldFor('text');
  const drawn = await heldFor('pictures');
  expect(read.outlines).toBe(0);
  expect(drawn.outlines).toBeGreaterThan(0);
  expect(read.fonts).toBeGreaterThan(0);
  expect(read.fonts).toBe(drawn.fonts);
});
