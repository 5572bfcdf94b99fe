import { blankOut, type PrintedCell, reprint, valueCells } from '../printed.js';
import { ALL_FORMATS } from '../render/formats.js';
import type { CellKey } from '../truth.js';
import type { Dialect, DialectContext } from './dialect.js';

type ValueCell = PrintedCell & { key: CellKey };

const isAmount = (cell: ValueCell) => cell.key.endsWith('amount_10k_cny');
const isZero = (cell: ValueCell) => cell.text === '0';

/** Changes only how figures look; the values stay. */
function restyle(style: (text: string, context: DialectContext, cell: ValueCell) => string) {
  return (context: DialectContext) => {
    for (const cell of valueCells(context.printed)) cell.text = style(cell.text, context, cell);
  };
}

/** Prints a mark, or nothing, for a share of the zeros. */
function markZeros(mark: string, share: number) {
  return ({ printed, random }: DialectContext) => {
    for (const cell of valueCells(printed)) {
      if (isZero(cell) && random.chance(share)) blankOut(printed, cell, mark);
    }
  };
}

const FULL_WIDTH_OFFSET = 0xff10 - 0x30;

function fullWidth(text: string): string {
  return text
    .replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + FULL_WIDTH_OFFSET))
    .replace('.', '．');
}

function withThousands(text: string, comma: string): string {
  const [whole = '', fraction] = text.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, comma);
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** 万元 as 元 without floating point: the decimal point moves four places. */
function shiftFourPlaces(tenThousands: string): string {
  const [whole = '0', fraction = ''] = tenThousands.split('.');
  const digits = fraction.padEnd(4, '0');
  const shifted = `${whole}${digits.slice(0, 4)}`.replace(/^0+(?=\d)/, '');
  const rest = digits.slice(4).replace(/0+$/, '');
  return rest === '' ? shifted : `${shifted}.${rest}`;
}

function noteUnits({ printed, random }: DialectContext): void {
  for (const cell of valueCells(printed)) {
    if (!isAmount(cell) && random.chance(0.4)) reprint(printed, cell, `${cell.text}件`, cell.text, 'noted');
  }
}

function noteRemarks({ printed, random }: DialectContext): void {
  const able = random.shuffle(valueCells(printed).filter((cell) => Number(cell.text) > 2));
  const documents = able.filter((cell) => cell.key.includes('normative_documents'));
  const chosen = new Set([...documents.slice(0, 1), ...able.slice(0, 4)]);
  for (const cell of chosen) {
    const part = random.int(1, Math.max(1, Number.parseInt(cell.text, 10) - 1));
    const remark = random.pick([`（其中修订${part}件）`, `（含上年${part}件）`, `(其中网上${part}件)`]);
    reprint(printed, cell, `${cell.text}${remark}`, cell.text, 'noted');
  }
}

/** Amounts the dialects print in 元 when the drawn one is zero. */
const SAMPLE_AMOUNTS = ['25.1', '0.804', '15.310383', '1530'];

function amountsInYuan({ printed, random }: DialectContext): void {
  for (const cell of valueCells(printed).filter(isAmount)) {
    const amount = cell.text === '0' ? random.pick(SAMPLE_AMOUNTS) : cell.text;
    reprint(printed, cell, `${shiftFourPlaces(amount)}元`, amount, 'noted');
  }
}

function amountsWithUnit({ printed, random }: DialectContext): void {
  for (const cell of valueCells(printed).filter(isAmount)) {
    const amount = cell.text === '0' ? random.pick(SAMPLE_AMOUNTS) : cell.text;
    reprint(printed, cell, `${amount}万元`, amount, 'noted');
  }
}

function sixDecimals({ printed, random }: DialectContext): void {
  for (const cell of valueCells(printed).filter(isAmount)) {
    const amount = `${random.int(0, 900)}.${random.int(100000, 999999)}`;
    reprint(printed, cell, amount, amount, 'reported');
  }
}

const JUNK = ['? 0', '#REF!', '？', '□', '0 ?', '见附件', '见附件1', '3/5', '1～2', '第2项'];

function plantJunk({ printed, random }: DialectContext): void {
  for (const cell of random.shuffle(valueCells(printed)).slice(0, 5)) {
    reprint(printed, cell, random.pick(JUNK), '', 'unreadable');
  }
}

/** Printed totals that are wrong: the print is the truth, and must come out as printed. */
function wrongTotals({ printed, random }: DialectContext): void {
  const totals = valueCells(printed).filter((cell) => /\/total$|outcome_total/.test(cell.key));
  for (const cell of random.shuffle(totals).slice(0, 4)) {
    const printedTotal = Math.max(0, Number(cell.text) + random.pick([-1, 1, 2, 10, -10]));
    reprint(printed, cell, String(printedTotal), String(printedTotal), 'reported');
  }
}

function onlyTotals({ printed }: DialectContext): void {
  for (const cell of valueCells(printed, 'applications')) {
    if (!cell.key.endsWith('/total')) blankOut(printed, cell);
  }
}

/** A column of table 三 left empty from top to bottom. */
function emptyColumn({ printed, random }: DialectContext): void {
  const column = random.pick(['research_institution', 'legal_service_organization', 'natural_person']);
  for (const cell of valueCells(printed, 'applications')) {
    if (cell.key.endsWith(`/${column}`)) blankOut(printed, cell);
  }
}

function dialect(
  id: string,
  shows: string,
  apply: Dialect['apply'],
  rest: Partial<Omit<Dialect, 'id' | 'shows' | 'apply'>> = {},
): Dialect {
  return { id, shows, kind: 'complete', group: 'values', formats: ALL_FORMATS, apply, ...rest };
}

export const VALUE_DIALECTS: readonly Dialect[] = [
  dialect('blank-zeros', 'every zero is an empty cell', markZeros('', 1)),
  dialect('blank-some', 'some zeros are empty cells', markZeros('', 0.4)),
  dialect('slash', 'a slash stands for a blank', markZeros('/', 0.7)),
  dialect('dash', 'a long dash stands for a blank', markZeros('—', 0.5)),
  dialect('double-dash', 'a doubled dash stands for a blank', markZeros('——', 0.5)),
  dialect('hyphen', 'a hyphen stands for a blank', markZeros('-', 0.5)),
  dialect('none-word', 'the word 无 stands for a blank', markZeros('无', 0.6)),
  dialect('only-totals', 'only the column 总计 is filled', onlyTotals),
  dialect('empty-column', 'a column of table 三 is empty', emptyColumn, { wishes: { kind: 'city' } }),
  dialect('full-width-digits', 'figures in full-width digits', restyle(fullWidth)),
  dialect(
    'thousands',
    'figures with thousands separators',
    restyle((text) => withThousands(text, ',')),
    {
      wishes: { kind: 'city' },
    },
  ),
  dialect(
    'thousands-full-width',
    'thousands parted by full-width commas',
    restyle((text) => withThousands(text, '，')),
    {
      wishes: { kind: 'ministry' },
    },
  ),
  dialect(
    'padded',
    'figures padded with spaces of several kinds',
    restyle((text, { random }) => {
      const pad = random.pick([' ', '\u00a0', '\u3000', '  ']);
      return `${pad}${text}${pad}`;
    }),
  ),
  dialect(
    'zero-decimals',
    'zeros of amounts printed 0.00',
    restyle((text, _, cell) => (isAmount(cell) && isZero(cell) ? '0.00' : text)),
  ),
  dialect('six-decimals', 'amounts with six decimals', sixDecimals),
  dialect('unit-pieces', 'figures with the unit 件', noteUnits),
  dialect('remarks', 'figures with a remark in brackets', noteRemarks, { wishes: { kind: 'county' } }),
  dialect('amount-yuan', 'an amount in 元 where the form asks for 万元', amountsInYuan),
  dialect('amount-unit', 'an amount with its unit in the cell', amountsWithUnit),
  dialect('junk', 'something unreadable in a few cells', plantJunk),
  dialect('wrong-totals', 'printed totals that are wrong', wrongTotals, { wishes: { kind: 'county' } }),
];
