import { type Agency, selfName } from '../agencies.js';
import { type Block, doubtful, type Printed } from '../printed.js';
import type { Random } from '../random.js';
import type { Format } from '../render/formats.js';
import { chineseDate, type Report } from '../report.js';
import { drawDay, drawPeriod, drawSignedDay, later, OTHER_DAYS } from './days.js';
import { drawFields } from './fields.js';
import {
  drawAddress,
  drawContact,
  drawLinks,
  mediaOf,
  NAMED_IN,
  type NamedIn,
  otherAgencySentence,
  SHORT_NAMES,
} from './places.js';
import { drawTitle, drawYear } from './titles.js';

/** What is decided about the head of one document before it is printed. */
interface Head {
  report: Report;
  random: Random;
  agency: Agency;
  /** Where the agency is named; everything else says 我局. */
  namedIn: NamedIn;
  name: string;
  self: string;
  title: string;
  titleLines: string[];
  siteName: string;
  format: Format;
}

const TITLE_SHARE = 0.5;
const OTHER_AGENCY_SHARE = 0.3;
const LINKS_SHARE = 0.35;
/** Formats without a page around the article: navigation and fields stand above it as lines, as in a copied page. */
const WITH_LINES_SHARE = 0.5;

/** Gives a report title, fields, preface and foot as agencies really print them; the tables stay as they are. */
export function printHead(printed: Printed, report: Report, random: Random, format: Format): void {
  const { agency } = report;
  const namedIn = random.chance(TITLE_SHARE) ? 'title' : random.pick(possible(format));
  const name = namedIn === 'title' ? report.printedName : agency.name;
  const year = drawYear(random, report.year);
  const { lines, accepted } = drawTitle(random, {
    name: namedIn === 'title' ? name : '',
    year,
    self: selfName(agency),
  });
  const place = agency.path.at(-1) ?? '';
  const head: Head = {
    report,
    random,
    agency,
    namedIn,
    name,
    self: selfName(agency),
    title: lines.join(''),
    titleLines: lines,
    siteName: place === '' ? `${agency.name}网站` : `${place}人民政府网`,
    format,
  };
  printed.facts.title = { values: accepted, optional: false };
  printPage(printed, head);
  printArticle(printed, head);
  titleOfPage(printed, head);
}

/** Meta tags and breadcrumbs exist in pages only. */
function possible(format: Format): readonly NamedIn[] {
  return format === 'html-portal'
    ? NAMED_IN
    : NAMED_IN.filter((where) => where !== 'meta' && where !== 'breadcrumb');
}

const isPage = ({ format }: Head): boolean => format === 'html-portal';

function printPage(printed: Printed, head: Head): void {
  const { random, report, agency, namedIn, name, title } = head;
  const publisher = namedIn === 'publisher' ? name : random.pick(['', '', ...SHORT_NAMES]);
  const fields = drawFields(random, { publisher, title, publishedOn: report.publishedOn, year: report.year });
  printed.page.siteName = agency.path.length === 0 && namedIn !== 'title' ? '政府门户网站' : head.siteName;
  printed.page.indexFields = fields;
  printed.page.infoLine = infoLine(head);
  printed.page.breadcrumb = [
    '首页',
    '政府信息公开',
    ...(namedIn === 'breadcrumb' ? [name] : []),
    '政府信息公开年报',
    String(report.year),
  ];
  const media = namedIn === 'meta' ? name : mediaOf(agency);
  printed.page.metaTags = {
    SiteName: printed.page.siteName,
    SiteDomain: 'www.example.gov.cn',
    ColumnName: '政府信息公开年报',
    ArticleTitle: title,
    PubDate: `${report.publishedOn} ${random.int(8, 17)}:${random.int(10, 59)}`,
    ContentSource: media,
  };
}

function infoLine({ random, report, agency, namedIn, name }: Head): string {
  const source = namedIn === 'source' ? name : random.pick(['本站', mediaOf(agency), '政府办', '']);
  const day = drawDay(random, report.publishedOn);
  const when = random.pick(['时间', '发布时间', '发布日期', '日期']);
  const counter = random.pick(['浏览次数', '访问量', '点击数', '阅读']);
  return `来源：${source}　${when}：${day}　${counter}：${random.int(3, 4800)} 【字体：大 中 小】 打印`;
}

/** `<title>`: the title, with the site's name, or only a short name (市应急局). */
function titleOfPage(printed: Printed, { random, title, siteName, agency, format }: Head): void {
  const short = agency.name.replace(/^.*?[市县区](?=.)/, '市');
  printed.page.pageTitle = random.pick([
    title,
    `${title}_${siteName}`,
    `${title}-${siteName}`,
    siteName,
    short,
  ]);
  if (agency.path.length === 0 || !format.startsWith('html')) printed.page.pageTitle = title;
}

function printArticle(printed: Printed, head: Head): void {
  const { random, report, format } = head;
  const body = printed.blocks
    .filter((block) => !isHeadOrFoot(block, report))
    .map((block) => withoutName(block, head));
  printed.title = '';
  const titles = head.titleLines.map((text): Block => ({ kind: 'heading', text, level: 1 }));
  const needsLines = head.namedIn === 'publisher' || head.namedIn === 'source';
  const lines =
    !isPage(head) && (needsLines || random.chance(WITH_LINES_SHARE))
      ? pageLines(printed)
      : { above: [], below: [] };
  const links = random.chance(LINKS_SHARE) ? drawLinks(random, head.agency, report.year).map(paragraph) : [];
  const [before, behind] = random.chance(0.5) ? [links, []] : [[], links];
  // Dates of a page around the article are the publication's; without a page only the foot has one.
  const dated = isPage(head) || lines.above.length > 0;
  printed.blocks = [
    ...before,
    ...lines.above,
    ...titles,
    ...lines.below,
    ...preface(printed, head).map(paragraph),
    ...body,
    ...foot(printed, head, dated),
    ...(format === 'html-portal' ? behind : []),
  ];
}

/** The plain print's preface and signature, which are printed anew. */
function isHeadOrFoot(block: Block, { printedName, publishedOn }: Report): boolean {
  if (block.kind !== 'paragraph') return false;
  return (
    block.text.startsWith('根据《中华人民') || [printedName, chineseDate(publishedOn)].includes(block.text)
  );
}

/** The page's fields as the lines that a copy of it has. */
function pageLines({ page }: Printed): { above: Block[]; below: Block[] } {
  return {
    above: [
      paragraph(`当前位置：${page.breadcrumb.join(' > ')}`),
      ...page.indexFields.map(([name, value]) => paragraph(`${name}：${value}`)),
    ],
    below: [paragraph(page.infoLine)],
  };
}

const paragraph = (text: string): Block => ({ kind: 'paragraph', text });

function withoutName(block: Block, { report, self, namedIn }: Head): Block {
  if (block.kind !== 'paragraph' || namedIn === 'title') return block;
  return { ...block, text: block.text.replaceAll(report.printedName, self) };
}

function preface(printed: Printed, head: Head): string[] {
  const { random, report, agency, namedIn, name, self } = head;
  const period = drawPeriod(random, report.year);
  printed.facts.periodStart = period.start;
  printed.facts.periodEnd = period.end;
  const named = namedIn === 'title' || namedIn === 'preface' ? name : self;
  const announced = random.pick([
    `现公布${named}${report.year}年政府信息公开工作年度报告。`,
    `编制${named}${report.year}年度政府信息公开工作年度报告。`,
    `本报告由${named}根据上述规定编制。`,
    ...(namedIn === 'preface' ? [] : [`${self}编制本报告。`]),
  ]);
  const contact = drawContact(random, {
    name: namedIn === 'contact' || (namedIn === 'title' && random.chance(0.5)) ? name : self,
    address: drawAddress(random, agency),
    phone: report.phone,
    postcode: String(random.int(100_000, 850_000)),
  });
  const other =
    random.chance(OTHER_AGENCY_SHARE) && namedIn !== 'preface' ? otherAgencySentence(random, agency) : '';
  const opening = `根据${random.pick(OTHER_DAYS)}和《格式》（国办公开办函〔2021〕30号）要求，${announced}`;
  return random.chance(0.5)
    ? [`${opening}${period.sentence}${contact}`, other].filter((text) => text !== '')
    : [opening, period.sentence, contact, other].filter((text) => text !== '');
}

const FOOT_DAY_SHARE = 0.7;

/** Name and day at the foot; the day is the last of the year or shortly before publication. */
function foot(printed: Printed, { random, report, namedIn, name, self }: Head, dated: boolean): Block[] {
  const signed = random.chance(0.2) ? `${report.year}-12-31` : later(report.publishedOn, -random.int(0, 9));
  const shown = namedIn === 'foot' || random.chance(FOOT_DAY_SHARE);
  if (!dated) printed.facts.publishedOn = shown ? { values: [signed], optional: false } : doubtful();
  if (!shown) return [];
  const signature = namedIn === 'foot' || namedIn === 'title' ? name : random.pick(['', self]);
  return [...(signature === '' ? [] : [signature]), drawSignedDay(random, signed)].map(
    (text): Block => ({ kind: 'paragraph', text, css: 'text-align:right' }),
  );
}
