import type { Random } from '../random.js';

/** Style sheets for the media a report is printed on. */

export const WEB_CSS = 'body{font-family:SimSun,serif}table{border-collapse:collapse}td{padding:2px 4px}';

/** A4 by Chromium: single rules, small type, no repeated header unless a dialect asks. */
export const PAPER_CSS = `
@page{size:A4;margin:20mm 18mm}
body{font-family:"Noto Serif CJK SC",serif;font-size:11.5pt;line-height:1.6;margin:0}
h1{font-size:17pt;text-align:center}h2{font-size:13pt}p{text-indent:2em;margin:4pt 0}
table{border-collapse:collapse;width:100%;font-size:9pt;line-height:1.35;text-align:center}
td{border:0.6pt solid #000;padding:2pt 3pt}tr{break-inside:avoid}`;

/** Type and rules of the paper that was scanned or photographed. */
const FAMILIES = [
  '"Noto Serif CJK SC"',
  '"Noto Sans CJK SC"',
  '"AR PL UMing CN"',
  '"WenQuanYi Zen Hei"',
  '"Nimbus Roman","AR PL UMing CN"',
  '"Nimbus Sans","Noto Serif CJK SC"',
];
const SIZES = ['8.5pt', '9pt', '10pt', '10.5pt'];
const RULES = [
  '0.5pt solid #000',
  '0.75pt solid #000',
  '1pt solid #333',
  '1.5pt solid #000',
  '0.6pt solid #777',
];

/** Style sheet of a print that is scanned: one of several types, sizes and rules. */
export function scannedCss(random: Random): string {
  const family = random.pick(FAMILIES);
  return `${PAPER_CSS}
body{font-family:${family},serif}table{font-size:${random.pick(SIZES)}}td{border:${random.pick(RULES)}}`;
}

/** The same for pictures in pages, whose text is as large as that of the page. */
export function pictureCss(random: Random): string {
  const size = random.pick(['14px', '15px', '16px']);
  return `body{font-family:${random.pick(FAMILIES)},serif}table{border-collapse:collapse;width:100%;font-size:${size};text-align:center}td{border:${random.pick(RULES)};padding:4px}`;
}

/** Writer reads little CSS from the style sheet, hence attributes and plain rules only. */
export const WRITER_CSS = `
@page{size:21cm 29.7cm;margin:2cm}
body{font-family:"Noto Serif CJK SC",serif;font-size:11pt}
td{font-size:9pt}td p{margin:0}`;
