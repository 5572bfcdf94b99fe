import { labelCells, type PrintedCell, tablesOf } from '../printed.js';
import type { Random } from '../random.js';
import { ALL_FORMATS, DOCX_FORMATS, type Format, HTML_FORMATS } from '../render/formats.js';
import { escapeHtml } from '../render/html.js';
import type { Dialect, DialectContext } from './dialect.js';

type Substitutions = readonly (readonly [from: string, to: string])[];

function everyLabel(change: (label: PrintedCell, random: Random) => void) {
  return ({ printed, random }: DialectContext) => {
    for (const label of labelCells(printed)) change(label, random);
  };
}

/** Replaces words inside labels; the break of a two-line label does not hide a word. */
function substitute(list: Substitutions) {
  return everyLabel((label) => {
    for (const [from, to] of list) {
      if (label.text.includes(from)) label.text = label.text.replace(from, to);
      else if (label.text.replace('\n', '').includes(from))
        label.text = label.text.replace('\n', '').replace(from, to);
    }
  });
}

/** Two header cells of the 2019 form lost their second line. */
const TRUNCATED: Substitutions = [
  ['本年新\n制作数量', '本年新'],
  ['本年新\n公开数量', '本年新'],
];

const TEMPLATE_DRIFT: Substitutions = [
  ['本年制发件数', '本年发件'],
  ['现行有效件数', '现行有效件'],
];

const CLAUSE_DRIFT: Substitutions = [['第二十条第（', '第二十条(']];
const CLAUSE_SPACE: Substitutions = [['第二十条第', '第二十条 第']];

/** First characters lost all over the table; one row label is empty. */
const HEAVY_DRIFT: Substitutions = [
  ['第二十条第（一）项', '第二十条第()'],
  ['本年废止件数', '年废止件数'],
  ['行政许可', '政许可'],
  ['行政处罚', '政处罚'],
  ['行政强制', '政强制'],
  ['本年处理决定数量', '处理决定数量(2023年办件量)'],
];

const UNIT_DRIFT: Substitutions = [
  ['采购总金额', '采购总金额（单位：万元，保留4位小数）'],
  ['本年收费金额（单位：万元）', '本年收费金额单位:万元'],
];

const RESULT_DRIFT: Substitutions = [
  ['其他法律行政法规禁止公开', '其他法律法规禁止公开'],
  ['“三安全一稳定”', '"三安全一稳定"'],
  ['本机关不掌握', '本行政机关不掌握'],
  ['继续办理', '继续办理数量'],
  ['法人或其他组织', '法人或者其他组织'],
  ['其他处理', '其它处理'],
  ['3.其他', '3.其它'],
  ['行政机关确认或重新出具已获取信息', '行政机关确认或者重新出具已获取的信息'],
  ['本年新收政府信息公开申请数量', '本年新收政府信息公开申请数'],
];

const EXPLANATIONS: Substitutions = [
  ['规章', '规章（仅限省、设区的市、自治州人民政府填写）'],
  ['规范性文件', '规范性文件（决定、公告、通告、意见、通知等）'],
  ['本年增/减', '本年增/减（减少为负数）'],
  ['处理决定数量', '处理决定数量（办件量）'],
  ['其他对外管理服务事项', '其他对外管理服务事项（含公共服务）'],
  ['对外公开总数量', '对外公开总数量（截至本年底）'],
  ['（六）其他处理', '（六）其他处理（不含第（五）项）'],
];

const HALF_WIDTH: Substitutions = [
  ['（', '('],
  ['）', ')'],
  ['：', ':'],
  ['，', ','],
  ['、', ','],
];

/** Numbering as other editors write it. */
const NUMBERINGS: readonly ((number: string) => string)[] = [
  (number) => `${number}、`,
  (number) => `（${number}）`,
  (number) => `${number}．`,
  (number) => `${String.fromCharCode(0xff10 + Number(number))}．`,
  (number) => `${number}. `,
];

function otherNumbering(context: DialectContext): void {
  const style = context.random.pick(NUMBERINGS);
  everyLabel((label) => {
    label.text = label.text.replace(/^(\d)\./, (_, number: string) => style(number));
  })(context);
}

const NUMBER_BEFORE = /^(\d\.|（[一二三四五六七]）|[一二三四]、)/;

function lostNumbering(label: PrintedCell, random: Random): void {
  if (random.chance(0.7)) label.text = label.text.replace(NUMBER_BEFORE, '');
}

/** Every character in an element of its own. */
function characterSpans(label: PrintedCell): void {
  label.html = [...label.text]
    .map((character) =>
      character === '\n' ? '<br>' : `<span style="font-size:10pt">${escapeHtml(character)}</span>`,
    )
    .join('');
}

function brokenWords(label: PrintedCell, random: Random): void {
  label.text = [...label.text]
    .map((character) =>
      random.chance(0.12) ? character + random.pick([' ', '\n', '\u3000', '\u00a0']) : character,
    )
    .join('')
    .trim();
}

/** 总　计, 自 然 人: short words spread with spaces. */
function spreadWords(label: PrintedCell, random: Random): void {
  if (label.text.length <= 8) label.text = [...label.text].join(random.pick([' ', '\u3000']));
}

function verticalHeaders({ printed }: DialectContext): void {
  for (const table of tablesOf(printed)) {
    for (const row of table.rows.slice(0, table.headRows)) {
      for (const label of row.cells) {
        if (label.text.length <= 6) label.text = [...label.text.replace('\n', '')].join('\n');
      }
    }
  }
}

/** What a slip of the keyboard puts in the place of a character. */
const SLIPS = '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动';
/** About every seventh label has a slip. */
const MISPRINT_SHARE = 0.14;
/** Shorter ones could become another label of the form. */
const MISPRINT_SHORTEST = 4;

function misprint(label: PrintedCell, random: Random): void {
  const characters = [...label.text];
  if (characters.length < MISPRINT_SHORTEST || !random.chance(MISPRINT_SHARE)) return;
  const at = random.int(0, characters.length - 2);
  const [here = '', next = ''] = characters.slice(at, at + 2);
  const slips = [[next], [here, here, next], [next, here], [random.pick([...SLIPS]), next]];
  characters.splice(at, 2, ...random.pick(slips));
  label.text = characters.join('');
}

/** A mirror's converter leaves readings behind some characters. */
const READINGS: Record<string, string> = {
  公: 'gong',
  开: 'kai',
  政: 'zheng',
  信: 'xin',
  申: 'shen',
  总: 'zong',
  法: 'fa',
};

function readings(label: PrintedCell, random: Random): void {
  label.text = label.text.replace(/[公开政信申总法]/g, (character) =>
    random.chance(0.4) ? `${character}(${READINGS[character]})` : character,
  );
}

function dialect(
  id: string,
  shows: string,
  apply: Dialect['apply'],
  rest: Partial<Omit<Dialect, 'id' | 'shows' | 'apply'>> = {},
): Dialect {
  return { id, shows, kind: 'complete', group: 'labels', formats: ALL_FORMATS, apply, ...rest };
}

const WITH_MARKUP: readonly Format[] = [...HTML_FORMATS, ...DOCX_FORMATS];

export const LABEL_DIALECTS: readonly Dialect[] = [
  dialect(
    'character-spans',
    'every character of a label in an element of its own',
    everyLabel(characterSpans),
    { formats: WITH_MARKUP },
  ),
  dialect('broken-words', 'spaces and breaks inside words: 三 、本 年 度', everyLabel(brokenWords)),
  dialect('spread-words', 'short words spread with spaces: 总　计', everyLabel(spreadWords)),
  dialect('vertical-headers', 'header words one character to a line', verticalHeaders),
  dialect('explanations', 'long explanations in brackets inside labels', substitute(EXPLANATIONS)),
  dialect(
    'half-width',
    'half-width punctuation',
    everyLabel((label) => {
      for (const [from, to] of HALF_WIDTH) label.text = label.text.replaceAll(from, to);
    }),
  ),
  dialect('other-numbering', 'another style of numbering', otherNumbering),
  dialect('lost-numbering', 'numbering lost in most labels', everyLabel(lostNumbering)),
  dialect('truncated-headers', 'two-line headers without their second line', substitute(TRUNCATED), {
    wishes: { edition: '2019' },
  }),
  dialect(
    'drift-template',
    'characters lost in one template: 本年发件, 现行有效件',
    substitute(TEMPLATE_DRIFT),
    { wishes: { edition: '2021' } },
  ),
  dialect(
    'drift-normative',
    '规范性文件 without 行政 in the 2021 form',
    substitute([['行政规范性文件', '规范性文件']]),
    { wishes: { edition: '2021' } },
  ),
  dialect('drift-clause', 'clauses as 第二十条(一)项', substitute(CLAUSE_DRIFT)),
  dialect('drift-clause-space', 'clauses with a space inside', substitute(CLAUSE_SPACE)),
  dialect('drift-heavy', 'first characters lost: 政许可, 政处罚', substitute(HEAVY_DRIFT), {
    wishes: { edition: '2021' },
  }),
  dialect(
    'drift-empty-label',
    'the row label 规章 is empty',
    everyLabel((label) => {
      if (label.text === '规章') label.text = '';
    }),
  ),
  dialect(
    'drift-quantity',
    '本年数量 for 本年增/减, which changes the meaning',
    substitute([['本年增/减', '本年数量']]),
    {
      kind: 'lossy',
      wishes: { edition: '2019' },
      combines: false,
    },
  ),
  dialect('drift-unit', 'units inside the labels of amounts', substitute(UNIT_DRIFT)),
  dialect('drift-results', 'other wording in table 三', substitute(RESULT_DRIFT)),
  dialect('misprints', 'characters dropped, doubled, swapped or replaced', everyLabel(misprint)),
  dialect('readings', 'readings in brackets behind characters: 公(gong)', everyLabel(readings), {
    formats: HTML_FORMATS,
  }),
];
