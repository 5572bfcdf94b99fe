/** One portal as a table of its pages. */
import { createHash } from 'node:crypto';
import {
  articlePage,
  composed,
  corpusFile,
  type ListEntry,
  listPage,
  reportPage,
  withClock,
} from './pages.js';

/** A page that can be asked for. */
export interface Page {
  readonly body: () => Buffer | string;
  readonly type?: string;
  /** Without it the page has no ETag and no date. */
  readonly cacheable?: boolean;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

export type Site = Map<string, Page>;

const HTML = 'text/html; charset=utf-8';
export const YEARS = [2019, 2020, 2021, 2022, 2023] as const;

export const etagOf = (body: Buffer | string): string =>
  `"${createHash('sha256').update(body).digest('hex').slice(0, 16)}"`;

/** Counts up over the life of the process, as visitors do. */
let visits = 1000;

function fixed(body: Buffer | string, type = HTML): Page {
  return { body: () => body, type, cacheable: true };
}

function ticking(html: string): Page {
  return {
    body: () => {
      visits += 1;
      return withClock(html, visits);
    },
    type: HTML,
  };
}

/**
 * A portal of a list in two pages. Reports in turn: a plain page, a GBK page under a wrong content type, a page with
 * a clock, an article with a PDF, an article with a DOCX. Beside them a notice, a forbidden page and a dead link.
 */
export function standardSite(seed: string): Site {
  const site: Site = new Map();
  site.set('/robots.txt', fixed('User-agent: *\nDisallow: /private/\n', 'text/plain'));
  const entries: ListEntry[] = [];
  for (const [at, year] of YEARS.entries()) {
    const printed = composed(`${seed}:${year}`, year);
    const href = `./${year + 1}01/t${year + 1}0120_${at}.html`;
    const path = `/xxgk/${year + 1}01/t${year + 1}0120_${at}.html`;
    entries.push({ href, title: `关于发布本机关${year}年度政府信息公开工作年度报告的公告` });
    if (at === 0) site.set(path, fixed(reportPage(printed, 'plain')));
    if (at === 1) site.set(path, fixed(reportPage(printed, 'gbk'), 'text/plain; charset=iso-8859-1'));
    if (at === 2) site.set(path, ticking(reportPage(printed, 'portal').toString('utf8')));
    if (at > 2) {
      const file = at === 3 ? 'report.pdf' : 'report.docx';
      const title = `${year}年政府信息公开工作年度报告`;
      site.set(
        path,
        fixed(
          articlePage(
            title,
            `<p>现将报告公布如下。</p><p>附件：<a href="/files/${at}/${file}">${title}.${file.slice(7)}</a></p>`,
          ),
        ),
      );
      site.set(
        `/files/${at}/${file}`,
        fixed(
          corpusFile(at === 3 ? 'pdf-chromium-page-break/report.pdf' : 'docx-pandoc/report.docx'),
          'application/octet-stream',
        ),
      );
    }
  }
  entries.push({ href: '/private/2018.html', title: '2018年政府信息公开工作年度报告' });
  site.set('/private/2018.html', fixed(reportPage(composed(`${seed}:2018`, 2019), 'plain')));
  entries.push({ href: '/xxgk/dead/2017.html', title: '2017年政府信息公开工作年度报告' });
  entries.push({ href: './notice.html', title: '关于做好2023年政府信息公开工作年度报告编制工作的通知' });
  site.set('/zn/guide.pdf', fixed(corpusFile('pdf-borderless/report.pdf'), 'application/pdf'));
  addList(site, '/xxgk/', entries);
  return site;
}

const PER_PAGE = 4;

/** `index.html` and `index_1.html` … under a folder, with the script-made pager of TRS. */
export function addList(site: Site, folder: string, entries: readonly ListEntry[]): void {
  const pages = Math.max(1, Math.ceil(entries.length / PER_PAGE));
  const pager = `<script>createPageHTML(${pages}, 0, "index", "html");</script>`;
  for (let page = 0; page < pages; page += 1) {
    const html = listPage('政府信息公开年报', entries.slice(page * PER_PAGE, (page + 1) * PER_PAGE), pager);
    site.set(`${folder}index${page === 0 ? '' : `_${page}`}.html`, ticking(html));
  }
}

/** A query page per year, as jcms portals have. Years without a report say so in words. */
export function addQuery(site: Site, seed: string, years: readonly number[]): string {
  const path = '/module/xxgk/xxgkAnnualReport.jsp?area=11370883004325769B&fbtime=';
  for (const year of [2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025]) {
    const there = years.includes(year);
    const page = there
      ? fixed(reportPage(composed(`${seed}:q${year}`, year), 'plain'))
      : fixed(articlePage('年报', '<p>暂无数据</p>'));
    site.set(`${path}${year}`, page);
  }
  return path;
}
