/** How much of the form an agency fills: towns mostly print zeros, ministries print thousands. */
export type AgencyKind = 'town' | 'street' | 'county' | 'county_bureau' | 'city_bureau' | 'city' | 'ministry';

export interface Agency {
  kind: AgencyKind;
  /** The name in a title, e.g. 府店镇人民政府. */
  name: string;
  /** What stands above it, widest first; may be empty for a ministry. */
  path: readonly string[];
}

type Line = readonly [kind: AgencyKind, name: string, ...path: string[]];

const LINES: readonly Line[] = [
  ['town', '府店镇人民政府', '河南省', '洛阳市', '偃师区'],
  ['town', '拖市镇人民政府', '湖北省', '天门市'],
  ['town', '松木塘镇人民政府', '湖南省', '益阳市', '桃江县'],
  ['town', '北坡镇人民政府', '广东省', '湛江市', '遂溪县'],
  ['town', '螅镇人民政府', '陕西省', '榆林市', '佳县'],
  ['town', '七家子镇人民政府', '辽宁省', '铁岭市', '昌图县'],
  ['town', '牛华镇人民政府', '四川省', '乐山市', '五通桥区'],
  ['town', '大五里镇人民政府', '河北省', '唐山市', '迁安市'],
  ['town', '万潮镇人民政府', '贵州省', '黔东南州', '凯里市'],
  ['town', '两城镇人民政府', '山东省', '济宁市', '微山县'],
  ['town', '连生乡人民政府', '黑龙江省', '鹤岗市', '绥滨县'],
  ['town', '鲊埠回族乡人民政府', '湖南省', '益阳市', '桃江县'],
  ['town', '下湿壕镇人民政府', '内蒙古自治区', '包头市', '固阳县'],
  ['town', '中村乡人民政府', '江西省', '赣州市', '会昌县'],
  ['street', '廿三里街道办事处', '浙江省', '金华市', '义乌市'],
  ['street', '二郎街道办事处', '重庆市', '九龙坡区'],
  ['street', '长兴岛街道办事处', '辽宁省', '大连市', '长兴岛经济区'],
  ['street', '北京街道办事处', '广东省', '广州市', '越秀区'],
  ['street', '迎宾路街道办事处', '山西省', '太原市', '小店区'],
  ['county', '洪泽区人民政府', '江苏省', '淮安市'],
  ['county', '山阳县人民政府', '陕西省', '商洛市'],
  ['county', '武昌区人民政府', '湖北省', '武汉市'],
  ['county', '衢江区人民政府', '浙江省', '衢州市'],
  ['county', '合川区人民政府', '重庆市'],
  ['county', '高陵区人民政府', '陕西省', '西安市'],
  ['county', '绩溪县人民政府', '安徽省', '宣城市'],
  ['county_bureau', '宁强县自然资源局', '陕西省', '汉中市'],
  ['county_bureau', '徐闻县司法局', '广东省', '湛江市'],
  ['county_bureau', '故城县教育局', '河北省', '衡水市'],
  ['county_bureau', '略阳县自然资源局', '陕西省', '汉中市'],
  ['county_bureau', '文登区审计局', '山东省', '威海市'],
  ['county_bureau', '天镇县信访局', '山西省', '大同市'],
  ['county_bureau', '高陵区行政审批服务局', '陕西省', '西安市'],
  ['county_bureau', '光明区应急管理局', '广东省', '深圳市'],
  ['county_bureau', '南县人民政府办公室', '湖南省', '益阳市'],
  ['city_bureau', '安庆市财政局', '安徽省'],
  ['city_bureau', '长春市退役军人事务局', '吉林省'],
  ['city_bureau', '淮安市自然资源和规划局', '江苏省'],
  ['city_bureau', '沧州市气象局', '河北省'],
  ['city_bureau', '武汉市生态环境局', '湖北省'],
  ['city_bureau', '泉州市统计局', '福建省'],
  ['city_bureau', '苏州市水务局', '江苏省'],
  ['city_bureau', '温州市人力资源和社会保障局', '浙江省'],
  ['city', '三明市人民政府', '福建省'],
  ['city', '丽水市人民政府', '浙江省'],
  ['city', '武威市人民政府', '甘肃省'],
  ['city', '荣成市人民政府', '山东省', '威海市'],
  ['city', '广东省人民政府办公厅'],
  ['city', '上海市人民政府办公厅'],
  ['city', '江西省农业农村厅'],
  ['ministry', '人力资源和社会保障部'],
  ['ministry', '国家市场监督管理总局'],
  ['ministry', '水利部'],
  ['ministry', '交通运输部'],
];

export const AGENCIES: readonly Agency[] = LINES.map(([kind, name, ...path]) => ({ kind, name, path }));

/** Every correct way to name the agency: alone, and with one or more of the places above it in front. */
export function agencyNames(agency: Agency): string[] {
  const names = [agency.name];
  for (let from = agency.path.length - 1; from >= 0; from -= 1) {
    names.push(agency.path.slice(from).join('') + agency.name);
  }
  return names;
}

/** How the agency speaks of itself in its own text. */
export function selfName(agency: Agency): string {
  if (agency.kind === 'town') return agency.name.includes('乡') ? '我乡' : '我镇';
  if (agency.kind === 'street') return '我街道';
  if (agency.kind === 'county') return agency.name.includes('县') ? '我县' : '我区';
  if (agency.kind === 'city') return agency.name.includes('省') ? '全省' : '我市';
  return agency.kind === 'ministry' ? '我部' : '我局';
}
