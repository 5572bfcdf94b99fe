import type { Printed } from '../printed.js';
import { escapeHtml } from './html.js';

const MENU = ['首页', '政务公开', '政务服务', '政民互动', '走进本地', '专题专栏'];

/** Navigation laid out as a table, with counters: numbers that belong to no form. */
function navigation(): string {
  const cells = MENU.map((name, at) => `<td><a href="/col/col${1201 + at}/index.html">${name}</a></td>`).join(
    '',
  );
  return `<table class="nav" width="1000"><tr>${cells}</tr><tr><td colspan="3">今日访问：1532</td><td colspan="3">累计访问：40218866</td></tr></table>`;
}

function breadcrumb(printed: Printed): string {
  const steps = printed.page.breadcrumb.map((name) => `<a href="#">${escapeHtml(name)}</a>`).join(' &gt; ');
  return `<div class="position">当前位置：${steps}</div>`;
}

/** The index table above the article, two fields to a row. */
function indexTable(printed: Printed): string {
  const fields = printed.page.indexFields;
  const rows: string[] = [];
  for (let at = 0; at < fields.length; at += 2) {
    const cells = fields
      .slice(at, at + 2)
      .map(([name, value]) => `<td><b>${name}：</b></td><td>${escapeHtml(value)}</td>`);
    rows.push(`<tr>${cells.join('')}</tr>`);
  }
  return `<table class="xxgk_table" border="0" cellpadding="0" cellspacing="0">${rows.join('\n')}</table>`;
}

/** Links to other years beside the article. */
function sidebar(printed: Printed): string {
  const year = Number(printed.facts.year);
  const links = [year - 3, year - 2, year - 1, year].map(
    (other) => `<li><a href="./${other}.html">${other}年政府信息公开工作年度报告</a></li>`,
  );
  return `<ul class="years">${links.join('')}</ul>`;
}

function footer(printed: Printed): string {
  return `<table class="foot" width="1000"><tr><td>网站标识码：${3203 + printed.title.length}000012</td><td>公安备案 32080002000123号</td></tr>
<tr><td>主办：${escapeHtml(printed.page.siteName.replace(/网$/, ''))}</td><td>建议使用1024×768分辨率</td></tr></table>
<script>var visits = 20230117; document.title = document.title;</script>`;
}

/** The page of a portal around an article, as the common site builders write it. */
export function portalChrome(article: string, printed: Printed): string {
  return `${navigation()}
${breadcrumb(printed)}
<div class="left">${sidebar(printed)}</div>
<div class="main">
${indexTable(printed)}
<div class="info">${escapeHtml(printed.page.infoLine)} 字体：<a>大</a> <a>中</a> <a>小</a> <a>打印</a></div>
<div id="zoom" class="TRS_Editor">
${article}
</div>
<div class="share">分享到：</div>
</div>
${footer(printed)}`;
}
