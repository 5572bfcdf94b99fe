/**
 * Changes of counties and prefectures that the yearly lists alone do not explain: which new place is the old one
 * under another name, and in which year it happened when two lists leave that open. Same-named successors
 * (偃师市 → 偃师区) are found by the build script. A place that was merged or divided has no successor: its
 * agencies ended. Only changes that are certain stand here.
 */

export interface DivisionChange {
  /** Calendar year in which the change took effect. */
  readonly year: number;
  readonly from: readonly [code: string, name: string];
  /** The same place afterwards; null when it was merged or divided. */
  readonly to: string | null;
}

export const DIVISION_CHANGES: readonly DivisionChange[] = [
  { year: 2016, from: ['320829', '洪泽县'], to: '320813' },
  { year: 2016, from: ['320802', '清河区'], to: null },
  { year: 2016, from: ['320811', '清浦区'], to: null },
  { year: 2016, from: ['130421', '邯郸县'], to: null },
  { year: 2017, from: ['360421', '九江县'], to: '360404' },
  { year: 2016, from: ['360721', '赣县'], to: '360704' },
  { year: 2016, from: ['411023', '许昌县'], to: '411003' },
  { year: 2016, from: ['510124', '郫县'], to: '510117' },
  { year: 2016, from: ['610125', '户县'], to: '610118' },
  { year: 2017, from: ['520222', '盘县'], to: '520281' },
  { year: 2018, from: ['130223', '滦县'], to: '130284' },
  { year: 2018, from: ['140202', '城区'], to: null },
  { year: 2018, from: ['140203', '矿区'], to: null },
  { year: 2018, from: ['140211', '南郊区'], to: null },
  { year: 2018, from: ['140227', '大同县'], to: '140215' },
  { year: 2018, from: ['140402', '城区'], to: null },
  { year: 2018, from: ['140411', '郊区'], to: null },
  { year: 2018, from: ['140421', '长治县'], to: '140404' },
  { year: 2018, from: ['430221', '株洲县'], to: '430212' },
  { year: 2018, from: ['511521', '宜宾县'], to: '511504' },
  { year: 2018, from: ['610427', '彬县'], to: '610482' },
  { year: 2018, from: ['542421', '那曲县'], to: '540602' },
  { year: 2018, from: ['542400', '那曲地区'], to: '540600' },
  { year: 2019, from: ['371200', '莱芜市'], to: null },
  { year: 2019, from: ['371202', '莱城区'], to: '370116' },
  { year: 2019, from: ['371203', '钢城区'], to: '370117' },
  { year: 2019, from: ['361121', '上饶县'], to: '361104' },
  { year: 2019, from: ['230702', '伊春区'], to: null },
  { year: 2019, from: ['230703', '南岔区'], to: null },
  { year: 2019, from: ['230704', '友好区'], to: null },
  { year: 2019, from: ['360105', '湾里区'], to: null },
  { year: 2019, from: ['340225', '无为县'], to: '340281' },
  { year: 2019, from: ['451023', '平果县'], to: '451082' },
  { year: 2019, from: ['530422', '澄江县'], to: '530481' },
  { year: 2019, from: ['630122', '湟中县'], to: '630106' },
  { year: 2019, from: ['652923', '库车县'], to: '652902' },
  { year: 2020, from: ['130502', '桥东区'], to: '130502' },
  { year: 2020, from: ['130503', '桥西区'], to: '130503' },
  { year: 2020, from: ['130521', '邢台县'], to: null },
  { year: 2020, from: ['130526', '任县'], to: '130505' },
  { year: 2020, from: ['130527', '南和县'], to: '130506' },
  { year: 2020, from: ['220381', '公主岭市'], to: '220184' },
  { year: 2020, from: ['370634', '长岛县'], to: null },
  { year: 2020, from: ['370684', '蓬莱市'], to: '370614' },
  { year: 2020, from: ['510132', '新津县'], to: '510118' },
  { year: 2020, from: ['320602', '崇川区'], to: '320613' },
  { year: 2020, from: ['320611', '港闸区'], to: null },
  { year: 2020, from: ['320684', '海门市'], to: '320614' },
  { year: 2020, from: ['340203', '弋江区'], to: '340209' },
  { year: 2020, from: ['340208', '三山区'], to: null },
  { year: 2020, from: ['340221', '芜湖县'], to: '340210' },
  { year: 2020, from: ['340222', '繁昌县'], to: '340212' },
  { year: 2020, from: ['421023', '监利县'], to: '421088' },
  { year: 2020, from: ['520221', '水城县'], to: '520204' },
  { year: 2020, from: ['632321', '同仁县'], to: '632301' },
  { year: 2021, from: ['330103', '下城区'], to: null },
  { year: 2021, from: ['330104', '江干区'], to: null },
  { year: 2021, from: ['350402', '梅列区'], to: null },
  { year: 2021, from: ['350403', '三元区'], to: '350404' },
  { year: 2021, from: ['350427', '沙县'], to: '350405' },
  { year: 2021, from: ['350625', '长泰县'], to: '350605' },
  { year: 2021, from: ['350681', '龙海市'], to: '350604' },
  { year: 2021, from: ['410306', '吉利区'], to: null },
  { year: 2021, from: ['410322', '孟津县'], to: '410308' },
  { year: 2021, from: ['410381', '偃师市'], to: '410307' },
  { year: 2021, from: ['431121', '祁阳县'], to: '431181' },
  { year: 2021, from: ['450127', '横县'], to: '450181' },
  { year: 2021, from: ['513425', '会理县'], to: '513402' },
  { year: 2021, from: ['520522', '黔西县'], to: '520581' },
  { year: 2021, from: ['532331', '禄丰县'], to: '532302' },
  { year: 2021, from: ['610322', '凤翔县'], to: '610305' },
  { year: 2021, from: ['610928', '旬阳县'], to: '610981' },
  { year: 2021, from: ['654223', '沙湾县'], to: '654203' },
  { year: 2023, from: ['540422', '米林县'], to: '540481' },
  { year: 2023, from: ['540530', '错那县'], to: '540581' },
];

/** Places of GB/T 2260 that the statistical lists number otherwise or lack. */
export const ADDED_DIVISIONS: readonly (readonly [code: string, name: string])[] = [
  ['460302', '西沙区'],
  ['460303', '南沙区'],
];
