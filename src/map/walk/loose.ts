/**
 * Tables that were published without a table: one cell per paragraph, or a whole row run together in one.
 * Runs of short paragraphs are put together into rows again: a label opens a row, the figures after it are its
 * values. A blank cell leaves no trace here, so these rows have no columns (`layout: loose`).
 */

import { PROACTIVE_MEASURES } from '../../form/index.js';
import type { Paragraph } from '../../model/document.js';
import { isFigure } from '../words/figures.js';
import { VOCABULARY } from '../words/labels.js';
import { type LabelText, labelText, type Simplify } from '../words/text.js';
import type { RowCell, SourceRow } from './rows.js';

/** The longest official label with its explanation; longer paragraphs are running text. */
const LONGEST_CELL = 90;
/** A row of which label and figures ran together: 规章000, 行政许可12. */
const RUN_TOGETHER = /^(.*[^\d.,，．\s（(])\s*((?:\d[\d.,\s]*)+)$/;
const HEADER_WORDS = /^(?:信息内容|申请人情况|法人或者?其他组织|行政诉讼|第?二十条.*项|第二十条第?)$/;

type TokenKind =
  | 'figure'
  | 'item'
  | 'ambiguous'
  | 'group'
  | 'proactive'
  | 'clause'
  | 'measure'
  | 'applicant'
  | 'remedy'
  | 'fragment'
  | 'prose';

interface Token {
  readonly kind: TokenKind;
  readonly cell: RowCell;
}

type HeaderKind = 'measure' | 'applicant' | 'remedy';

/** Rows of a run of paragraphs, or none when the run holds nothing of the form. */
export function looseRows(paragraphs: readonly Paragraph[], simplify: Simplify): SourceRow[] {
  const builder = new Builder();
  for (const paragraph of paragraphs) {
    for (const token of tokensOf(paragraph, simplify)) builder.add(token);
  }
  return builder.finish();
}

/** Words of which every label of the form, and every piece of one, has at least one. */
const FORM_WORDS =
  /公开|申请|企业|机构|组织|机关|自然人|商业|科研|公益|法律|服务|总计|合计|其[他它]|许可|处罚|强制|收费|采购|规章|规范性|文件|数量|件|信息|结果|复议|起诉|诉讼|审结|维持|纠正|秘密|安全|权益|内部|过程|案卷|查询|机关|制作|明确|重复|出版|反复|确认|出具|处理|提供|结转|金额|二十条|项|本年|上年/;
const LONE_NUMBER = /^[（(]?[一二三四五六七八九十\d]{1,2}[）)]?[、.]?$/;

/** Whether a paragraph can be a cell of the form: a label, a figure, or a short piece of one. */
export function isCellLike(paragraph: Paragraph, simplify: Simplify): boolean {
  const text = paragraph.text.replace(/[\s|]+/g, '');
  if (text.length > LONGEST_CELL || text === '') return false;
  return (
    isFigure(text) || LONE_NUMBER.test(text) || /^[\d.\s]+$/.test(text) || FORM_WORDS.test(simplify(text))
  );
}

function tokensOf(paragraph: Paragraph, simplify: Simplify): Token[] {
  const text = paragraph.text.replace(/^\s*\|?\s*|\s*\|?\s*$/g, '');
  if (text === '') return [];
  const cell = (part: string): RowCell => ({
    text: part,
    col: 0,
    colSpan: 1,
    inherited: false,
    locator: paragraph.locator,
  });
  if (text.length > LONGEST_CELL) return [{ kind: 'prose', cell: cell(text) }];
  if (isFigure(text)) return [{ kind: 'figure', cell: cell(text) }];
  const figures = text.split(/\s+/);
  if (figures.length > 1 && figures.every(isFigure))
    return figures.map((part) => ({ kind: 'figure' as const, cell: cell(part) }));
  const kind = kindOf(labelText(text, simplify));
  const split =
    kind === 'fragment' || kind === 'item' || kind === 'proactive' ? RUN_TOGETHER.exec(text) : null;
  if (!split) return [{ kind, cell: cell(text) }];
  return runTogether(split, cell, simplify) ?? [{ kind, cell: cell(text) }];
}

function runTogether(
  split: RegExpExecArray,
  cell: (text: string) => RowCell,
  simplify: Simplify,
): Token[] | null {
  const [, label = '', figures = ''] = split;
  const kind = kindOf(labelText(label, simplify));
  if (kind !== 'item' && kind !== 'proactive' && kind !== 'ambiguous') return null;
  const parts = figures.trim().split(/\s+/);
  return [
    { kind, cell: cell(label) },
    ...parts.map((part) => ({ kind: 'figure' as const, cell: cell(part) })),
  ];
}

function kindOf(label: LabelText): TokenKind {
  if (label.full === '') return 'fragment';
  const applicant = VOCABULARY.applicant.find(label);
  const item = VOCABULARY.item.find(label);
  if (item && applicant) return 'ambiguous';
  if (HEADER_WORDS.test(label.full)) return headerWord(label.full);
  const group = VOCABULARY.group.find(label);
  if (group && group.score >= (item?.score ?? 0)) return item ? 'item' : 'group';
  if (item) return 'item';
  if (applicant) return 'applicant';
  if (VOCABULARY.path.find(label) || VOCABULARY.result.find(label)) return 'remedy';
  if (VOCABULARY.proactive.find(label)) return 'proactive';
  if (VOCABULARY.measure.find(label)) return 'measure';
  return 'fragment';
}

function headerWord(word: string): TokenKind {
  if (word.includes('二十条')) return 'clause';
  if (word === '信息内容') return 'measure';
  return word === '行政诉讼' ? 'remedy' : 'applicant';
}

/** Puts tokens together into rows, one pass. */
class Builder {
  readonly #rows: SourceRow[] = [];
  #cells: RowCell[] = [];
  #header: HeaderKind | null = null;
  #hasFigures = false;
  #ofForm = false;

  add(token: Token): void {
    switch (token.kind) {
      case 'prose':
        this.#close();
        break;
      case 'figure':
        if (this.#header) this.#close();
        this.#hasFigures = true;
        this.#cells.push(token.cell);
        break;
      case 'measure':
      case 'applicant':
      case 'remedy':
        this.#addHeader(token.kind, token.cell);
        break;
      case 'ambiguous':
        if (this.#header === 'applicant' || this.#header === 'remedy') this.#cells.push(token.cell);
        else this.#open(token.cell);
        break;
      case 'fragment':
        if (this.#hasFigures) this.#open(token.cell);
        else this.#cells.push(token.cell);
        break;
      default:
        this.#open(token.cell);
    }
    this.#ofForm ||= token.kind !== 'figure' && token.kind !== 'fragment' && token.kind !== 'prose';
  }

  finish(): SourceRow[] {
    this.#close();
    return this.#ofForm ? this.#rows : [];
  }

  #addHeader(kind: HeaderKind, cell: RowCell): void {
    if (this.#header !== kind) this.#close();
    this.#header = kind;
    this.#cells.push(cell);
  }

  #open(cell: RowCell): void {
    this.#close();
    this.#cells.push(cell);
  }

  #close(): void {
    const [first] = this.#cells;
    if (first) {
      const cells = this.#header === 'measure' ? wholeMeasures(this.#cells) : this.#cells;
      this.#rows.push({
        layout: 'loose',
        table: 0,
        colCount: 0,
        cells: numbered(cells),
        locator: first.locator,
      });
    }
    this.#cells = [];
    this.#header = null;
    this.#hasFigures = false;
  }
}

/** Header labels broken over paragraphs (本年新 / 制作数量) or run together in one are cut where labels begin. */
function wholeMeasures(cells: readonly RowCell[]): RowCell[] {
  const [first] = cells;
  const text = cells.map((cell) => cell.text.replace(/\s+/g, '')).join('');
  const keys = [
    '信息内容',
    ...PROACTIVE_MEASURES.flatMap(({ zh, variants }) => [zh, zh.replace(/（.*/, ''), ...variants]),
  ].sort((a, b) => b.length - a.length);
  const found: RowCell[] = [];
  let rest = text;
  while (rest !== '' && first) {
    const key = keys.find((candidate) => rest.startsWith(candidate));
    if (!key) return [...cells];
    const remark = /^[（(][^）)]*[）)]/.exec(rest.slice(key.length))?.[0] ?? '';
    found.push({ ...first, text: key + remark });
    rest = rest.slice(key.length + remark.length);
  }
  return found;
}

function numbered(cells: readonly RowCell[]): RowCell[] {
  return cells.map((cell, col) => ({ ...cell, col }));
}
