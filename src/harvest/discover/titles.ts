/** What the title of a link says: whether it leads to an annual report, and on which year. */

/** In simplified or traditional characters; portals leave out 政府, 工作 or 年度 as they like. */
const SUBJECT = /信息公[开開]|資訊公開|政[务務]公[开開]/;
const REPORT =
  /年度?[报報](?!表)|年度.{0,16}[报報]告|20\d\d.{0,16}[报報]告|[〇零一二三四五六七八九]{4}年.{0,16}[报報]告|工作[报報]告|[情状狀][况況]的?[报報]告|告年度[报報]/;
/** Calls to write reports, forms to fill and pictures that explain them. */
const NOT_A_REPORT =
  /(?:做好|编制|編制|报送|報送|填报|填報|编写|編寫|格式).*通知|图解|圖解|一图读懂|一圖讀懂|填报说明|编制说明/;

const MAX_TITLE_CHARS = 160;

const squeeze = (text: string): string => text.replace(/[\s\u200b\ufeff]+/g, '');

/** A test for titles: the pattern of the source, or the tolerant default. */
export function titleTest(pattern: string | undefined): (title: string) => boolean {
  if (pattern !== undefined) {
    const own = new RegExp(pattern, 'u');
    return (title) => own.test(title) || own.test(squeeze(title));
  }
  return isReportTitle;
}

export function isReportTitle(title: string): boolean {
  const text = squeeze(title).slice(0, MAX_TITLE_CHARS);
  return SUBJECT.test(text) && REPORT.test(text) && !NOT_A_REPORT.test(text);
}

const FIRST_YEAR = 2007;
const LAST_YEAR = 2099;
const DIGITS: Readonly<Record<string, number>> = Object.fromEntries(
  [...'〇零○0一二三四五六七八九'].map((digit, at) => [digit, Math.max(0, at - 3)]),
);

/** The report year that a title names; a date of publication is not taken for it. */
export function yearOfTitle(title: string): number | null {
  const text = squeeze(title);
  const named =
    /(?<!\d)(20\d\d)年(?:度)?(?!\d{1,2}月)/.exec(text)?.[1] ??
    /(?<!\d)(20\d\d)(?![\d./-]|年\d{1,2}月)/.exec(text)?.[1];
  const year = named === undefined ? chineseYear(text) : Number(named);
  return year !== null && year >= FIRST_YEAR && year <= LAST_YEAR ? year : null;
}

function chineseYear(text: string): number | null {
  const digits = /([二][〇零○0][〇零○一二三四五六七八九]{2})年/.exec(text)?.[1];
  if (digits === undefined) return null;
  return [...digits].reduce((year, digit) => year * 10 + (DIGITS[digit] ?? 0), 0);
}
