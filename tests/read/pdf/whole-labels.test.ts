import { figures, type Printed, read } from './printed.js';

test('lines around figures that are a label together are their label, whatever lines follow as closely', () => {
  const printed: Printed[] = [
    ['信息内容', 60, 7],
    ['制发件数', 290, 7],
    ['废止件数', 345, 7],
    ['规', 60, 20],
    ...figures(['0', '3'], 26.5),
    ['章', 60, 33],
    ['行政规范性', 60, 46],
    ['文件', 60, 59],
    ['行政许可', 60, 72],
    ...figures(['93', '1'], 72),
  ];
  expect(read(printed)?.filter((row) => /\d/.test(row))).toEqual(['规章|0|3', '行政许可|93|1']);
});

test('a label parted by white space is one, and takes in no line of its neighbours', () => {
  const printed: Printed[] = [
    ['（三）不予公开', 50, 20],
    ['1.属于国家秘密', 130, 20],
    ...figures(['1', '0', '1'], 20),
    ['2.其他法律', 130, 33],
    ['行政法规禁止公开', 195, 33],
    ...figures(['2', '0', '2'], 33),
    ['3.危及', 130, 46],
    ...figures(['3', '0', '3'], 52.5),
    ['“三安全', 130, 59],
    ['一稳定”', 185, 59],
  ];
  expect(read(printed)).toEqual([
    '（三）不予公开||||',
    '|1.属于国家秘密|1|0|1',
    '|2.其他法律行政法规禁止公开|2|0|2',
    '|3.危及“三安全一稳定”|3|0|3',
  ]);
});

test('the number of a label, printed apart from it, is no figure', () => {
  const printed: Printed[] = [
    ['（三）不予公开', 50, 20],
    ['4', 130, 20],
    ['.保护第三方合法权益', 145, 20],
    ...figures(['1', '0', '1'], 20),
    ['（四）无法提供', 50, 33],
    ['2', 130, 33],
    ...figures(['2', '0', '2'], 39.5),
    ['.没有现成信息需要另行制作', 130, 46],
  ];
  expect(read(printed)?.filter((row) => /\d\|0/.test(row))).toEqual([
    expect.stringMatching(/4 ?\.保护第三方合法权益\|+1\|0\|1$/),
    expect.stringMatching(/2 ?\.没有现成信息需要另行制作\|+2\|0\|2$/),
  ]);
});
