import { type CheerioAPI, load } from 'cheerio';
import { APPLICANTS, APPLICATION_ITEMS } from '../../src/form/index.js';
import { renderHtml } from '../../src/write/explain/index.js';
import { HOSTILE, someExplanation, someFinding } from './explained.js';

let page = '';
let $: CheerioAPI;

beforeAll(async () => {
  page = renderHtml(await someExplanation(), { source: 'a <b>.html' });
  $ = load(page);
});

describe('text of the report', () => {
  test('is never markup', () => {
    expect($('script')).toHaveLength(1);
    expect($('img, iframe, object, embed, b b')).toHaveLength(0);
    expect(
      $('*').filter((_, element) => Object.keys($(element).attr() ?? {}).some((name) => /^on/.test(name))),
    ).toHaveLength(0);
    expect($('title').text()).toContain('</title><script>');
  });

  test('stands as printed', () => {
    expect($('.left').text()).toContain('<script>alert(1)</script>');
    expect($('.left').text()).toContain(HOSTILE.label);
    expect($('#f-applications-granted-natural_person').attr('title')).toContain('<script>alert(1)</script>');
  });

  test('cannot turn the line round', () => {
    for (const sign of ['\u001b', '\u202e']) expect(page).not.toContain(sign);
  });
});

test('nothing is loaded, and nothing but the own script may run', () => {
  expect($('link, [src], base')).toHaveLength(0);
  expect(page).not.toMatch(/@import|url\(|https?:/);
  expect($('meta[http-equiv]').attr('content')).toMatch(/default-src 'none'.*script-src 'sha256-[\w+/]+=*'/);
});

test('ids are there once, and every link leads somewhere', () => {
  const ids = $('[id]')
    .toArray()
    .map((element) => $(element).attr('id'));
  expect(new Set(ids).size).toBe(ids.length);
  const broken = $('a')
    .toArray()
    .filter((a) => !ids.includes(($(a).attr('href') ?? '').slice(1)));
  expect(broken).toHaveLength(0);
});

describe('a cell of the form', () => {
  const cell = (column: string, row = 'received_new') => $(`#f-applications-${row}-${column}`);

  test('leads to its source cell and back', () => {
    const source = (cell('natural_person').find('a').attr('href') ?? '').slice(1);
    expect($(`#${source}`).text()).toBe('20');
    expect($(`#${source} a`).attr('href')).toBe('#f-applications-received_new-natural_person');
    expect($(`#${source}`).attr('data-k')).toBe(cell('natural_person').attr('data-k'));
  });

  test('shows its state by class, sign and word', () => {
    const look = (column: string) => [cell(column).attr('class'), cell(column).text()];
    expect(look('natural_person')).toEqual(['v st-reported', '20 ']);
    expect(look('commercial_enterprise')).toEqual([
      'v st-noted',
      expect.stringMatching(/^3\* a number with/),
    ]);
    expect(look('research_institution')).toEqual(['v st-blank', expect.stringMatching(/^- an empty cell/)]);
    expect(look('legal_service_organization')).toEqual(['v st-unreadable', expect.stringMatching(/^\? /)]);
    // Its place is taken by a row whose label is not one of the form.
    expect(cell('total', 'denied_third_party').attr('class')).toBe('v st-unreadable');
  });

  test('says in its title what was printed, where, and why it stands here', () => {
    expect(cell('commercial_enterprise').attr('title')).toBe(
      'received_new / commercial_enterprise = 3\n商业企业: noted\nprinted: “3（含修订1件）”\ntable 1 row 4 col 5\nplaced by the header row',
    );
  });
});

test('table 三 is laid out as the form, with whole rows', () => {
  const table = $('table.applications');
  expect(table.find('tbody tr')).toHaveLength(APPLICATION_ITEMS.length - 1);
  const widths: number[] = [];
  table.find('tbody tr').each((at, row) => {
    widths[at] ??= 0;
    for (const cell of $(row).children().toArray()) {
      const height = Number($(cell).attr('rowspan') ?? 1);
      for (let down = 0; down < height; down++) {
        widths[at + down] = (widths[at + down] ?? 0) + Number($(cell).attr('colspan') ?? 1);
      }
    }
  });
  expect(new Set(widths)).toEqual(new Set([APPLICANTS.length + 3]));
});

test('headers say what they head', () => {
  expect($('.form th:not([scope])')).toHaveLength(0);
  expect($('html').attr('lang')).toBe('en');
  expect($('table.source').attr('lang')).toBe('zh');
});

test('misprints, rows and tables that were not mapped stand out', () => {
  expect($('#r-applications-denied_other_law .badge').text()).toMatch(/^similar \d+%$/);
  const strange = $('.left td').filter((_, element) => $(element).text().includes('本省自定的一行'));
  expect(strange.attr('class')).toBe('label unsure');
  expect(strange.find('.sign').text()).toBe('position');
  expect($('.notes').text()).toMatch(/not mapped.*the label is not one of the form/);
  expect($('.fold summary').text()).toContain('not of the form: no row carries a label of the form');
  expect($('.missing').text()).toContain('四、政府信息公开行政复议、行政诉讼情况');
});

test('a selection shows its rows only', async () => {
  const selection = { tables: [], items: ['granted', 'denied_state_secret'] };
  const part = load(renderHtml(await someExplanation(), { source: 'a.html', selection }));
  expect(part('.form')).toHaveLength(1);
  expect(part('th.row')).toHaveLength(2);
});

describe('findings of the audit', () => {
  const finding = someFinding();
  const shown = async (rest: object) =>
    load(renderHtml(await someExplanation(), { source: 'a.html', ...rest }));

  test('stand above the form, with links to their cells, and as text only', async () => {
    const $page = await shown({ findings: [finding] });
    expect($page('.findings li').text()).toContain(`error ${finding.zh}`);
    expect($page('.findings img')).toHaveLength(0);
    expect($page('.findings a').attr('href')).toBe('#f-applications-received_new-total');
    expect($page('.findings a').attr('title')).toBe('received_new / total, table 2 row 4 col 10');
  });

  test('frame the cell they are shown at', async () => {
    const style = (await shown({ findings: [finding] }))('style').text();
    expect(style).toMatch(/^#f-applications-received_new-total \{ outline: [^}]*\}$/m);
    expect($('style').text()).not.toContain('#f-applications-received_new-total');
  });

  test('are narrowed with the rest, and leave nothing behind where there are none', async () => {
    const items = (...codes: string[]) => ({
      findings: [finding],
      selection: { tables: [], items: codes },
    });
    expect((await shown(items('received_new')))('.findings')).toHaveLength(1);
    expect((await shown(items('granted')))('.findings')).toHaveLength(0);
    expect($('.findings')).toHaveLength(0);
  });
});
