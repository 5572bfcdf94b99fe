/** The first page and the matrix, in a real browser, opened from disk. */
import { describeInBrowser } from '../support/browser.js';
import { withCrossYear } from './datasets.js';
import { eventually, inBrowser } from './harness.js';

describeInBrowser('the page', () => {
  const { page, open, said, findings, reports } = inBrowser(withCrossYear);

  describe('the overview', () => {
    test('counts what the dataset has', async () => {
      await open('#/');
      const figures = await page().locator('.figures strong').allInnerTexts();
      const count = (severity: string) =>
        String(findings().filter((one) => one.severity === severity).length);
      expect(figures.map((text) => text.trim())).toEqual([
        String(reports().length),
        String(
          new Set(
            reports()
              .map(({ agency }) => agency)
              .filter(Boolean),
          ).size,
        ),
        count('error'),
        count('warning'),
        count('notice'),
      ]);
    });

    test('draws charts whose bars lead to what they count', async () => {
      await open('#/');
      await page().waitForSelector('.drawing svg a');
      expect(await page().locator('.drawing svg').count()).toBe(3);
      const link = page().locator('.drawing svg a').first();
      const count = await link.locator('title').textContent();
      await link.click();
      await eventually(async () => expect(count).toContain((await said()).split(' / ')[0]));
    });

    test('says the same in tables', async () => {
      await open('#/');
      await page().locator('.as-table summary').first().click();
      await page().locator('.as-table[open] tbody tr').first().waitFor();
      const rows = await page().locator('.as-table[open] tbody tr').allInnerTexts();
      for (const rule of new Set(findings().map((one) => one.rule))) {
        const count = findings().filter((one) => one.rule === rule).length;
        expect(rows.some((row) => row.includes(`\t${count}\t`))).toBe(true);
      }
      expect(rows.join()).toContain('carry_of_tomorrow');
    });
  });

  test('the matrix shows what is missing, and a filter does not make more missing', async () => {
    await open('#/coverage');
    const years = ['2019', '2020', '2021', '2022', '2023', '2024'];
    const agencies = [
      ...new Set(
        reports()
          .map(({ agency }) => agency)
          .filter(Boolean),
      ),
    ];
    const gaps = agencies.flatMap((agency) =>
      years.filter((year) => !reports().some((one) => one.agency === agency && one.year === year)),
    ).length;
    expect(gaps).toBeGreaterThan(0);
    expect(await page().locator('.missing').count()).toBe(gaps);
    const [agency = ''] = agencies;
    await open(`#/coverage?q=${encodeURIComponent(`${agency}2021`)}`);
    const own = years.filter(
      (year) => !reports().some((one) => one.agency === agency && one.year === year),
    ).length;
    expect(await page().locator('.missing').count()).toBe(own);
    await open('#/coverage?gaps=1');
    const counts = await page().locator('.matrix tbody td:last-child').allInnerTexts();
    expect(counts.every((count) => Number(count) > 0)).toBe(true);
  });
});
