/**
 * How reports put figures of the form into words, as data. A pattern ends in the number; the text before it in the same
 * sentence, and what follows the number, must not hold any of the words under which the figure is about something else.
 */

import type { StatementSubject } from '../../form/index.js';

export interface StatementPattern {
  readonly subject: StatementSubject;
  /** A word that is part of every match: most sentences have none of these, and looking for a word costs next to nothing. */
  readonly word: string;
  readonly pattern: RegExp;
  /** Words anywhere before the number in the sentence under which it is not taken. */
  readonly unless: RegExp;
  /** The same, between the last comma and the number. */
  readonly unlessNear: RegExp;
  /** `count`: 件 must follow; `money`: 元 or 万元; `none`: the pattern itself denies, the number is 0. */
  readonly unit: 'count' | 'money' | 'none';
}

const NUMBER = '(?<number>\\d[\\d,]*(?:\\.\\d+)?)';
/** Words that may stand between a subject and its number without changing its meaning. */
const LINK = '(?:的|为|是|有|共|共计|总计|合计|数量|总数|数|答复|情况|案件|申请|:)*';
const BY_ANYBODY = '(?:公民、?法人(?:和|或|或者|及|以及|、)?(?:其[他它])?组织(?:提交|提出|递交|申请)?的?)?';
const APPLICATION = `${BY_ANYBODY}(?:(?:依申请)?(?:政府)?信息公开(?:的)?(?:书面)?申请(?:事项)?|依申请公开(?:政府信息)?(?:的)?(?:申请|事项|件)?)`;

/** One kind of applicant, one channel: no figure of the column 总计. */
const ONE_KIND =
  /自然人|公民|企业|法人|科研|社会公益|法律服务|网络|网上|在线|信函|信件|当面|现场|邮件|邮寄|邮箱|传真|平台/;
const OTHER_TIME =
  /累计|历年|历次|以来|去年(?!结转)|往年|同期|平均|近[一二两三四五六七八九十\d]+年|季度|上半年|下半年|\d月(?:份)?(?!\d{0,2}日)/;
const OTHER_PLACE =
  /各(?:级|镇|乡|街道|部门|单位|县|区|市|地|处室|科室|有关)|所属|下属|下辖|系统|分局|直属|派驻|代办|协助|转办|征求|会商/;
const CHANGE =
  /增[加长多幅]|减[少幅]|上升|下降|同比|环比|比上|较上|较去|超过|不足|不到|近$|约$|占|上(?:一)?年(?!度?结转)|前年/;
const ABOUT =
  /涉及|关于|有关|方面|领域|类|群体|专项|逾期|超期|延期|按时|按期|退回|撤回|撤销|补正|当场|其中(?:因|由|对|向|针对)/;
const PART = /其中|包括|分别|另有|另外|此外/;
/** Publishing decisions is not deciding; items of a list (事项) are no decisions. */
const PUBLISHED =
  /公开|公示|公布|发布|上网|归集|录入|报送|推送|上传|抽查|监督|审核|审查|备案|清理|事项|拟|指导|业务|案例|典型|政府规范|名义/;
/** An authority that decides on reviews of others speaks of all its cases. */
const AS_AUTHORITY = /受理|审理|办理|审结|收到|接收|应诉|代理|维持|纠正|撤诉|驳回/;
const NOT_CHARGED = /退|应|减免|通知|标准/;

const any = (...parts: readonly RegExp[]): RegExp =>
  new RegExp(parts.map(({ source }) => source).join('|'), 'u');

const WHOLE = { unless: any(ONE_KIND, OTHER_TIME, OTHER_PLACE, PART), unlessNear: any(CHANGE, ABOUT) };
/** 其中 introduces the results: 办结26件，其中予以公开20件. */
const RESULT = { unless: any(ONE_KIND, OTHER_TIME, OTHER_PLACE), unlessNear: any(CHANGE, ABOUT) };
const DECISION = { unless: any(OTHER_TIME, OTHER_PLACE, PART, PUBLISHED), unlessNear: any(CHANGE, ABOUT) };
const STOCK = { unless: any(OTHER_TIME, OTHER_PLACE, PART), unlessNear: any(CHANGE, ABOUT) };
const REMEDY = { unless: any(OTHER_TIME, OTHER_PLACE, PART), unlessNear: any(CHANGE, AS_AUTHORITY) };
const FEE = { unless: any(OTHER_TIME, OTHER_PLACE, PART), unlessNear: any(CHANGE, NOT_CHARGED) };

type Limits = Pick<StatementPattern, 'unless' | 'unlessNear'>;

const count = (subject: StatementSubject, word: string, words: string, limits: Limits): StatementPattern => ({
  subject,
  word,
  pattern: new RegExp(words + LINK + NUMBER, 'gu'),
  unit: 'count',
  ...limits,
});
const money = (subject: StatementSubject, word: string, words: string, limits: Limits): StatementPattern => ({
  subject,
  word,
  pattern: new RegExp(words + LINK + NUMBER, 'gu'),
  unit: 'money',
  ...limits,
});

const DOCUMENTS = '(?:行政)?规范性文件';
const BECAUSE =
  '(?:因|由|涉及)?(?:政府)?信息公开(?:工作|事项|申请|答复|类|案件)?(?:被)?(?:引发|引起|产生|发生|提起|申请)?(?:的)?';

export const PATTERNS: readonly StatementPattern[] = [
  count('received_new', '申请', `(?:新收到?|收到|接到)(?:的|了|过)?${APPLICATION}`, WHOLE),
  count('received_new', '新收', '新收到?(?:申请)?', WHOLE),
  {
    subject: 'received_new',
    word: '申请',
    pattern: new RegExp(
      `(?:未|没有|无)(?:收到|接到|受理)(?:过)?(?:任何)?${APPLICATION}(?:的申请)?(?:件)?(?=[,。;]|$)`,
      'gu',
    ),
    unit: 'none',
    ...WHOLE,
  },
  count(
    'carried_over_in',
    '结转',
    `(?:上年|上一年度?|上年度|去年)(?:度)?结转(?:的)?(?:到本年度?)?(?:${APPLICATION})?`,
    WHOLE,
  ),
  count('handled', '办', `(?:办结|办理完毕)(?:${APPLICATION}|申请)?`, WHOLE),
  count('granted', '予以公开', '(?<!不|主动|部分)予以公开(?:决定)?', RESULT),
  count('partially_granted', '部分公开', '(?:予以)?部分公开(?:决定)?', RESULT),
  count('denied', '不予公开', '不予公开(?:决定)?', RESULT),
  count('unavailable', '无法提供', '无法提供(?:决定)?', RESULT),
  count('rejected', '不予处理', '不予处理(?:决定)?', RESULT),
  count('other_handling', '处理', '(?:作)?其[他它]处理', RESULT),
  count('carried_over_out', '结转', '结转(?:至|到)?(?:下一?年度?|次年)(?:度)?(?:继续)?(?:办理)?', RESULT),
  count('review', '行政复议', `${BECAUSE}行政复议(?:案件|申请)?`, REMEDY),
  count('review', '行政复议', '(?<=信息公开[^。;]*)被(?:申请|提起)行政复议(?:案件)?', REMEDY),
  count('litigation', '行政诉讼', `${BECAUSE}行政诉讼(?:案件)?`, REMEDY),
  count(
    'litigation',
    '行政诉讼',
    '(?<=信息公开[^,。;]{0,20}行政复议[^,。;]{0,8}\\d+[件起宗][,、和]?)(?:被)?(?:提起)?行政诉讼(?:案件)?',
    REMEDY,
  ),
  count(
    'documents_issued',
    '规范性文件',
    `(?<!不)(?:制发|制定|出台|印发|制定出台|新制定|新制发)(?:了)?${DOCUMENTS}`,
    DECISION,
  ),
  count('documents_repealed', '规范性文件', `(?:废止|宣布失效)(?:了)?${DOCUMENTS}`, DECISION),
  count('documents_in_force', '规范性文件', `现行有效(?:的)?${DOCUMENTS}`, STOCK),
  count('licensing', '行政许可', '(?<!非)行政许可(?:处理)?(?:决定)?', DECISION),
  count('penalties', '行政处罚', '行政处罚(?:处理)?(?:决定)?', DECISION),
  count('coercion', '行政强制', '行政强制(?:措施)?(?:处理)?(?:决定)?', DECISION),
  money('fees', '行政事业性收费', '(?:收取|征收)行政事业性收费(?:金额|收入|总额)?', FEE),
  money('fees', '行政事业性收费', '行政事业性收费(?:金额|收入|总额)', FEE),
  money('processing_fee', '处理费', '(?:收取|征收)(?:了)?(?:政府)?(?:信息公开)?(?:信息)?处理费(?:用)?', FEE),
];
