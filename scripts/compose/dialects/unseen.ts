import { printReport } from '../print.js';
import { type Block, type PrintedTable, tablesOf, valueCells } from '../printed.js';
import { realTable } from '../render/html.js';
import { composeReport } from '../report.js';
import type { Dialect, DialectContext } from './dialect.js';

/** Text that a PDF draws and nobody sees: decoys, leftovers of a template, words below a picture. */

/** Table 三 of the same agency with other figures. */
function decoy({ report }: DialectContext): PrintedTable {
  const other = composeReport(`${report.seed}-unseen`, {
    agency: report.agency.name,
    year: report.year,
    edition: report.edition,
    oneRowOther: report.oneRowOther,
  });
  const [table] = tablesOf(printReport(other), 'applications');
  if (!table) throw new Error('the copy has no table');
  for (const row of table.rows)
    for (const current of row.cells) if (current.key) current.text = `${Number(current.text) + 3}`;
  return table;
}

function before(hide: (table: string) => string) {
  return (context: DialectContext) => {
    const { printed } = context;
    const [real] = tablesOf(printed, 'applications');
    if (!real) return;
    const block: Block = { kind: 'html', html: hide(realTable(decoy(context))), lines: [] };
    printed.blocks.splice(printed.blocks.indexOf(real), 0, block);
  };
}

const SIDE = 24;

/** A plain grey picture, 24-bit BMP: larger than any picture that a reader would look into. */
function picture(): string {
  const bytes = Buffer.alloc(54 + SIDE * SIDE * 3, 0xd8);
  bytes.write('BM');
  bytes.writeUInt32LE(bytes.length, 2);
  bytes.writeUInt32LE(0, 6);
  bytes.writeUInt32LE(54, 10);
  bytes.writeUInt32LE(40, 14);
  bytes.writeInt32LE(SIDE, 18);
  bytes.writeInt32LE(SIDE, 22);
  bytes.writeUInt16LE(1, 26);
  bytes.writeUInt16LE(24, 28);
  bytes.fill(0, 30, 54);
  return `data:image/bmp;base64,${bytes.toString('base64')}`;
}

/** Printing keeps colours as they are. */
const EXACT = '-webkit-print-color-adjust:exact;print-color-adjust:exact';
const OVER = `position:absolute;left:0;top:0;width:100%;height:100%;${EXACT}`;

/** White digits behind the figures. */
function whiteDigits({ printed, random }: DialectContext): void {
  for (const target of random.shuffle(valueCells(printed)).slice(0, 40)) {
    target.html = `${target.text}<span style="color:#fff;${EXACT}">${random.int(0, 9)}</span>`;
  }
}

function dialect(
  id: string,
  shows: string,
  apply: Dialect['apply'],
  group: Dialect['group'] = 'page',
): Dialect {
  return { id, shows, kind: 'complete', group, formats: ['pdf-chromium'], combines: false, apply };
}

export const UNSEEN_DIALECTS: readonly Dialect[] = [
  dialect('unseen-white', 'white digits on white paper behind figures', whiteDigits, 'values'),
  dialect(
    'unseen-covered',
    'a copy with other figures under a white shape',
    before(
      (table) => `<div style="position:relative">${table}<div style="${OVER};background:#fff"></div></div>`,
    ),
  ),
  dialect(
    'unseen-pictured',
    'a copy with other figures under an opaque picture',
    before(
      (table) => `<div style="position:relative">${table}<img src="${picture()}" style="${OVER}"></div>`,
    ),
  ),
  dialect(
    'unseen-clipped',
    'a copy with other figures of which nothing is shown',
    before((table) => `<div style="height:2px;overflow:hidden">${table}</div>`),
  ),
  dialect(
    'unseen-transparent',
    'a copy with other figures in transparent letters without rules',
    before(
      (table) =>
        `<div style="color:rgba(0,0,0,0.01)">${table.replace(/<td/g, '<td data-x').replace(/border="1"/, 'style="border:none"')}</div>`,
    ),
  ),
];
