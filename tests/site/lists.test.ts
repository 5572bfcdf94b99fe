/** Filters, order, addresses and downloads. */
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describeInBrowser } from '../support/browser.js';
import type { CsvRecord } from '../support/cli.js';
import { HOSTILE, hostileDataset, withCrossYear } from './datasets.js';
import { eventually, inBrowser, type Shown, show, textOf } from './harness.js';

describeInBrowser('the page', () => {
  const { page, open, choice, said, findings, reports } = inBrowser(withCrossYear);

  describe('lists', () => {
    test('a search for part of a name keeps what holds it, and its address can be opened', async () => {
      await open('#/reports');
      const { agency = '' } = reports()[0] as CsvRecord;
      const part = agency.slice(1, 4);
      await page().getByRole('searchbox', { name: '搜索' }).fill(part);
      const expected = reports().filter((one) => `${one.agency}${one.title}`.includes(part)).length;
      await eventually(async () => expect(await said()).toBe(`${expected} / ${reports().length} 份报告`));
      const link = page().url();
      await open('#/');
      await page().goto(link);
      await page().waitForSelector('.result-line');
      await eventually(async () => expect(await said()).toBe(`${expected} / ${reports().length} 份报告`));
    });

    test.each([
      ['year', '年度', '2021', '2021'],
      ['severity', '程度', '错误', 'error'],
      ['rule', '规则', '自然人与五类法人组织之和应等于总计', 'applications_row'],
    ] as const)('the filter %s keeps the findings that have it', async (field, name, label, value) => {
      await open('#/findings');
      await choice(name).locator('summary').click();
      await page().getByRole('checkbox', { name: label, exact: true }).check();
      const expected = findings().filter((one) => one[field] === value);
      expect(expected.length).toBeGreaterThan(0);
      await eventually(async () =>
        expect(await said()).toBe(`${expected.length} / ${findings().length} 个问题`),
      );
      await eventually(async () => expect(page().url()).toContain(`${field}=${value}`));
    });

    test('filters by status and region, by name and by code, and clears them', async () => {
      await open('#/reports?status=complete');
      await eventually(async () =>
        expect(await said()).toMatch(
          new RegExp(`^${reports().filter(({ status }) => status === 'complete').length} /`),
        ),
      );
      const [code = '', path = ''] = [reports()[0]?.region_code, reports()[0]?.region_path];
      const inRegion = (test: (row: CsvRecord) => boolean) => reports().filter(test).length;
      await open(`#/reports?region=${encodeURIComponent(path.split('/')[0] ?? '')}`);
      await eventually(async () =>
        expect(await said()).toMatch(
          new RegExp(
            `^${inRegion((one) => one.region_path?.startsWith(path.split('/')[0] ?? '') === true)} /`,
          ),
        ),
      );
      await open(`#/reports?region=${code.slice(0, 2)}0000`);
      await eventually(async () =>
        expect(await said()).toMatch(
          new RegExp(`^${inRegion((one) => one.region_code?.startsWith(code.slice(0, 2)) === true)} /`),
        ),
      );
      await page().getByRole('button', { name: '清除筛选' }).click();
      await eventually(async () => expect(await said()).toMatch(new RegExp(`^${reports().length} /`)));
    });

    test('Back undoes a filter, and leads from a report to its list', async () => {
      await open('#/reports?severity=error');
      const before = await said();
      await choice('年度').locator('summary').click();
      await page().getByRole('checkbox', { name: '2020' }).check();
      await eventually(async () => expect(await said()).not.toBe(before));
      await page().goBack();
      await eventually(async () => expect(await said()).toBe(before));
      await page().locator('table.data tbody a').first().click();
      await page().waitForSelector('table.form');
      await page().goBack();
      await page().waitForSelector('.result-line');
      await eventually(async () => expect(await said()).toBe(before));
    });

    test('sorts by a column both ways, says so, and pages', async () => {
      await open('#/reports');
      const column = async () =>
        (await page().locator('table.data tbody tr td:nth-child(2)').allInnerTexts()).map((year) =>
          year.replace('—', ''),
        );
      await page().getByRole('button', { name: '年度' }).click();
      await page().locator('th[aria-sort=ascending]').waitFor();
      const up = await column();
      expect(up).toEqual([...up].sort());
      await page().getByRole('button', { name: '年度' }).click();
      await page().locator('th[aria-sort=descending]').waitFor();
      const down = await column();
      expect(down).toEqual([...down].sort().reverse());
      expect(await textOf(page().locator('th[aria-sort=descending]'))).toContain('年度');
      expect(up).toHaveLength(50);
      await page().getByRole('button', { name: '下一页' }).click();
      await eventually(async () => expect(await column()).toHaveLength(reports().length - 50));
    });

    test('says when nothing passes', async () => {
      await open('#/reports?q=nosuchagency');
      expect(await textOf(page().locator('.empty'))).toMatch(/没有符合筛选条件的内容/);
      expect(await page().getByRole('button', { name: '下载报告 CSV' }).isDisabled()).toBe(true);
    });

    async function download(hash: string, name: string, of?: Shown): Promise<CsvRecord[]> {
      await open(hash, of);
      const [file] = await Promise.all([
        page().waitForEvent('download'),
        page().getByRole('button', { name }).click(),
      ]);
      const text = readFileSync(await file.path(), 'utf8');
      expect(text.startsWith('\ufeff')).toBe(true);
      return parse(text, { columns: true, bom: true }) as CsvRecord[];
    }

    test('gives the findings that pass as the dataset has them', async () => {
      const rows = await download('#/findings?severity=error', '下载问题 CSV');
      const expected = findings().filter(({ severity }) => severity === 'error');
      const byId = (list: readonly CsvRecord[]) =>
        [...list].sort((a, b) => ((a.finding_id ?? '') < (b.finding_id ?? '') ? -1 : 1));
      expect(byId(rows)).toEqual(byId(expected));
    });

    test('gives the reports that pass as the dataset has them', async () => {
      const rows = await download('#/reports?year=2022', '下载报告 CSV');
      const expected = reports().filter(({ year }) => year === '2022');
      expect(new Set(rows.map((row) => JSON.stringify(row)))).toEqual(
        new Set(expected.map((row) => JSON.stringify(row))),
      );
    });

    test('disarms what a spreadsheet would run', async () => {
      const hostile = show(hostileDataset);
      const rows = await download('#/reports', '下载报告 CSV', hostile);
      expect(rows.map(({ agency }) => agency)).toContain(`'${HOSTILE.formula}`);
      expect(rows.flatMap((row) => Object.values(row)).filter((text) => /^[=+@]/.test(text))).toEqual([]);
    });
  });
});
