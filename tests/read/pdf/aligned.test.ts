import { figures, type Printed, read, tableOf } from './printed.js';

describe('labels of several lines', () => {
  test('belong to the figures they are centred on, whatever stands beside them', () => {
    const printed: Printed[] = [
      ['（五）不予处理', 50, 20],
      ['3.补正后申请内容仍不明确', 130, 20],
      ...figures(['1', '2', '3'], 20),
      // Nearer to the item above than lines of one label are, but no part of it.
      ['（六）其他', 60, 31],
      ['1.申请人无正当理由逾', 130, 38],
      ['处理', 60, 44],
      ...figures(['4', '5', '9'], 44),
      ['期不补正', 130, 50],
      ['2.重复申请', 130, 66],
      ...figures(['6', '7', '13'], 66),
    ];
    expect(read(printed)).toEqual([
      '（五）不予处理||||',
      '|3.补正后申请内容仍不明确|1|2|3',
      '（六）其他处理||||',
      '|1.申请人无正当理由逾期不补正|4|5|9',
      '|2.重复申请|6|7|13',
    ]);
  });

  test('are told apart by their numbers where rows are no further apart than lines', () => {
    const printed: Printed[] = [
      ['（一）予以公开', 60, 20],
      ...figures(['1', '0', '1'], 20),
      ['（二）部分公开', 60, 33],
      ...figures(['2', '0', '2'], 39.5),
      ['其他情形', 60, 46],
      ['（三）其他', 60, 59],
      ...figures(['3', '0', '3'], 59),
    ];
    expect(read(printed)).toEqual([
      '（一）予以公开|1|0|1',
      '（二）部分公开其他情形|2|0|2',
      '（三）其他|3|0|3',
    ]);
  });
});

test('figures below one another are never one cell where a label stands beside them', () => {
  const printed: Printed[] = [
    ['（五）不予', 60, 7],
    ['1.重复申请', 130, 7],
    ...figures(['12', '8', '20'], 7),
    ['（七）总计', 60, 20],
    ...figures(['12', '8', '20'], 20),
    ['四、结转', 20, 33],
    ...figures(['5', '3', '8'], 33),
  ];
  expect(read(printed)?.slice(-2)).toEqual(['（七）总计||12|8|20', '四、结转||5|3|8']);
});

test('figures that nothing parts reach over the blank columns beside them, of which none is blank for sure', () => {
  const printed: Printed[] = [
    ['（一）予以公开', 60, 7],
    ...figures(['12', '8', '20', '4'], 7),
    ['1.重复申请', 60, 20],
    ...figures(['12', '8', '20', '4'], 20),
    ['（七）总计', 60, 33],
    ['12', 300, 33],
    ['239 259 6124', 370, 33],
  ];
  const last = tableOf(printed)?.cells.filter(({ row }) => row === 2) ?? [];
  expect(last.map(({ text, colSpan }) => `${text} ${colSpan}`)).toEqual([
    '（七）总计 1',
    '12 1',
    '239 259 6124 3',
  ]);
});

describe('columns as narrow as their headings', () => {
  test('left-aligned headings are cut where the figures of their columns begin', () => {
    const printed: Printed[] = [
      ['项目', 60, 7],
      ['公开数量', 100, 7],
      ['制作数量', 144, 7],
      ['规章', 60, 22],
      ['7', 100, 22],
      ['1', 144, 22],
      ['其他事项', 56, 37],
      ['14314', 100, 37],
      ['2', 144, 37],
    ];
    expect(read(printed)).toEqual(['项目|公开数量|制作数量', '规章|7|1', '其他事项|14314|2']);
  });

  test('a heading over several columns is no line of the heading of one', () => {
    const printed: Printed[] = [
      ['未经复议直接起诉', 100, 7],
      ['维持', 100, 20],
      ['纠正', 124, 20],
      ['其他', 148, 20],
      ['总计', 172, 20],
      ['0', 100, 40],
      ['1', 124, 40],
      ['2', 148, 40],
      ['3', 172, 40],
    ];
    expect(read(printed)?.slice(-2)).toEqual(['维持|纠正|其他|总计', '0|1|2|3']);
  });

  test('headings stand above blank columns on either side of the figures of table 四', () => {
    const names = ['维持', '纠正', '其他', '审结', '总计', '小计'];
    const printed: Printed[] = [
      ['行政复议', 150, 7],
      ...names.map((name, i): Printed => [name, 100 + 33 * i, 27]),
      ...['1', '2', '3', '4'].map((value, i): Printed => [value, 140.5 + 33 * i, 45]),
    ];
    expect(read(printed)?.slice(-2)).toEqual(['维持|纠正|其他|审结|总计|小计', '|1|2|3|4|']);
  });
});

describe('figures set to one side of their column', () => {
  test('belong to the heading in its middle, and a blank column stays blank', () => {
    const printed: Printed[] = [
      ['自然人', 300, 20],
      ['企业', 365, 20],
      ['科研', 425, 20],
      ['总计', 485, 20],
      ['1.予以公开', 130, 40],
      ['7', 340, 40],
      ['2', 400, 40],
      ['9', 520, 40],
      ['2.部分公开', 130, 60],
      ['12', 335, 60],
      ['3', 400, 60],
      ['15', 515, 60],
    ];
    expect(read(printed)).toEqual(['|自然人|企业|科研|总计', '1.予以公开|7|2||9', '2.部分公开|12|3||15']);
  });
});

describe('what looks like a figure', () => {
  test('has digits of either width', () => {
    const printed: Printed[] = [
      ['1.予以公开', 130, 40],
      ...figures(['７', '１２', '１９'], 40),
      ['2.部分公开', 130, 60],
      ...figures(['１', '２', '３'], 60),
    ];
    expect(read(printed)).toEqual(['1.予以公开|７|１２|１９', '2.部分公开|１|２|３']);
  });

  test('is no figure of the form where it numbers the rows', () => {
    const rows = [1, 2, 3, 4, 5, 6].flatMap((n): Printed[] => [
      [String(n), 60, 20 * n],
      ['予以公开', 130, 20 * n],
      ...figures(['8', '1', '9'], 20 * n),
    ]);
    expect(read(rows)).toEqual(Array.from({ length: 6 }, () => '予以公开|8|1|9'));
  });
});
