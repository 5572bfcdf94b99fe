import fc from 'fast-check';
import { BlockList } from '../../../src/read/blocks.js';
import { readTree } from '../../../src/read/html/index.js';
import { parseFast, parseStandard } from '../../../src/read/html/parse.js';
import { isRegular } from '../../../src/read/html/regular.js';

async function bothReadings(html: string): Promise<[unknown, unknown]> {
  const readings = [parseFast(html), await parseStandard(html)].map((root) => {
    const blocks = new BlockList();
    const { metadata, pictures } = readTree(root, blocks);
    return { blocks: blocks.blocks, metadata, pictures };
  });
  return [readings[0], readings[1]];
}

const page = (body: string) =>
  `<!DOCTYPE html><html><head><title>年报</title></head><body>${body}</body></html>`;

test.each([
  ['a well-formed page', page('<div><p>甲<b>乙</b><br></p><ul><li>1<li>2</ul></div>')],
  ['end tags left out', page('<table><tr><td>甲<td>1<tr><td>乙<td>2</table><p>甲<p>乙')],
  ['unclosed inline elements in cells', page('<table><tr><td><span><font>甲</td><td>1</td></tr></table>')],
  ['stray end tags in running text', page('<div>甲</span></div></p>乙')],
  ['Word markup', page('<p class=MsoNormal><!--[if x]>a<![endif]--><o:p></o:p><![if y]>甲<![endif]></p>')],
  ['no html, head and body', '<div>甲</div><p>乙</p>'],
])('%s is regular', async (_, html) => {
  expect(isRegular(html)).toBe(true);
  const [fast, standard] = await bothReadings(html);
  expect(fast).toEqual(standard);
});

test.each([
  [
    'an end tag that would close a cell from inside',
    '<div><table><tr><td>甲</div></td><td>1</td></tr></table></div>',
  ],
  ['</br>', '<p>甲</br>乙</p>'],
  ['a line break behind <pre>', '<pre>\n甲</pre>'],
  ['text between cells', '<table><tr>甲<td>1</td></tr></table>'],
  ['a form around rows', '<table><form><tr><td>1</td></tr></form></table>'],
  ['a cell without row', '<table><td>1</td></table>'],
  ['misnested formatting', '<p><b>甲<i>乙</b>丙</i></p>'],
  ['a block in an unclosed inline in a paragraph', '<p><span>甲<div>乙</div></p>'],
  ['a cell closed from inside a block', '<table><tr><td><div>甲<td>1</table>'],
  ['a broken attribute', '<p class="a"">甲</p>'],
  ['an option outside of a select', '<option><input>甲</option>'],
  ['an unclosed comment', '<p>甲<!-- 乙</p>'],
  ['a page in the head', '<html><head><div>甲</div></head></html>'],
  ['content after an early end', '<html><body><div>甲</body><p>乙</p></html>'],
])('%s is not', (_, html) => {
  expect(isRegular(html)).toBe(false);
});

const NAMES =
  'p div span b font a table thead tbody tfoot tr td th caption ul ol li dl dt dd h2 h3 br hr img input pre form ' +
  'select option button center section sup i o:p col colgroup script style title head body html textarea label nobr ' +
  'noscript iframe strong small svg object';
const TEXTS = [
  '甲',
  '1',
  ' ',
  '\n',
  '&nbsp;',
  '&lt;',
  '&amp',
  '&#150;',
  '<!-- 注 -->',
  '<![if x]>',
  '< ',
  '<中 ',
  '</中>',
  '<?x y>',
  '2',
];

const name = fc.constantFrom(...NAMES.split(' '));
const attributes = fc.constantFrom(
  '',
  '',
  '',
  '',
  ' class="a"',
  ' style="display:none"',
  ' rowspan=2',
  '/',
  ' colspan="2"/',
  " title='>'",
  ' a=b"',
  ' a=b="x>y"',
  ' a=b\u3000c',
  '\u3000d',
  ' a=b/',
  "a='<'",
  ' =x',
);
const token = fc.oneof(
  { weight: 5, arbitrary: fc.tuple(name, attributes).map(([n, a]) => `<${n}${a}>`) },
  { weight: 5, arbitrary: name.map((n) => `</${n}>`) },
  { weight: 4, arbitrary: fc.constantFrom(...TEXTS) },
);
/** Markup that is nested well for the most part, so that the check is not over at the first tag. */
const nested = fc.letrec<{ tree: string }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(...TEXTS),
    fc
      .tuple(name, attributes, fc.array(tie('tree'), { maxLength: 4 }), fc.boolean())
      .map(([n, a, inner, open]) => `<${n}${a}>${inner.join('')}${open ? '' : `</${n}>`}`),
    fc
      .array(tie('tree'), { maxLength: 3 })
      .map((cells) => `<table><tr>${cells.map((c) => `<td>${c}</td>`).join('')}</tr></table>`),
    token,
  ),
})).tree;

/** The property on which the fast path rests: whatever counts as regular is read as by the HTML standard. */
test('both parsers read alike whatever is regular', async () => {
  let regular = 0;
  const soup = fc
    .oneof(fc.array(token, { maxLength: 12 }), fc.array(nested, { maxLength: 5 }))
    .map((all) => all.join(''));
  await fc.assert(
    fc.asyncProperty(soup, fc.boolean(), async (body, whole) => {
      const html = whole ? page(body) : body;
      if (!isRegular(html)) return;
      regular += 1;
      const [fast, standard] = await bothReadings(html);
      expect(fast).toEqual(standard);
    }),
    { numRuns: Number(process.env.RUNS ?? 4000) },
  );
  expect(regular).toBeGreaterThan(500);
});
