import { execFileSync, spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { mapDocument } from '../../../src/map/index.js';
import type { FormCell } from '../../../src/model/report.js';
import { readPdf } from '../../../src/read/pdf/index.js';
import { readText } from '../../../src/read/text/index.js';
import { testWith } from '../../support/programs.js';

/** PDFs of the corpus as `pdftotext` (poppler-utils) writes them out: cells of the text against those of the PDF itself. */

const hasPdftotext = spawnSync('pdftotext', ['-v']).status === 0;
const withPdftotext = testWith('pdftotext (apt-get install poppler-utils)', hasPdftotext);

const keyOf = ({ table, row, column }: FormCell) => `${table}/${row}/${column}`;
const isGiven = ({ state }: FormCell) => ['reported', 'noted', 'inferred'].includes(state);
const isDenied = ({ state }: FormCell) => state === 'blank' || state === 'absent';

/** Cells of which the text gives the figure, gives another one, or says that there is none. */
async function compare(name: string, options: readonly string[]) {
  const path = fileURLToPath(new URL(`../../../corpus/${name}/report.pdf`, import.meta.url));
  const pdf = await mapDocument(await readPdf(new Uint8Array(await readFile(path))));
  const text = execFileSync('pdftotext', [...options, path, '-']);
  const cells = (await mapDocument(await readText(new Uint8Array(text), false))).cells;
  const ofText = new Map(cells.map((cell) => [keyOf(cell), cell]));
  const tally = { right: 0, of: 0, wrong: [] as string[], denied: [] as string[] };
  for (const cell of pdf.cells) {
    const other = ofText.get(keyOf(cell));
    if (other && isGiven(other) && other.value !== cell.value) tally.wrong.push(keyOf(cell));
    if (!isGiven(cell)) continue;
    tally.of++;
    if (other && isGiven(other) && other.value === cell.value) tally.right++;
    if (other && isDenied(other)) tally.denied.push(keyOf(cell));
  }
  return tally;
}

const REPORTS = ['pdf-libreoffice', 'pdf-chromium-page-break', 'pdf-double-rules', 'pdf-borderless'];

withPdftotext('a text set in columns gives what the PDF gives, where a row has all its figures', async () => {
  for (const name of ['pdf-libreoffice', 'pdf-double-rules'])
    expect({ name, ...(await compare(name, ['-layout'])) }).toMatchObject({ wrong: [], denied: [] });
  const whole = await compare('pdf-libreoffice', ['-layout']);
  expect(whole.right).toBe(whole.of);
  const header = await compare('pdf-double-rules', ['-layout']);
  expect(header.right).toBe(header.of);
  // One label is broken over a page.
  const broken = await compare('pdf-chromium-page-break', ['-layout']);
  expect(broken.of - broken.right).toBeLessThanOrEqual(7);
});

withPdftotext('no order of its words makes a wrong figure of it, nor calls one blank', async () => {
  for (const name of REPORTS)
    for (const options of [['-layout'], ['-raw'], []])
      expect({ name, options, ...(await compare(name, options)) }).toMatchObject({ wrong: [], denied: [] });
});
