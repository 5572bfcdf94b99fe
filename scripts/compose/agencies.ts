/** How much of the form an agency fills: towns mostly print zeros, ministries print thousands. */
export type AgencyKind = 'town' | 'street' | 'county' | 'county_bureau' | 'city_bureau' | 'city' | 'ministry';

export interface Agency {
  kind: AgencyKind;
  /** The name in a title, e.g. 府店镇人民政府. */
  name: string;
  /** What stands above it, widest first; may be empty for a ministry. */
  path: readonly string[];
  /** Right region codes (GB/T 2260, towns: nine digits), two when its county was renamed; none for national bodies. */
  codes: readonly string[];
  /** Another place of China has the same name: only a text that names what stands above it tells which it is. */
  shared: boolean;
  /** No list of divisions has it: its region may stay open. */
  unlisted: boolean;
}

/** `*` before the codes marks a shared name, `?` a place that the lists of divisions lack. */
type Line = readonly [kind: AgencyKind, name: string, codes: string, ...path: string[]];

const LINES: readonly Line[] = [
  ['town', '府店镇人民政府', '410307107|410381107', '河南省', '洛阳市', '偃师区'],
  ['town', '拖市镇人民政府', '429006101', '湖北省', '天门市'],
  ['town', '松木塘镇人民政府', '430922109', '湖南省', '益阳市', '桃江县'],
  ['town', '北坡镇人民政府', '440823111', '广东省', '湛江市', '遂溪县'],
  ['town', '螅镇人民政府', '*610828109', '陕西省', '榆林市', '佳县'],
  ['town', '七家子镇人民政府', '*211224120', '辽宁省', '铁岭市', '昌图县'],
  ['town', '牛华镇人民政府', '511112101', '四川省', '乐山市', '五通桥区'],
  ['town', '大五里镇人民政府', '130283115', '河北省', '唐山市', '迁安市'],
  ['town', '万潮镇人民政府', '522601106', '贵州省', '黔东南州', '凯里市'],
  ['town', '两城镇人民政府', '*370826107', '山东省', '济宁市', '微山县'],
  ['town', '连生乡人民政府', '230422200', '黑龙江省', '鹤岗市', '绥滨县'],
  ['town', '鲊埠回族乡人民政府', '430922208', '湖南省', '益阳市', '桃江县'],
  ['town', '下湿壕镇人民政府', '150222104', '内蒙古自治区', '包头市', '固阳县'],
  ['town', '中村乡人民政府', '*360733206', '江西省', '赣州市', '会昌县'],
  ['street', '廿三里街道办事处', '330782007', '浙江省', '金华市', '义乌市'],
  ['street', '二郎街道办事处', '*500107008', '重庆市', '九龙坡区'],
  ['street', '长兴岛街道办事处', '*210200|210281009', '辽宁省', '大连市', '长兴岛经济区'],
  ['street', '北京街道办事处', '*440104003', '广东省', '广州市', '越秀区'],
  ['street', '迎宾路街道办事处', '?140105', '山西省', '太原市', '小店区'],
  ['county', '洪泽区人民政府', '320813', '江苏省', '淮安市'],
  ['county', '山阳县人民政府', '611024', '陕西省', '商洛市'],
  ['county', '武昌区人民政府', '420106', '湖北省', '武汉市'],
  ['county', '衢江区人民政府', '330803', '浙江省', '衢州市'],
  ['county', '合川区人民政府', '500117', '重庆市'],
  ['county', '高陵区人民政府', '610117', '陕西省', '西安市'],
  ['county', '绩溪县人民政府', '341824', '安徽省', '宣城市'],
  ['county_bureau', '宁强县自然资源局', '610726', '陕西省', '汉中市'],
  ['county_bureau', '徐闻县司法局', '440825', '广东省', '湛江市'],
  ['county_bureau', '故城县教育局', '131126', '河北省', '衡水市'],
  ['county_bureau', '略阳县自然资源局', '610727', '陕西省', '汉中市'],
  ['county_bureau', '文登区审计局', '371003', '山东省', '威海市'],
  ['county_bureau', '天镇县信访局', '140222', '山西省', '大同市'],
  ['county_bureau', '高陵区行政审批服务局', '610117', '陕西省', '西安市'],
  ['county_bureau', '光明区应急管理局', '440311', '广东省', '深圳市'],
  ['county_bureau', '南县人民政府办公室', '430921', '湖南省', '益阳市'],
  ['city_bureau', '安庆市财政局', '340800', '安徽省'],
  ['city_bureau', '长春市退役军人事务局', '220100', '吉林省'],
  ['city_bureau', '淮安市自然资源和规划局', '320800', '江苏省'],
  ['city_bureau', '沧州市气象局', '130900', '河北省'],
  ['city_bureau', '武汉市生态环境局', '420100', '湖北省'],
  ['city_bureau', '泉州市统计局', '350500', '福建省'],
  ['city_bureau', '苏州市水务局', '320500', '江苏省'],
  ['city_bureau', '温州市人力资源和社会保障局', '330300', '浙江省'],
  ['city', '三明市人民政府', '350400', '福建省'],
  ['city', '丽水市人民政府', '331100', '浙江省'],
  ['city', '武威市人民政府', '620600', '甘肃省'],
  ['city', '荣成市人民政府', '371082', '山东省', '威海市'],
  ['city', '广东省人民政府办公厅', '440000'],
  ['city', '上海市人民政府办公厅', '310000'],
  ['city', '江西省农业农村厅', '360000'],
  ['street', '中山街道办事处', '*310117004', '上海市', '松江区'],
  ['street', '西关街道办事处', '*410302001', '河南省', '洛阳市', '老城区'],
  ['street', '解放路街道办事处', '*370102001', '山东省', '济南市', '历下区'],
  ['town', '太平镇人民政府', '*440811101', '广东省', '湛江市', '麻章区'],
  ['town', '双沟镇人民政府', '*320324103', '江苏省', '徐州市', '睢宁县'],
  ['town', '石佛镇人民政府', '*512022101', '四川省', '资阳市', '乐至县'],
  ['town', '西四镇人民政府', '210381124', '辽宁省', '鞍山市', '海城市'],
  ['town', '徐望镇人民政府', '610702107', '陕西省', '汉中市', '汉台区'],
  ['town', '大坡乡人民政府', '*450224201', '广西壮族自治区', '柳州市', '融安县'],
  ['town', '木塔乡人民政府', '341721201', '安徽省', '池州市', '东至县'],
  ['town', '蒋坝镇人民政府', '320813101', '江苏省', '淮安市', '洪泽区'],
  ['county', '鼓楼区人民政府', '*320106', '江苏省', '南京市'],
  ['county', '朝阳区人民政府', '*220104', '吉林省', '长春市'],
  ['county', '西湖区人民政府', '*330106', '浙江省', '杭州市'],
  ['county', '石柱土家族自治县人民政府', '500240', '重庆市'],
  ['county', '麻阳苗族自治县人民政府', '431226', '湖南省', '怀化市'],
  ['county', '正蓝旗人民政府', '152530', '内蒙古自治区', '锡林郭勒盟'],
  ['county', '偃师市人民政府', '410381|410307', '河南省', '洛阳市'],
  ['county_bureau', '鼓楼区教育局', '*320106', '江苏省', '南京市'],
  ['county_bureau', '绩溪县气象局', '341824', '安徽省', '宣城市'],
  ['county_bureau', '耀州区气象局', '610204', '陕西省', '铜川市'],
  ['county_bureau', '椒江区供销合作社联合社', '331002', '浙江省', '台州市'],
  ['county_bureau', '徐闻县人民政府办公室', '440825', '广东省', '湛江市'],
  ['county_bureau', '硚口区人民政府办公室', '420104', '湖北省', '武汉市'],
  ['county_bureau', '融安县残疾人联合会', '450224', '广西壮族自治区', '柳州市'],
  ['county_bureau', '阎良区机关事务服务中心', '610114', '陕西省', '西安市'],
  ['county_bureau', '桃江县第一中学', '430922', '湖南省', '益阳市'],
  ['county_bureau', '故城县中医医院', '131126', '河北省', '衡水市'],
  ['city_bureau', '国家税务总局佛山市税务局', '440600'],
  ['city_bureau', '国家税务总局桃江县税务局', '430922'],
  ['city_bureau', '国家税务总局南京市鼓楼区税务局', '320106'],
  ['city_bureau', '国家统计局江苏调查总队', '320000'],
  ['city_bureau', '文山州生态环境局马关分局', '532625', '云南省'],
  ['city_bureau', '武汉市生态环境局江岸区分局', '420102', '湖北省'],
  ['city_bureau', '衡水市生态环境局故城县分局', '131126', '河北省'],
  ['city_bureau', '湛江市人民政府地方志办公室', '440800', '广东省'],
  ['city_bureau', '淮安市供销合作总社', '320800', '江苏省'],
  ['city_bureau', '淮安市消防救援支队', '320800', '江苏省'],
  ['city_bureau', '温州市住房公积金管理中心', '330300', '浙江省'],
  ['city_bureau', '苏州工业园区管理委员会', '320500', '江苏省'],
  ['city_bureau', '北京经济技术开发区管理委员会', '110000'],
  ['city_bureau', '合肥高新技术产业开发区管理委员会', '340100', '安徽省'],
  ['city_bureau', '大连长兴岛经济技术开发区管理委员会', '210200', '辽宁省'],
  ['city', '淮安市人民政府办公室', '320800', '江苏省'],
  ['city', '四川省人民政府办公厅', '510000'],
  ['city', '浙江省交通运输厅', '330000'],
  ['city', '内蒙古自治区水利厅', '150000'],
  ['city', '广西壮族自治区教育厅', '450000'],
  ['city', '江苏省发展和改革委员会', '320000'],
  ['city', '江苏省烟草专卖局', '320000'],
  ['city_bureau', '新疆生产建设兵团第八师水利局', ''],
  ['city_bureau', '新疆生产建设兵团第三师教育局', ''],
  ['city_bureau', '南京海关', ''],
  ['ministry', '国家发展和改革委员会', ''],
  ['ministry', '生态环境部', ''],
  ['ministry', '中国气象局', ''],
  ['ministry', '国家税务总局', ''],
  ['ministry', '国家粮食和物资储备局', ''],
  ['ministry', '人力资源和社会保障部', ''],
  ['ministry', '国家市场监督管理总局', ''],
  ['ministry', '水利部', ''],
  ['ministry', '交通运输部', ''],
];

export const AGENCIES: readonly Agency[] = LINES.map(([kind, name, codes, ...path]) => ({
  kind,
  name,
  path,
  codes: codes.replace(/[*?]/, '').split('|').filter(Boolean),
  shared: codes.startsWith('*'),
  unlisted: codes.startsWith('?'),
}));

/** Every correct way to name the agency: alone, and with one or more of the places above it in front. */
export function agencyNames(agency: Agency): string[] {
  const names = [agency.name];
  for (let from = agency.path.length - 1; from >= 0; from -= 1) {
    names.push(agency.path.slice(from).join('') + agency.name);
  }
  return names;
}

/** How the agency speaks of itself in its own text, by the end of its name. */
const SELF_NAMES: readonly (readonly [end: RegExp, self: string])[] = [
  [/乡(?:人民政府)?$/, '我乡'],
  [/镇(?:人民政府)?$/, '我镇'],
  [/街道(?:办事处)?$/, '我街道'],
  [/省(?:人民政府)?$/, '我省'],
  [/市(?:人民政府)?$/, '我市'],
  [/县(?:人民政府)?$/, '我县'],
  [/区(?:人民政府)?$/, '我区'],
  [/旗(?:人民政府)?$/, '我旗'],
  [/局$/, '我局'],
  [/厅$/, '我厅'],
  [/部$/, '我部'],
  [/院$/, '我院'],
  [/中学$/, '我校'],
  [/社$/, '我社'],
  [/总队$|支队$/, '我队'],
  [/中心$/, '我中心'],
  [/(?:管理|改革)委员会$/, '我委'],
  [/联合会$/, '我会'],
  [/办公室$/, '我办'],
];

export function selfName({ name }: Agency): string {
  return SELF_NAMES.find(([end]) => end.test(name))?.[1] ?? '本单位';
}
