/** Whose report it is: real names of agencies with the codes they have, checked by hand. */
import { identify, loadGazetteer } from '../../src/map/identity/index.js';
import { mapDocument } from '../../src/map/index.js';
import type { Evidence } from '../../src/map/metadata/evidence.js';
import type { Document } from '../../src/model/document.js';

const NOTHING: Evidence = {
  opening: [],
  preface: '',
  closing: [],
  foot: [],
  fields: new Map(),
  tags: {},
  pageTitle: '',
  breadcrumb: [],
  asPrinted: (text) => text,
};
const divisions = await loadGazetteer();
const who = (name: string, year = '2022', evidence: Partial<Evidence> = {}) =>
  identify(name, year, { ...NOTHING, ...evidence }, divisions);

describe('a name that says where the agency is', () => {
  test.each([
    ['洪泽区人民政府', '320813/government', '江苏省/淮安市/洪泽区'],
    ['淮安市洪泽区人民政府', '320813/government', '江苏省/淮安市/洪泽区'],
    ['西安市高陵区行政审批服务局', '610117/行政审批服务局', '陕西省/西安市/高陵区'],
    ['河北省沧州市气象局', '130900/气象局', '河北省/沧州市'],
    ['大同市气象部门', '140200/气象局', '山西省/大同市'],
    ['徐闻县司法局', '440825/司法局', '广东省/湛江市/徐闻县'],
    ['湛江市人民政府地方志办公室', '440800/地方志办公室', '广东省/湛江市'],
    ['南县人民政府办公室', '430921/general_office', '湖南省/益阳市/南县'],
    ['硚口区政府办公室', '420104/general_office', '湖北省/武汉市/硚口区'],
    ['上海市人民政府办公厅', '310000/general_office', '上海市'],
    ['浦东新区人民政府', '310115/government', '上海市/浦东新区'],
    ['江西省农业农村厅', '360000/农业农村厅', '江西省'],
    ['天津市人力资源和社会保障局', '120000/人力资源社会保障局', '天津市'],
    ['淮安市自然资源和规划局', '320800/自然资源规划局', '江苏省/淮安市'],
    ['国家税务总局佛山市税务局', '440600/税务局', '广东省/佛山市'],
    ['国家税务总局南京市鼓楼区税务局', '320106/税务局', '江苏省/南京市/鼓楼区'],
    ['国家统计局江苏调查总队', '320000/调查总队', '江苏省'],
    ['沧州气象局', '130900/气象局', '河北省/沧州市'],
    ['东乡区气象局', '361003/气象局', '江西省/抚州市/东乡区'],
    ['吉林省吉林市船营区统计局', '220204/统计局', '吉林省/吉林市/船营区'],
    ['乐山市中区人民政府', '511102/government', '四川省/乐山市/市中区'],
    ['南京市鼓楼区人民政府', '320106/government', '江苏省/南京市/鼓楼区'],
    ['内蒙古自治区水利厅', '150000/水利厅', '内蒙古自治区'],
    ['锡林郭勒盟行政公署', '152500/government', '内蒙古自治区/锡林郭勒盟'],
    ['济源市人民政府', '419001/government', '河南省/济源市'],
    ['石河子市人民政府', '659001/government', '新疆维吾尔自治区/石河子市'],
    ['文山州生态环境局马关分局', '532625/生态环境局分局', '云南省/文山壮族苗族自治州/马关县'],
    ['北京经济技术开发区管理委员会', '110000/经济技术开发区管理委员会', '北京市'],
    ['苏州工业园区管理委员会', '320500/工业园区管理委员会', '江苏省/苏州市'],
  ])('%s', (name, agencyId, regionPath) => {
    expect(who(name)).toMatchObject({ agencyId, regionPath, regionCode: agencyId.split('/')[0] });
  });
});

describe('towns and streets', () => {
  test.each([
    ['固阳县下湿壕镇', '150222104/township', '内蒙古自治区/包头市/固阳县/下湿壕镇'],
    ['桃江县松木塘镇人民政府', '430922109/township', '湖南省/益阳市/桃江县/松木塘镇'],
    ['桃江县鲊埠乡', '430922208/township', '湖南省/益阳市/桃江县/鲊埠回族乡'],
    ['重庆市合川区二郎镇人民政府', '500117106/township', '重庆市/合川区/二郎镇'],
    ['重庆市九龙坡区二郎街道办事处', '500107008/street_office', '重庆市/九龙坡区/二郎街道'],
    ['广州市越秀区北京街道', '440104003/street_office', '广东省/广州市/越秀区/北京街道'],
    ['广州市越秀区人民政府北京街道办事处', '440104003/street_office', '广东省/广州市/越秀区/北京街道'],
    ['洛阳市老城区西关办事处', '410302001/street_office', '河南省/洛阳市/老城区/西关街道'],
    ['衢州市衢江区湖南镇', '330803113/township', '浙江省/衢州市/衢江区/湖南镇'],
    ['佳县螅镇', '610828109/township', '陕西省/榆林市/佳县/螅镇'],
    ['天门市拖市镇', '429006101/township', '湖北省/天门市/拖市镇'],
    ['东莞市长安镇人民政府', '441900119/township', '广东省/东莞市/长安镇'],
    ['东乌珠穆沁旗嘎达布其镇', '152525102/township', '内蒙古自治区/锡林郭勒盟/东乌珠穆沁旗/嘎达布其镇'],
    ['府店镇人民政府', '410307107/township', '河南省/洛阳市/偃师区/府店镇'],
  ])('%s', (name, agencyId, regionPath) => {
    expect(who(name)).toMatchObject({ agencyId, regionPath, regionCode: agencyId.split('/')[0] });
  });

  test('a town that the lists do not have is named in its county', () => {
    expect(who('洪泽区无此名镇人民政府')).toMatchObject({
      agencyId: '320813/无此名镇/township',
      regionCode: '320813',
      kind: 'township',
    });
  });
});

describe('a name that leaves the place open stays empty', () => {
  test.each([
    ['中山街道办事处', 'street_office', 9],
    ['城关镇人民政府', 'township', 20],
    ['太平镇人民政府', 'township', 20],
    ['鼓楼区人民政府', 'government', 4],
    ['朝阳区教育局', 'bureau', 2],
    ['西湖区人民政府', 'government', 2],
    ['南沙区人民政府', 'government', 2],
    ['区统计局', 'bureau', 0],
    ['东海局', 'bureau', 0],
    ['自然资源部北海局', 'bureau', 0],
    ['平安银行', 'enterprise', 0],
    ['南京海关', 'vertical_bureau', 0],
    ['新疆生产建设兵团第八师', 'other', 0],
    ['五华科技产业园管理委员会', 'zone_committee', 0],
    ['贵安新区管理委员会', 'zone_committee', 0],
    ['大兴安岭地区加格达奇区教育局', 'bureau', 0],
    ['淮安市无此名区水利局', 'bureau', 0],
  ])('%s', (name, kind, candidates) => {
    const identity = who(name);
    expect(identity).toMatchObject({ agencyId: '', regionCode: '', regionPath: '', kind });
    expect(identity.candidates).toHaveLength(candidates);
    expect(identity.rule).not.toBe('');
  });

  test('no name, no identity', () => {
    expect(who('')).toMatchObject({ agencyId: '', regionCode: '', kind: '', rule: '' });
  });
});

describe('other evidence', () => {
  const songjiang = { tags: { sitename: '上海市松江区人民政府' } };

  test('decides between places of one name', () => {
    expect(who('中山街道办事处', '2022', songjiang).agencyId).toBe('310117004/street_office');
    const preface = '如有疑问，请与朝阳区教育局联系（地址：长春市朝阳区前进大街1号）。';
    expect(who('朝阳区教育局', '2022', { preface }).regionCode).toBe('220104');
    expect(who('鼓楼区人民政府', '2022', { pageTitle: '年度报告-徐州市人民政府网' }).regionCode).toBe(
      '320302',
    );
  });

  test('a fuller name in the text decides, also for a name without any place', () => {
    const preface = '现公布南京市鼓楼区人民政府2022年政府信息公开工作年度报告。';
    expect(who('鼓楼区人民政府', '2022', { preface }).regionCode).toBe('320106');
    expect(who('区统计局', '2022', { preface: '请与西安市高陵区统计局联系。' }).agencyId).toBe(
      '610117/统计局',
    );
  });

  test('the bureau above, which the text also names, is not the agency', () => {
    const preface = '按照金华市水利局的要求，编制本报告。';
    expect(who('市水利局', '2022', { preface }).agencyId).toBe('');
    expect(who('水利局', '2022', { preface }).agencyId).toBe('');
  });

  test('that contradicts itself decides nothing', () => {
    const preface = '地址：广州市越秀区中山六路1号。';
    expect(who('中山街道办事处', '2022', { ...songjiang, preface }).agencyId).toBe('');
    const two = { preface: '请与南京市鼓楼区人民政府联系。', tags: { sitename: '徐州市人民政府' } };
    expect(who('鼓楼区人民政府', '2022', two).regionCode).toBe('');
  });

  test('a mirror does not move an agency whose name is complete', () => {
    const mirror = { tags: { sitename: '温州市龙湾区人民政府' } };
    expect(who('衢州市衢江区湖南镇', '2021', mirror).regionCode).toBe('330803113');
  });

  test('a town named alone is not believed against it, nor by repeating its own name', () => {
    expect(who('府店镇人民政府', '2022', { tags: { sitename: '温州市人民政府' } }).regionCode).toBe('');
    expect(who('太平镇人民政府', '2022', { preface: '请与太平镇人民政府联系。' }).regionCode).toBe('');
  });
});

describe('over the years', () => {
  test.each([
    ['洪泽县人民政府', '2015', '320813/government', '320829', '江苏省/淮安市/洪泽县'],
    ['偃师市人民政府', '2020', '410307/government', '410381', '河南省/洛阳市/偃师市'],
    ['偃师区人民政府', '2021', '410307/government', '410307', '河南省/洛阳市/偃师区'],
    ['偃师市府店镇人民政府', '2020', '410307107/township', '410381107', '河南省/洛阳市/偃师市/府店镇'],
    ['海门市水利局', '2019', '320614/水利局', '320684', '江苏省/南通市/海门市'],
    ['海门区水利局', '2020', '320614/水利局', '320614', '江苏省/南通市/海门区'],
    ['江干区人民政府', '2020', '330104/government', '330104', '浙江省/杭州市/江干区'],
    ['钱塘区人民政府', '2021', '330114/government', '330114', '浙江省/杭州市/钱塘区'],
    ['邢台市桥西区人民政府', '2019', '130503/government', '130503', '河北省/邢台市/桥西区'],
    ['信都区人民政府', '2022', '130503/government', '130503', '河北省/邢台市/信都区'],
    ['沙县人民政府', '2020', '350405/government', '350427', '福建省/三明市/沙县'],
    ['莱芜市人民政府', '2018', '371200/government', '371200', '山东省/莱芜市'],
  ])('%s, %s', (name, year, agencyId, regionCode, regionPath) => {
    expect(who(name, year)).toMatchObject({ agencyId, regionCode, regionPath });
  });

  test('a name that was given up is meant as long as it held', () => {
    expect(who('桥东区人民政府', '2019').regionCode).toBe('');
    expect(who('桥东区人民政府', '2023').regionCode).toBe('130702');
  });
});

describe('spellings of one agency', () => {
  test.each([
    ['兰考县发展改革委', '兰考县发展和改革委员会'],
    ['淮安市人社局', '淮安市人力资源和社会保障局'],
    ['淮安市文化广电和旅游局（淮安市文物局）', '江苏省淮安市文化广电旅游局'],
    ['苏州市高新区管委会', '苏州市高新区管理委员会'],
    ['中华人民共和国水利部', '水利部'],
    ['国家发改委', '国家发展和改革委员会'],
  ])('%s is %s', (one, other) => {
    expect(who(one).agencyId).not.toBe('');
    expect(who(one).agencyId).toBe(who(other).agencyId);
  });

  test('national bodies have an identity and no region', () => {
    expect(who('水利部')).toMatchObject({ agencyId: '000000/水利部', regionCode: '', kind: 'ministry' });
  });
});

test('a report in traditional characters has the same identity', async () => {
  const paragraph = (text: string) =>
    ({ kind: 'paragraph', text, locator: { kind: 'line', line: 1 } }) as const;
  const document: Document = {
    mediaType: 'text/html',
    blocks: [paragraph('武漢市生態環境局2020年政府信息公開工作年度報告'), paragraph('一、總體情況')],
    metadata: { tags: {} },
    pictures: { embedded: 0, linked: 0 },
  };
  const { identity } = await mapDocument(document);
  expect(identity).toMatchObject({
    agencyId: '420100/生态环境局',
    regionPath: '湖北省/武汉市',
    kind: 'bureau',
  });
});
