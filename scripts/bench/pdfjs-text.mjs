/** Yardstick: text and operator list of every page with plain pdfjs-dist, for the paths on standard input. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

const root = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
const options = {
  verbosity: 0,
  cMapUrl: join(root, 'cmaps/'),
  cMapPacked: true,
  standardFontDataUrl: join(root, 'standard_fonts/'),
};

const paths = readFileSync(0, 'utf8').split('\n').filter(Boolean);
for (const path of paths) {
  const task = getDocument({ data: new Uint8Array(readFileSync(path)), ...options });
  const document = await task.promise;
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    await page.getTextContent();
    await page.getOperatorList();
    page.cleanup();
  }
  await task.destroy();
}
