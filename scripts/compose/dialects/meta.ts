import { selfName } from '../agencies.js';
import { printHead } from '../heads/index.js';
import { type Block, doubtful, type Fact, fact, type Printed } from '../printed.js';
import { ALL_FORMATS, type Format } from '../render/formats.js';
import { chineseDate, type Report } from '../report.js';
import type { Dialect, DialectContext } from './dialect.js';

export function changeParagraphs(printed: Printed, change: (text: string) => string): void {
  for (const block of printed.blocks) if (block.kind === 'paragraph') block.text = change(block.text);
}

export function setTitle(printed: Printed, title: string): void {
  printed.title = title;
  printed.facts.title = fact(title);
  printed.page.pageTitle = title;
  printed.page.metaTags.ArticleTitle = title;
  printed.page.indexFields = printed.page.indexFields.map(([name, value]) => [
    name,
    name === '名称' ? title : value,
  ]);
}

/** Takes the agency's name out of the whole page: the text says 我镇, the portal only names its own site. */
export function stripAgency(printed: Printed, report: Report): void {
  setTitle(printed, `${report.year}年政府信息公开工作年度报告`);
  const signature = printed.blocks.findLastIndex(
    (block) => block.kind === 'paragraph' && block.text === report.printedName,
  );
  if (signature >= 0) printed.blocks.splice(signature, 1);
  const self = selfName(report.agency);
  changeParagraphs(printed, (text) => text.replaceAll(report.printedName, self));
  delete printed.page.metaTags.ContentSource;
  printed.page.breadcrumb = ['首页', '政府信息公开', '政府信息公开年报', String(report.year)];
  printed.page.indexFields = printed.page.indexFields.filter(([, value]) => value !== report.agency.name);
  printed.page.infoLine = `发布时间：${report.publishedOn} 浏览次数：21`;
}

/** The agency stands in one place only. */
function agencyOnlyIn(put: (printed: Printed, report: Report) => void) {
  return ({ printed, report }: DialectContext) => {
    stripAgency(printed, report);
    put(printed, report);
  };
}

function title(make: (report: Report) => string) {
  return ({ printed, report }: DialectContext) => setTitle(printed, make(report));
}

/** Misprinted periods as met on pages: digits or characters lost, a year doubled, a wrong day. */
const MISPRINTED_PERIODS: readonly ((year: number) => [start: string, end: string, facts: [Fact, Fact]])[] = [
  (year) => [`${year}年1月1日`, `20${year}年12月31日`, [fact(first(year)), doubtful(last(year))]],
  (year) => [`${year}11日`, '1231日', [doubtful(first(year)), doubtful(last(year))]],
  (year) => [`${year}1月1日`, `${year}12月31日`, [doubtful(first(year)), doubtful(last(year))]],
  (year) => [`${year}年1月1日`, `${year}年12月21日`, [fact(first(year)), fact(`${year}-12-21`)]],
  (year) => [`${year}11日`, `${year}1231日`, [doubtful(first(year)), doubtful(last(year))]],
];

const first = (year: number): string => `${year}-01-01`;
const last = (year: number): string => `${year}-12-31`;

function replacePeriod(
  printed: Printed,
  report: Report,
  start: string,
  end: string,
  [from, to]: [Fact, Fact],
): void {
  printed.facts.periodStart = from;
  printed.facts.periodEnd = to;
  changeParagraphs(printed, (text) =>
    text.replace(chineseDate(report.periodStart), start).replace(chineseDate(report.periodEnd), end),
  );
}

const CHINESE_DIGITS = '〇一二三四五六七八九';

export function chineseYear(year: number): string {
  return String(year).replace(/\d/g, (digit) => CHINESE_DIGITS[Number(digit)] ?? '');
}

function headings(change: (text: string, at: number) => string) {
  return ({ printed }: DialectContext) => {
    let at = 0;
    for (const block of printed.blocks) {
      if (block.kind === 'heading' && block.level === 2) block.text = change(block.text, at++);
    }
  };
}

const HEADING_TYPOS = [
  '一、工作基本情况',
  '二、主动公开政府政府情况',
  '三、收到和处理政府信息公开申请情况',
  '四、政府信息公开行政复议和行政诉讼情况',
  '五、存在问题及改进情况',
  '六、其它需要报告事项',
];

function dialect(
  id: string,
  shows: string,
  apply: Dialect['apply'],
  formats: readonly Format[] = ALL_FORMATS,
): Dialect {
  return { id, shows, kind: 'complete', group: 'meta', formats, apply };
}

const PORTAL: readonly Format[] = ['html-portal'];

/** What mirrors put in the place of names. */
const BRANDS = ['亚某体育官网', '某博网页版', '某某娱乐app', '开某棋牌'] as const;

/** The brand takes the site's name and the source everywhere, and the agency's name in every second mirror. */
function mirror(printed: Printed, report: Report, brand: string): void {
  const { page } = printed;
  page.siteName = `${brand}有限公司`;
  page.metaTags.SiteName = `${brand}有限公司`;
  page.metaTags.ContentSource = `${brand}有限公司`;
  page.indexFields = page.indexFields.map(([name, value]) => [
    name,
    value === report.agency.name ? brand : value,
  ]);
  page.breadcrumb = [brand, '政府信息公开年报'];
  page.infoLine = `来源：${brand} 发布时间：${report.publishedOn}`;
  if (brand.length % 2 === 0) return;
  const replace = (text: string) => text.replaceAll(report.printedName, `${brand}局`);
  setTitle(printed, replace(printed.title));
  changeParagraphs(printed, replace);
  printed.facts.agencyNames = [];
}

/** The dialect of heads, which the evaluation gives a share of its own. */
export const HEADS = 'heads';

export const META_DIALECTS: readonly Dialect[] = [
  dialect(
    HEADS,
    'title, fields, preface and foot as agencies really print them',
    ({ printed, report, random, format }) => printHead(printed, report, random, format),
  ),
  dialect(
    'agency-in-meta',
    'the agency stands in a meta tag only',
    agencyOnlyIn((printed, report) => {
      printed.page.metaTags.ContentSource = report.agency.name;
    }),
    PORTAL,
  ),
  dialect(
    'agency-in-index',
    'the agency stands in 发布机构 only',
    agencyOnlyIn((printed, report) => {
      printed.page.indexFields.push(['发布机构', report.agency.name]);
    }),
    PORTAL,
  ),
  dialect(
    'agency-in-breadcrumb',
    'the agency stands in the breadcrumb only',
    agencyOnlyIn((printed, report) => {
      printed.page.breadcrumb.splice(2, 0, report.agency.name);
    }),
    PORTAL,
  ),
  dialect(
    'agency-in-signature',
    'the agency stands in the signature only',
    agencyOnlyIn((printed, report) => {
      printed.blocks.splice(-1, 0, { kind: 'paragraph', text: report.printedName, css: 'text-align:right' });
    }),
  ),
  dialect(
    'agency-in-contact',
    'the agency stands in the contact line only',
    agencyOnlyIn((printed, report) => {
      const text = `如对本报告有疑问，请与${report.printedName}联系（地址：人民路12号，邮编：${report.year}02，电话：${report.phone}）。`;
      printed.blocks.splice(1, 0, { kind: 'paragraph', text });
    }),
  ),
  {
    ...dialect(
      'agency-nowhere',
      'the agency stands nowhere',
      agencyOnlyIn((printed) => {
        printed.facts.agencyNames = [];
      }),
    ),
    kind: 'lossy',
  },
  dialect(
    'title-year-twice',
    'the year stands twice in the title',
    title(({ year, printedName }) => `${year}${printedName}${year}年度政府信息公开工作年度报告`),
  ),
  dialect(
    'title-about',
    '关于…年度政府信息公开工作的年度报告',
    title(({ year }) => `关于${year}年度政府信息公开工作的年度报告`),
  ),
  dialect(
    'title-about-agency',
    '…关于…政府信息公开情况的报告',
    title(({ year, printedName }) => `${printedName}关于${year}年度政府信息公开情况的报告`),
  ),
  dialect(
    'title-jumbled',
    '工作告年度报 for 工作年度报告',
    title(({ year, printedName }) => `${printedName}${year}年政府信息公开工作告年度报`),
  ),
  dialect(
    'title-year-late',
    'the year stands behind 政府信息公开工作',
    title(({ year, printedName }) => `${printedName}政府信息公开工作${year}年度报告`),
  ),
  dialect(
    'title-chinese-year',
    'the year in Chinese numerals',
    title(({ year, printedName }) => `${printedName}${chineseYear(year)}年政府信息公开工作年度报告`),
  ),
  dialect(
    'title-missing',
    'no title in the text, only in the head of the page',
    ({ printed }) => {
      printed.title = '';
    },
    ['html', 'html-gbk', 'html-portal'],
  ),
  dialect('period-misprints', 'a misprinted period', ({ printed, report, random }) => {
    replacePeriod(printed, report, ...random.pick(MISPRINTED_PERIODS)(report.year));
  }),
  dialect(
    'period-other-year',
    "the period of the year before in this year's report",
    ({ printed, report }) => {
      const before = report.year - 1;
      const facts: [Fact, Fact] = [fact(first(before)), fact(last(before))];
      replacePeriod(printed, report, `${before}年1月1日`, `${before}年12月31日`, facts);
    },
  ),
  dialect(
    'other-agency-named',
    'another agency is named where applications are to be sent',
    ({ printed, report }) => {
      const other = `${report.agency.path[0] ?? '北京市'}人民政府办公厅`;
      const text = `申请人可以向${other}提出申请，也可以登录${other}网站查询。`;
      printed.blocks.splice(2, 0, { kind: 'paragraph', text });
    },
  ),
  dialect(
    'mirror',
    'a mirror: other site and source, a place name replaced',
    ({ printed, report, random }) => mirror(printed, report, random.pick(BRANDS)),
    PORTAL,
  ),
  dialect(
    'foreign-host',
    'a report under the site of another district',
    ({ printed }) => {
      printed.page.siteName = '温州市龙湾区人民政府网';
      printed.page.metaTags.SiteName = '温州市龙湾区人民政府';
      printed.page.metaTags.SiteDomain = 'dj.longwan.gov.cn';
    },
    PORTAL,
  ),
  dialect('announces-other', 'the preface announces the report of another agency', ({ printed, report }) => {
    const other = `${report.agency.path.at(-1) ?? '北京市'}人民政府办公室`;
    changeParagraphs(printed, (text) => text.replace(`现公布${report.printedName}`, `现公布${other}`));
  }),
  dialect('wrong-notice', 'the other form’s notice is cited', ({ printed }) => {
    changeParagraphs(printed, (text) => text.replace('〔2021〕30号', '〔2019〕60号'));
  }),
  dialect(
    'headings-other',
    'other wording of the headings',
    headings((text, at) => HEADING_TYPOS[at] ?? text),
  ),
  dialect(
    'headings-unnumbered',
    'headings without numbers',
    headings((text) => text.slice(2)),
  ),
  dialect('headings-missing', 'no headings over the tables', ({ printed }) => {
    printed.blocks = printed.blocks.filter((block) => block.kind !== 'heading');
  }),
  dialect('instructions-left', "the form's instructions were left in", ({ printed }) => {
    printed.blocks = printed.blocks.flatMap((block): Block[] =>
      block.kind === 'table'
        ? [{ kind: 'paragraph', text: '该部分以表格形式报告。（宋体加粗小四号字）' }, block]
        : [block],
    );
  }),
];
