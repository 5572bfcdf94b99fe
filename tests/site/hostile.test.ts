/** Texts that would be markup, and pieces that are missing. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describeInBrowser } from '../support/browser.js';
import { type CsvRecord, readCsv } from '../support/cli.js';
import { HOSTILE, hostileDataset, syntheticDataset } from './datasets.js';
import { eventually, inBrowser, MANY_VIEWS, show, textOf } from './harness.js';

describeInBrowser('the page', () => {
  const { page, address, takeFaults, open, said } = inBrowser(hostileDataset);

  describe('hostile texts', () => {
    test(
      'are text everywhere',
      async () => {
        const hostile = show(hostileDataset);
        const ids = readCsv(hostile.dataset, 'reports').map((one) => one.report_id);
        const found = readCsv(hostile.dataset, 'findings')[0] as CsvRecord;
        const views = [
          '#/',
          '#/reports',
          '#/findings',
          '#/coverage',
          ...ids.slice(0, 5).map((id) => `#/report/${id}`),
          `#/report/${found.report_id}/${found.finding_id}`,
          `#/reports?q=${encodeURIComponent(HOSTILE.raw)}&agency=${encodeURIComponent(HOSTILE.agency)}`,
        ];
        for (const view of views) {
          await open(view, hostile);
          if (view.startsWith('#/report/'))
            await page()
              .locator('td[data-key]')
              .first()
              .focus({ timeout: 2000 })
              .catch(() => undefined);
          const state = await page().evaluate(() => ({
            hacked: (window as { hacked?: unknown }).hacked,
            strange: document.querySelectorAll(
              'main img, main iframe, main script, main svg[onload], main u, main i, main b, [onerror], [onload]',
            ).length,
            links: [...document.querySelectorAll('a')]
              .map((a) => a.getAttribute('href') ?? '')
              .filter((href) => !/^(#\/|https:\/\/www\.example\.gov\.cn\/)/.test(href)),
          }));
          expect([view, state]).toEqual([view, { hacked: undefined, strange: 0, links: [] }]);
        }
        await open(`#/report/${ids[1]}`, hostile);
        expect(await textOf(page().locator('h1'))).toContain(HOSTILE.agency.slice(0, 20));
      },
      MANY_VIEWS,
    );

    test('only addresses of the web are links, which tell nothing of the page', async () => {
      const hostile = show(hostileDataset);
      const rows = readCsv(hostile.dataset, 'reports');
      await open(`#/report/${rows[0]?.report_id}`, hostile);
      const link = page().locator('.about a');
      expect(await link.getAttribute('href')).toBe('https://www.example.gov.cn/a?b=%3Cc%3E');
      expect(await link.getAttribute('rel')).toContain('noreferrer');
      const scripted = rows.find(({ source }) => source?.startsWith('javascript:')) as CsvRecord;
      await open(`#/report/${scripted.report_id}`, hostile);
      expect(await page().locator('.about a').count()).toBe(0);
      expect(await textOf(page().locator('.about'))).toContain('javascript:');
    });
  });

  test('a piece that is missing is said, and the rest works', async () => {
    const broken = show(syntheticDataset);
    const path = join(broken.site, 'data/report/0.js');
    const [, id = ''] = /"report":\["([0-9a-f]{12})"/.exec(readFileSync(path, 'utf8')) ?? [];
    rmSync(path);
    await page().goto('about:blank');
    await page().goto(address(`#/report/${id}`, broken));
    const alert = page().getByRole('alert');
    await alert.waitFor();
    expect(await textOf(alert)).toContain('data/report/0.js');
    await page().getByRole('link', { name: '报告', exact: true }).click();
    await eventually(async () => expect(await said()).toMatch(/份报告/));
    expect(takeFaults()).toMatch(/ERR_FILE_NOT_FOUND/);
  });
});
