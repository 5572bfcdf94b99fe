import { load } from 'cheerio';
import { composeInDialects, findDialect } from '../../scripts/compose/dialects/index.js';
import { valueCells } from '../../scripts/compose/printed.js';
import { encodeGbk } from '../../scripts/compose/render/gbk.js';
import { renderHtml } from '../../scripts/compose/render/html.js';
import { pdfOfImages } from '../../scripts/compose/render/scan.js';
import { renderMarkdown, renderText } from '../../scripts/compose/render/text.js';

function compose(...ids: string[]) {
  return composeInDialects('render', ids.map(findDialect), { kind: 'county' });
}

describe('renderers', () => {
  test('HTML has every cell of the print, in order', () => {
    const printed = compose('plain');
    const $ = load(renderHtml(printed, { charset: 'utf-8', css: '' }));
    const numbers = $('td')
      .toArray()
      .map((cell) => $(cell).text())
      .filter((text) => /^-?[\d.]+$/.test(text));
    expect(numbers).toEqual(valueCells(printed).map(({ text }) => text));
  });

  test('GBK is decoded to the same page', () => {
    const html = renderHtml(compose('plain'), { charset: 'gbk', css: '' });
    expect(new TextDecoder('gbk').decode(encodeGbk(html))).toBe(html);
  });

  test('a character GBK lacks becomes a reference', () => {
    expect(encodeGbk('𠮷').toString('latin1')).toBe('&#134071;');
  });

  test('tab text has one line per row, each as wide as the grid', () => {
    const lines = renderText(compose('plain')).split('\n');
    const row = lines.find((line) => line.startsWith('一、本年新收'));
    expect(row?.split('\t')).toHaveLength(10);
  });

  test('Markdown rows are as wide as their rule', () => {
    const lines = renderMarkdown(compose('plain'))
      .split('\n')
      .filter((line) => line.startsWith('|'));
    const rule = lines.findIndex((line) => line.startsWith('| --- |'));
    expect(lines[rule - 1]?.split('|').length).toBe(lines[rule]?.split('|').length);
  });

  test('an empty paragraph leaves no trace, an empty line does', () => {
    const count = (id: string) => renderText(compose(id, 'blank-zeros')).split('\n').length;
    expect(count('lines')).toBeGreaterThan(count('paragraphs'));
  });

  test('a scan has pages, pictures and no text', () => {
    const frame = Buffer.from([0xff, 0xd8, 0xff, 0xc0, 0, 11, 8, 0, 20, 0, 10, 1, 1, 0x11, 0, 0xff, 0xd9]);
    const pdf = pdfOfImages([frame, frame], 72).toString('latin1');
    expect(pdf).toContain('/Count 2');
    expect(pdf).toContain('/Width 10 /Height 20 /ColorSpace /DeviceGray');
    expect(pdf).not.toContain('/Font');
  });
});
