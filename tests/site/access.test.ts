/** Languages, keyboard, accessibility, narrow windows. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describeInBrowser, openChromium } from '../support/browser.js';
import { withCrossYear } from './datasets.js';
import { eventually, inBrowser, MANY_VIEWS, textOf } from './harness.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describeInBrowser('the page', () => {
  const { page, address, open, said, findings, reports, faulty } = inBrowser(withCrossYear);

  describe('languages', () => {
    test('the choice is shown at once and remembered; text of reports stays Chinese', async () => {
      await open('#/findings');
      await page().getByRole('button', { name: 'Switch to English' }).click();
      await eventually(async () => expect(await textOf(page().locator('h1'))).toBe('Findings'));
      expect(await page().locator('html').getAttribute('lang')).toBe('en');
      await open(`#/report/${faulty().report_id}/${faulty().finding_id}`);
      expect(await textOf(page().locator('article.lit .message'))).toBe(faulty().message?.split(' / ')[1]);
      expect(await page().locator('h1 [lang=zh-CN]').count()).toBe(1);
      await page().getByRole('button', { name: '切换为中文' }).click();
      await eventually(async () => expect(await page().locator('html').getAttribute('lang')).toBe('zh-CN'));
    });

    test('without a choice it is that of the browser', async () => {
      const english = await openChromium('en-GB');
      try {
        const other = await english.context.newPage();
        await other.goto(address('#/'));
        await other.waitForSelector('h1');
        expect(await textOf(other.locator('h1'))).toBe('Overview');
      } finally {
        await english.close();
      }
    });
  });

  describe('by keyboard', () => {
    test('the first stop skips to the content, and every stop can be seen', async () => {
      await open('#/reports');
      await page().keyboard.press('Tab');
      await eventually(async () =>
        expect(await page().evaluate(() => document.activeElement?.className)).toBe('skip'),
      );
      expect((await page().locator('.skip').boundingBox())?.y).toBeGreaterThanOrEqual(0);
      await page().keyboard.press('Enter');
      await eventually(async () =>
        expect(await page().evaluate(() => document.activeElement?.tagName)).toBe('MAIN'),
      );
      await page().keyboard.press('Tab');
      const outline = await page().evaluate(
        () => getComputedStyle(document.activeElement as Element).outlineStyle,
      );
      expect(outline).toBe('solid');
    });

    test('a new view begins at its heading', async () => {
      await open('#/');
      await page().getByRole('link', { name: '覆盖情况' }).press('Enter');
      await page().waitForFunction(() => document.activeElement?.tagName === 'H1');
      await eventually(async () => expect(await page().title()).toMatch(/^覆盖情况/));
    });

    test('arrow keys walk the form, Enter lights and puts out', async () => {
      const { report_id: id = '', table, item, column } = faulty();
      await open(`#/report/${id}`);
      await page().focus('td[data-key="applications/received_new/natural_person"]');
      const reached = (key: string) =>
        eventually(async () =>
          expect(await page().evaluate(() => (document.activeElement as HTMLElement).dataset.key)).toBe(key),
        );
      await page().keyboard.press('ArrowRight');
      await reached('applications/received_new/commercial_enterprise');
      await page().keyboard.press('ArrowDown');
      await reached('applications/carried_over_in/commercial_enterprise');
      await eventually(async () =>
        expect(await page().locator('table.applications td[tabindex="0"]').count()).toBe(1),
      );
      await page().focus(`td[data-key="${table}/${item}/${column}"]`);
      await page().keyboard.press('Enter');
      await eventually(async () => expect(await page().locator('article.lit').count()).toBe(1));
    });

    test('a list of values opens, is ticked, and closes with Escape', async () => {
      await open('#/findings');
      await page().locator('details.choice summary').nth(1).focus();
      await page().keyboard.press('Enter');
      await page().locator('details.choice[open]').waitFor();
      await page().keyboard.press('Tab');
      await page().keyboard.press('Space');
      const errors = findings().filter(({ severity }) => severity === 'error').length;
      await eventually(async () => expect(await said()).toMatch(new RegExp(`^${errors} /`)));
      await page().keyboard.press('Escape');
      await eventually(async () => expect(await page().locator('details.choice[open]').count()).toBe(0));
    });
  });

  describe.each(['light', 'dark'] as const)('accessibility in %s', (colorScheme) => {
    const views = (): string[] => [
      '#/',
      '#/reports',
      '#/findings?severity=error',
      '#/coverage',
      `#/report/${faulty().report_id}/${faulty().finding_id}?beside=prev`,
      `#/report/${reports().find(({ status }) => status === 'failed')?.report_id}`,
      '#/reports?q=nothing',
    ];

    test(
      'axe finds nothing serious',
      async () => {
        await page().emulateMedia({ colorScheme });
        for (const view of views()) {
          await open(view);
          if (view === '#/') await page().waitForSelector('.drawing svg');
          await page().evaluate(AXE);
          const violations = await page().evaluate(async () => {
            const { axe } = window as unknown as {
              axe: {
                run: (options: object) => Promise<{
                  violations: {
                    id: string;
                    impact: string;
                    nodes: { html: string; failureSummary: string }[];
                  }[];
                }>;
              };
            };
            const { violations: all } = await axe.run({ preload: false });
            return all
              .filter(({ impact }) => impact === 'serious' || impact === 'critical')
              .map(
                ({ id, nodes }) =>
                  `${id}: ${nodes
                    .slice(0, 3)
                    .map(({ html, failureSummary }) => `${html.slice(0, 160)} ${failureSummary}`)
                    .join(' | ')}`,
              );
          });
          expect([view, violations]).toEqual([view, []]);
        }
        await page().emulateMedia({ colorScheme: 'light' });
      },
      MANY_VIEWS,
    );
  });

  test.each([390, 1440])('at %i px nothing is wider than the page', async (width) => {
    await page().setViewportSize({ width, height: 844 });
    for (const view of ['#/', '#/reports', '#/findings', '#/coverage', `#/report/${faulty().report_id}`]) {
      await open(view);
      await eventually(async () =>
        expect([
          view,
          await page().evaluate(() => document.documentElement.scrollWidth - innerWidth),
        ]).toEqual([view, 0]),
      );
    }
    await page().setViewportSize({ width: 1440, height: 900 });
  });
});
