import type { Format } from './render/formats.js';
import type { ReportWishes } from './report.js';

/** A case of the corpus: one source document with known cells. */
export interface CorpusCase {
  name: string;
  /** What it shows, for `about.md`. */
  about: string;
  format: Format;
  dialects: readonly string[];
  wishes: ReportWishes;
}

export const CASES: readonly CorpusCase[] = [
  {
    name: 'html-2021-form',
    about: 'A county government for 2023, the 2021 form, clean HTML with the official spans.',
    format: 'html',
    dialects: [],
    wishes: { agency: '洪泽区人民政府', year: 2023 },
  },
  {
    name: 'html-2019-form',
    about: 'A city bureau for 2019, the 2019 form, clean HTML with the official spans.',
    format: 'html',
    dialects: [],
    wishes: { agency: '安庆市财政局', year: 2019 },
  },
  {
    name: 'html-gbk',
    about: 'A town for 2020, encoded in GBK.',
    format: 'html-gbk',
    dialects: [],
    wishes: { agency: '松木塘镇人民政府', year: 2020 },
  },
  {
    name: 'html-portal-chrome',
    about:
      'A full portal page: navigation and footer tables with numbers, index table, breadcrumb, links to other years.',
    format: 'html-portal',
    dialects: ['nested-tables'],
    wishes: { agency: '武昌区人民政府', year: 2022 },
  },
  {
    name: 'html-blanks',
    about: 'Empty cells where the value is zero; an empty cell is not a zero.',
    format: 'html',
    dialects: ['blank-some'],
    wishes: { agency: '徐闻县司法局', year: 2023 },
  },
  {
    name: 'html-slashes',
    about: 'A slash stands for an empty cell.',
    format: 'html',
    dialects: ['slash'],
    wishes: { agency: '高陵区行政审批服务局', year: 2021 },
  },
  {
    name: 'html-remarks',
    about: 'Figures with remarks, such as 22（其中修订16件）: the number counts, the remark is noted.',
    format: 'html',
    dialects: ['remarks'],
    wishes: { agency: '丽水市人民政府', year: 2022 },
  },
  {
    name: 'html-amount-in-yuan',
    about: 'An amount printed in 元 where the form asks for 万元.',
    format: 'html',
    dialects: ['amount-yuan'],
    wishes: { agency: '合川区人民政府', year: 2020 },
  },
  {
    name: 'html-wrong-sums',
    about:
      'Printed totals that do not add up: the dataset gives what is printed, the audit says that it is wrong.',
    format: 'html',
    dialects: ['wrong-totals'],
    wishes: { agency: '山阳县人民政府', year: 2024 },
  },
  {
    name: 'html-pictures',
    about: 'The tables are pictures whose files are not at hand: nothing to read, status no_tables.',
    format: 'html-portal',
    dialects: ['pictures'],
    wishes: { agency: '迎宾路街道办事处', year: 2022 },
  },
  {
    name: 'html-paragraphs',
    about: 'One cell per paragraph and no table.',
    format: 'html',
    dialects: ['paragraphs'],
    wishes: { agency: '牛华镇人民政府', year: 2021 },
  },
  {
    name: 'html-hidden-copy',
    about: 'A hidden copy of table 三 with other figures stands before the real one.',
    format: 'html-portal',
    dialects: ['hidden-class'],
    wishes: { agency: '泉州市统计局', year: 2023 },
  },
  {
    name: 'html-2019-form-later-year',
    about: 'The 2019 form in a report for 2023.',
    format: 'html',
    dialects: ['form-2019-later'],
    wishes: { agency: '略阳县自然资源局' },
  },
  {
    name: 'html-traditional',
    about: 'Traditional characters.',
    format: 'html',
    dialects: ['traditional'],
    wishes: { agency: '武汉市生态环境局', year: 2020 },
  },
  {
    name: 'html-spans-lost',
    about: 'An editor dropped the spans: every covered slot is an empty cell.',
    format: 'html',
    dialects: ['spans-lost'],
    wishes: { agency: '衢江区人民政府', year: 2025 },
  },
  {
    name: 'html-two-years',
    about: 'The tables of the year before follow on the same page.',
    format: 'html',
    dialects: ['last-year-appended'],
    wishes: { agency: '绩溪县人民政府', year: 2024 },
  },
  {
    name: 'pdf-chromium-page-break',
    about: 'Table 三 goes on over the end of a page, without a repeated header.',
    format: 'pdf-chromium',
    dialects: ['page-break'],
    wishes: { agency: '三明市人民政府', year: 2023 },
  },
  {
    name: 'pdf-libreoffice',
    about: 'A street office for 2022, PDF made by LibreOffice.',
    format: 'pdf-libreoffice',
    dialects: [],
    wishes: { agency: '廿三里街道办事处', year: 2022 },
  },
  {
    name: 'pdf-borderless',
    about: 'A PDF with tables without any rule.',
    format: 'pdf-chromium',
    dialects: ['borderless', 'blank-some'],
    wishes: { agency: '苏州市水务局', year: 2024 },
  },
  {
    name: 'pdf-double-rules',
    about: 'A PDF with double rules around the cells.',
    format: 'pdf-libreoffice',
    dialects: ['double-rules'],
    wishes: { agency: '淮安市自然资源和规划局', year: 2020 },
  },
  {
    name: 'pdf-scan',
    about: 'A clean scan of 200 dpi: pictures of pages without any text.',
    format: 'scan-clean',
    dialects: [],
    wishes: { agency: '北坡镇人民政府', year: 2022 },
  },
  {
    name: 'pdf-scan-rough',
    about: 'A scan of 150 dpi, a little askew, noisy and strongly compressed.',
    format: 'scan-rough',
    dialects: ['blank-some'],
    wishes: { agency: '松木塘镇人民政府', year: 2023 },
  },
  {
    name: 'pdf-scan-seal',
    about: 'A scan in colour with a red seal on every page.',
    format: 'scan-seal',
    dialects: [],
    wishes: { agency: '洪泽区人民政府', year: 2024 },
  },
  {
    name: 'html-picture-page',
    about: 'The tables are pictures: two files beside the page and one data URI in it.',
    format: 'picture-page',
    dialects: [],
    wishes: { agency: '衢江区人民政府', year: 2022 },
  },
  {
    name: 'docx-pictures',
    about: 'A DOCX whose tables are pictures.',
    format: 'docx-picture',
    dialects: [],
    wishes: { agency: '武昌区人民政府', year: 2021 },
  },
  {
    name: 'docx-libreoffice',
    about: 'A county bureau for 2021, DOCX written by LibreOffice.',
    format: 'docx-libreoffice',
    dialects: ['blank-some'],
    wishes: { agency: '宁强县自然资源局', year: 2021 },
  },
  {
    name: 'docx-pandoc',
    about: 'The office of a provincial government for 2019, DOCX written by pandoc.',
    format: 'docx-pandoc',
    dialects: [],
    wishes: { agency: '广东省人民政府办公厅', year: 2019 },
  },
  {
    name: 'doc-old-word',
    about: 'An old Word file: read with the help of LibreOffice.',
    format: 'doc',
    dialects: ['blank-some'],
    wishes: { agency: '中村乡人民政府', year: 2020 },
  },
  {
    name: 'xlsx-form',
    about: 'The form filled in as a spreadsheet, with merged ranges and numbers as numbers.',
    format: 'xlsx',
    dialects: ['remarks'],
    wishes: { agency: '文登区审计局', year: 2023 },
  },
  {
    name: 'text-tabs',
    about: 'A page copied into a text file: cells parted by tabs, merged cells leave empty ones.',
    format: 'txt-tab',
    dialects: [],
    wishes: { agency: '府店镇人民政府', year: 2021 },
  },
  {
    name: 'text-lines',
    about: 'One cell per line, empty cells are empty lines.',
    format: 'txt-tab',
    dialects: ['lines-blanks'],
    wishes: { agency: '下湿壕镇人民政府', year: 2022 },
  },
  {
    name: 'markdown',
    about: 'Markdown pipe tables.',
    format: 'markdown',
    dialects: [],
    wishes: { agency: '水利部', year: 2024 },
  },
];
