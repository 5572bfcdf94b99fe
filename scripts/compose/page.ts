import type { PageDetails } from './printed.js';
import type { Report } from './report.js';

/** 索引号: registration code, year and serial; its year is often not the report's. */
function indexNumber(report: Report): string {
  const random = report.random.fork('index');
  return `${random.int(10000000, 99999999)}X/${report.year + 1}-${String(random.int(1, 99999)).padStart(5, '0')}`;
}

/** What the portal prints around the article: names differ from region to region. */
export function pageDetails(report: Report, title: string): PageDetails {
  const random = report.random.fork('page');
  const place = report.agency.path.at(-1) ?? '';
  const siteName = place === '' ? `${report.agency.name}网站` : `${place}人民政府网`;
  const [year, month, day] = report.publishedOn.split('-');
  const dateField = random.pick(['发文日期', '发布日期', '成文日期', '生成日期']);
  return {
    pageTitle: random.pick([title, `${title}_${siteName}`, `${title}-${siteName}`]),
    siteName,
    breadcrumb: ['首页', '政府信息公开', report.agency.name, '政府信息公开年报', String(report.year)],
    metaTags: {
      SiteName: siteName,
      SiteDomain: 'www.example.gov.cn',
      ColumnName: '政府信息公开年报',
      ColumnType: '政府信息公开年报',
      ArticleTitle: title,
      PubDate: `${report.publishedOn} ${random.int(8, 17)}:${random.int(10, 59)}`,
      ContentSource: report.agency.name,
    },
    indexFields: [
      ['索引号', indexNumber(report)],
      ['组配分类', '政府信息公开年报'],
      [random.pick(['发布机构', '发布机构', '责任部门']), report.agency.name],
      [dateField, random.chance(0.5) ? report.publishedOn : `${year}年${month}月${day}日`],
      ['有效性', '有效'],
      ['名称', title],
    ],
    infoLine: `来源：${report.agency.name}　发布时间：${report.publishedOn} ${random.int(8, 17)}:${random.int(10, 59)}　浏览次数：${random.int(3, 4800)}`,
  };
}
