import { selfName } from './agencies.js';
import { chineseDate, type Report } from './report.js';
import { type CellKey, cellKey } from './truth.js';

/** The paragraphs of a report that are not tables. */
export interface Prose {
  preface: string;
  /** Section 一, 五 and 六. */
  overview: string[];
  problems: string[];
  other: string[];
  signature: string[];
}

function figure(report: Report, key: CellKey): string {
  return report.figures.get(key) ?? '0';
}

function total(report: Report, item: string): string {
  return figure(report, cellKey('applications', item, 'total'));
}

function period(report: Report): string {
  const [start, end] = [chineseDate(report.periodStart), chineseDate(report.periodEnd)];
  return report.random
    .fork('period')
    .pick([
      `本报告所列数据的统计期限自${start}起至${end}止。`,
      `统计时间从${start}起，到${end}止。`,
      `报告统计期为${start}—${end}。`,
    ]);
}

function preface(report: Report): string {
  const number = report.edition === '2019' ? '国办公开办函〔2019〕60号' : '国办公开办函〔2021〕30号';
  return (
    `根据《中华人民共和国政府信息公开条例》（以下简称《条例》）和《中华人民共和国政府信息公开工作年度报告格式》` +
    `（${number}）要求，现公布${report.printedName}${report.year}年政府信息公开工作年度报告。` +
    `${period(report)}如对本报告有疑问，请与${report.printedName}联系，电话：${report.phone}。`
  );
}

function overview(report: Report): string[] {
  const random = report.random.fork('overview');
  const self = selfName(report.agency);
  const posts = [random.int(3, 90), random.int(2, 60), random.int(1, 40)];
  const sum = posts.reduce((left, right) => left + right, 0);
  const fresh = total(report, 'received_new');
  const asked =
    fresh === '0'
      ? `（二）依申请公开。全年${self}未收到政府信息公开申请，没有因政府信息公开引发的行政复议和行政诉讼。`
      : `（二）依申请公开。全年新收政府信息公开申请${fresh}件，上年结转${total(report, 'carried_over_in')}件，` +
        `办结${total(report, 'outcome_total')}件，其中予以公开${total(report, 'granted')}件，` +
        `结转下年度继续办理${total(report, 'carried_over_out')}件。`;
  return [
    `${report.year}年，${self}按照上级部署，围绕群众关心的事项做好公开工作，有关情况如下。`,
    `（一）主动公开。通过门户网站公开信息${posts[0]}条，微信公众号发布${posts[1]}条，公开栏张贴${posts[2]}条，共${sum}条。`,
    asked,
    `（三）政府信息管理。对公开内容做到先审后发，全年审核${sum}条，更正${random.int(0, 3)}条。`,
    `（四）平台建设。网站设置栏目${random.int(6, 31)}个，其中新增${random.int(1, 4)}个，总访问量${random.int(1, 88)}.${random.int(1, 9)}万次。`,
    `（五）监督保障。召开工作会议${random.int(1, 6)}次，组织培训${random.int(1, 4)}次，参加${random.int(12, 300)}人次，社会评议满意率${random.int(91, 99)}%。`,
  ];
}

const PROBLEMS = [
  '一是解读材料形式较少，图文、视频解读占比不高。',
  '二是部分栏目更新不够及时，个别信息公开时间超过20个工作日。',
  '三是工作人员调整较多，业务培训还需加强。',
] as const;

const IMPROVEMENTS = [
  '下一步，完善栏目管理制度，每季度开展1次自查。',
  '今后将组织不少于2次专题培训，提高答复文书质量。',
] as const;

const OTHERS = [
  '本年度未收取政府信息公开信息处理费。',
  '依据《政府信息公开信息处理费管理办法》，全年发出收费通知0件，总金额0元。',
  '没有其他需要报告的事项。',
] as const;

export function composeProse(report: Report): Prose {
  const random = report.random.fork('prose');
  return {
    preface: preface(report),
    overview: overview(report),
    problems: [PROBLEMS.slice(0, random.int(2, 3)).join(''), random.pick(IMPROVEMENTS)],
    other: [random.pick(OTHERS)],
    signature: [report.printedName, chineseDate(report.publishedOn)],
  };
}
