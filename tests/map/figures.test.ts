import fc from 'fast-check';
import { inTenThousandYuan, readFigure, shiftDecimal } from '../../src/map/words/figures.js';

describe('readFigure', () => {
  test.each([
    ['0', '0', false],
    ['128', '128', false],
    ['１２', '12', false],
    ['1,234', '1234', false],
    ['1，234，567', '1234567', false],
    ['0.00', '0', false],
    ['7730.28', '7730.28', false],
    ['-8', '-8', false],
    ['－8', '-8', false],
    ['22（其中修订16件）', '22', true],
    ['3件', '3', true],
    ['3 件', '3', true],
    ['减8', '-8', true],
    ['251000元', '251000', true],
    ['22²', '22', true],
    ['0[1]', '0', true],
    ['7〔注2〕', '7', true],
    ['零', '0', true],
    ['〇', '0', true],
    ['一件', '1', true],
    ['两件', '2', true],
    ['十件', '10', true],
    ['十二 件', '12', true],
    ['二十件', '20', true],
    ['一百零五件', '105', true],
    ['三百四十二件', '342', true],
    ['一千零二十件', '1020', true],
  ])('%s is the number %s', (printed, value, noted) => {
    expect(readFigure(printed)).toMatchObject({ kind: 'number', value, noted });
  });

  test.each(['一', '三', '十二', '二', '一百二件', '二三件', '十十件', '○', '第三件', '三类', '二十条'])(
    '%j is no number',
    (printed) => {
      expect(readFigure(printed)).toEqual({ kind: 'text' });
    },
  );

  test.each(['', ' ', '/', '—', '--', '－', '无', '無', '／'])('%j stands for a blank', (printed) => {
    expect(readFigure(printed)).toEqual({ kind: 'blank' });
  });

  test.each([
    ['251000元', '元'],
    ['12.5万', '万元'],
    ['12.5 万 元', '万元'],
    ['1,234.5 元', '元'],
    ['3千元', '千元'],
    ['4050.7萬元', '万元'],
    ['1.2亿', '亿元'],
    ['¥12.5万元', '万元'],
    ['人民币12.5万元', '万元'],
    ['12000（元）', '元'],
    ['125000（单位：元）', '元'],
    ['12.5（单位：万元）', '万元'],
    ['12000（即1.2万元）', '元'],
    ['1.2（即12000元）', '万元'],
    ['120（其中教育收费30万元）', ''],
    ['0（元）', '元'],
  ])('%s is an amount whose unit is %j', (printed, unit) => {
    expect(readFigure(printed)).toMatchObject({ kind: 'number', unit });
  });

  test.each([
    '? 0',
    '¥12.5',
    '叁佰元',
    '约12万元',
    '1 28',
    '12,34',
    '00',
    '②',
    '2²2',
    '~~22~~',
    '约3',
    '阎良区公务用车10辆',
    '1-2',
    '（3）',
    '3/5',
    'O',
  ])('%s is no number that can be trusted', (printed) => {
    expect(readFigure(printed)).toEqual({ kind: 'text' });
  });

  test('every count reads back as printed', () => {
    fc.assert(
      fc.property(fc.nat(), (count) => {
        expect(readFigure(String(count))).toMatchObject({
          kind: 'number',
          value: String(count),
          noted: false,
        });
        expect(readFigure(count.toLocaleString('en-US'))).toMatchObject({
          kind: 'number',
          value: String(count),
        });
      }),
    );
  });
});

describe('amounts', () => {
  test('yuan become ten thousand yuan without rounding', () => {
    const figure = readFigure('1118992元');
    if (figure.kind !== 'number') throw new Error('expected a number');
    expect(inTenThousandYuan(figure, '')).toEqual({ value: '111.8992', converted: true });
  });

  test('the unit of the column label counts when the cell has none', () => {
    const figure = readFigure('153103.83');
    if (figure.kind !== 'number') throw new Error('expected a number');
    expect(inTenThousandYuan(figure, '元')).toEqual({ value: '15.310383', converted: true });
    expect(inTenThousandYuan(figure, '')).toEqual({ value: '153103.83', converted: false });
  });

  test('shifting there and back changes nothing', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 999 }), (whole, fraction) => {
        const value = `${whole}.${fraction}`.replace(/0+$/, '');
        expect(shiftDecimal(shiftDecimal(value, -4), 4)).toBe(value);
      }),
    );
  });
});
