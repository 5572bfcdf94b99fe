import { narrativeOf } from '../../src/map/index.js';
import { readDocument } from '../../src/read/index.js';

const narrative = async (body: string): Promise<string[]> =>
  narrativeOf(await readDocument(Buffer.from(`<html><meta charset="utf-8"><body>${body}</body></html>`)));

const REPORT =
  '<p>一、总体情况</p><p>2022年，我局主动公开政府信息171条。</p><p>五、问题</p><p>公开的形式还不够丰富；下一步将改进。</p>';

test('sentences of the report, from its first section on', async () => {
  expect(await narrative(`<p>欢迎访问本网站，今天天气很好啊。</p>${REPORT}`)).toEqual([
    '2022年，我局主动公开政府信息171条。',
    '公开的形式还不够丰富；下一步将改进。',
  ]);
});

test('clocks, counters and menus around it change nothing', async () => {
  const around = (n: number): string =>
    `<p>今天是2026年11月${n}日，您是第${n}位访问者。</p><ul><li>菜单${n}</li></ul>${REPORT}<p>浏览次数：${n}</p><p>当前时间：12:0${n}。</p><p>欢迎您，您是第${n}位访客。</p>`;
  expect(await narrative(around(1))).toEqual(await narrative(around(2)));
});
