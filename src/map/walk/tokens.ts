/** What a line of a table without a table can be: a figure, one of the form's labels, a piece of one, or prose. */

import { LONE_UNIT } from '../../form/index.js';
import type { Paragraph, Recognition } from '../../model/document.js';
import { namedLine } from '../shape/named/names.js';
import { isFigure } from '../words/figures.js';
import { VOCABULARY } from '../words/labels.js';
import { type LabelText, labelText, type Simplify } from '../words/text.js';
import { findItem } from './reading.js';
import type { RowCell } from './rows.js';

/** The longest official label with its explanation; longer paragraphs are running text. */
const LONGEST_CELL = 90;
/** A row of which label and figures ran together: 规章000, 行政许可12; before a sign nobody knows whose it is. */
const RUN_TOGETHER = /^(.*[^\d.,，．\s（(+\-−–—])\s*(\d[\d.,\s]*)$/;
const HEADER_WORDS = /^(?:信息内容|申请人情况|法人或者?其他组织|行政诉讼|第?二十条.*项|第二十条第?)$/;

export type TokenKind =
  | 'blank'
  | 'bar'
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

export interface Token {
  readonly kind: TokenKind;
  readonly cell: RowCell;
}

/** Words of which every label of the form, and every piece of one, has at least one. */
const FORM_WORDS =
  /公开|申请|企业|机构|组织|机关|自然人|商业|科研|公益|法律|服务|总计|合计|其[他它]|许可|处罚|强制|收费|采购|规章|规范性|文件|数量|件|信息|结果|复议|起诉|诉讼|审结|维持|纠正|秘密|安全|权益|内部|过程|案卷|查询|机关|制作|明确|重复|出版|反复|确认|出具|处理|提供|结转|金额|尚未|直接|社会|第三方|三类|四类|掌握|现成|补正|信访|举报|投诉|逾期|缴纳|正当|理由|二十条|项|本年|上年/;
const SENTENCE = /[。；！]/;
/** A number, or the bracket that is all that a line holds of a label. */
const LONE_NUMBER = /^(?:[（(]?[一二三四五六七八九十\d]{1,2}[）)]?[、.]?|[）)])$/;

/** How a character is read, in brackets behind it, as converters leave it: 总(zong)计. */
const READING = /[（(]\p{Script=Latin}+[）)]/gu;

/** Whether a paragraph can be a cell of the form: a label, a figure, or a short piece of one. */
export function isCellLike(paragraph: Paragraph, simplify: Simplify): boolean {
  const text = paragraph.text.replace(/[\s|]+/g, '').replace(READING, '');
  if (isUnreadFigure(paragraph)) return true;
  if (text.length > LONGEST_CELL || SENTENCE.test(text)) return false;
  return (
    isFigure(text) ||
    LONE_NUMBER.test(text) ||
    /^[\d.\s]+$/.test(text) ||
    FORM_WORDS.test(simplify(text)) ||
    isTailOfRow(paragraph.text)
  );
}

/** The last word of a label that was broken over two lines, and the figures beside it: `量  16  167  183`. */
function isTailOfRow(text: string): boolean {
  const [word = '', ...figures] = text.trim().split(/\s+/);
  return isTail(word, figures);
}

function isTail(word: string, figures: readonly string[]): boolean {
  const isWord = word.length <= LONGEST_TAIL && !word.includes(' ');
  return isWord && figures.length >= FEWEST_FIGURES && figures.every(isFigure);
}
const LONGEST_TAIL = 12;
const FEWEST_FIGURES = 2;

/** The tokens of one line; an empty line is a blank cell, a lone bar parts two cells. */
export function tokensOf(paragraph: Paragraph, simplify: Simplify): Token[] {
  const text = paragraph.text.trim();
  const cell = (part: string): RowCell => ({
    text: part,
    col: 0,
    colSpan: 1,
    inherited: false,
    locator: paragraph.locator,
    ...(paragraph.recognition === undefined
      ? {}
      : { recognition: proofOf(paragraph.recognition, part, text) }),
  });
  if (isUnreadFigure(paragraph)) return [{ kind: 'figure', cell: cell(text) }];
  if (text === '') return [{ kind: 'blank', cell: cell('') }];
  if (text === '|') return [{ kind: 'bar', cell: cell('') }];
  if (text.length > LONGEST_CELL || SENTENCE.test(text)) return [{ kind: 'prose', cell: cell(text) }];
  if (isFigure(text)) return [{ kind: 'figure', cell: cell(text) }];
  const figures = withUnits(text.split(/\s+/));
  if (figures.length > 1 && figures.every(isFigure))
    return figures.map((part) => ({ kind: 'figure' as const, cell: cell(part) }));
  // Where values are printed with their names and yet could not be set as a table, they are values that nobody reads.
  if (/\d/.test(text) && namedLine(text, simplify)?.pairs.some(({ value }) => value))
    return [{ kind: 'figure', cell: cell(text) }];
  const kind = kindOf(labelText(text, simplify));
  const whole: Token[] = [{ kind, cell: cell(text) }];
  if (kind !== 'fragment' && kind !== 'item' && kind !== 'proactive') return whole;
  const [, label = '', rest = ''] = RUN_TOGETHER.exec(text) ?? [];
  const split =
    partedByBlanks(figures) ?? (label === '' ? null : { label, figures: rest.trim().split(/\s+/) });
  return (split && runTogether(split, cell, simplify)) ?? whole;
}

/** The words of a line, a unit with the figure before it: `10.5 万元` is one. */
function withUnits(words: readonly string[]): string[] {
  const parts: string[] = [];
  for (const word of words) {
    const last = parts.at(-1);
    if (last !== undefined && LONE_UNIT.test(word) && isFigure(last))
      parts[parts.length - 1] = `${last} ${word}`;
    else parts.push(word);
  }
  return parts;
}

interface LabelAndFigures {
  readonly label: string;
  readonly figures: readonly string[];
}

/** Label and figures with blanks between them: `行政事业性收费 2 -1`, where the sign is that of its figure. */
function partedByBlanks(parts: readonly string[]): LabelAndFigures | null {
  const last = parts.findLastIndex((part) => !isFigure(part));
  const label = parts.slice(0, last + 1).join(' ');
  return last < 0 || last === parts.length - 1 ? null : { label, figures: parts.slice(last + 1) };
}

/** A line of a picture that is a figure alone and of which no two readings agree. */
function isUnreadFigure({ recognition }: Paragraph): boolean {
  return recognition !== undefined && recognition.readings.length > 0 && !recognition.agreed;
}

/**
 * What proves a part of a line of a picture: how the line was read, where it is a figure alone. Running text is read by
 * the engine alone, and its figures prove nothing.
 */
function proofOf(recognition: Recognition, part: string, line: string): Recognition {
  const isWhole = part === line && recognition.readings.length > 0;
  return isWhole ? recognition : { readings: [part], confidence: 0, agreed: false };
}

function runTogether(
  { label, figures: parts }: LabelAndFigures,
  cell: (text: string) => RowCell,
  simplify: Simplify,
): Token[] | null {
  const kind = kindOf(labelText(label, simplify));
  const isLabel = kind === 'item' || kind === 'proactive' || kind === 'ambiguous';
  if (!isLabel && !(kind === 'fragment' && isTail(label, parts))) return null;
  return [
    { kind, cell: cell(label) },
    ...parts.map((part) => ({ kind: 'figure' as const, cell: cell(part) })),
  ];
}

function kindOf(label: LabelText): TokenKind {
  if (label.full === '') return 'fragment';
  const applicant = VOCABULARY.applicant.find(label);
  const item = findItem(label);
  if (item && applicant) return 'ambiguous';
  if (HEADER_WORDS.test(label.full)) return headerWord(label.full);
  // The header of a block in one line: its words are parted where the row is put together.
  if (label.full.startsWith('信息内容')) return 'measure';
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
