/** A report: marks, sums, neighbours, raw texts. */
import { parseCells } from '../../src/site/wire/finding.js';
import { describeInBrowser } from '../support/browser.js';
import { type CsvRecord, readCsv } from '../support/cli.js';
import { corpusDataset, isYearBefore, withCrossYear } from './datasets.js';
import { eventually, inBrowser, show, textOf } from './harness.js';

describeInBrowser('the page', () => {
  const { page, dataset, open, findings, reports, faulty } = inBrowser(withCrossYear);

  describe('a report', () => {
    test('marks the cells that its findings name, those and no others', async () => {
      const { report_id: id = '' } = faulty();
      await open(`#/report/${id}`);
      const own = findings().filter((one) => one.report_id === id);
      const expected: Record<string, string[]> = {};
      for (const { finding_id = '', cells = '' } of own)
        for (const { key } of parseCells(cells))
          expected[key] = [...new Set([...(expected[key] ?? []), finding_id])].sort();
      const marked = await page()
        .locator('td[data-findings]')
        .evaluateAll((cells) =>
          cells.map((cell) => [
            cell.getAttribute('data-key'),
            cell.getAttribute('data-findings')?.split(' ').sort(),
          ]),
        );
      expect(Object.fromEntries(marked)).toEqual(expected);
      const pivots = own
        .filter(({ item, column }) => item && column)
        .map((one) => `${one.table}/${one.item}/${one.column}`);
      const shownAt = await page()
        .locator('td.pivot')
        .evaluateAll((cells) => cells.map((cell) => cell.getAttribute('data-key')));
      expect(new Set(shownAt)).toEqual(new Set(pivots));
    });

    test('lights the cells of a finding, and the finding of a cell', async () => {
      const { report_id: id = '', finding_id = '', cells = '', table, item, column } = faulty();
      await open(`#/report/${id}`);
      await page().locator(`#f-${finding_id}`).getByRole('button', { name: '在表中显示' }).click();
      const lit = () =>
        page()
          .locator('td.lit')
          .evaluateAll((all) => all.map((cell) => cell.getAttribute('data-key')));
      await page().locator('td.lit').first().waitFor();
      await eventually(async () => {
        expect(new Set(await lit())).toEqual(new Set(parseCells(cells).map(({ key }) => key)));
        expect(page().url()).toContain(finding_id);
      });
      await open(`#/report/${id}`);
      const pivot = page().locator(`td[data-key="${table}/${item}/${column}"]`);
      await pivot.click();
      await page().locator('article.lit').first().waitFor();
      expect(await page().locator('article.lit').count()).toBe(1);
      expect((await pivot.getAttribute('data-findings'))?.split(' ')).toContain(
        (await page().locator('article.lit').getAttribute('id'))?.slice(2),
      );
    });

    test('spells the sum out beside the form', async () => {
      const { report_id: id = '', finding_id = '', expected = '', actual = '', message = '' } = faulty();
      await open(`#/report/${id}/${finding_id}`);
      const card = page().locator(`#f-${finding_id}`);
      expect((await textOf(card.locator('.message'))).trim()).toBe(message.split(' / ')[0]);
      expect(await card.locator('.sum dd').allInnerTexts()).toEqual(
        expect.arrayContaining([expected, actual]),
      );
    });

    test('a finding across years brings the other year beside and lights its cell too', async () => {
      const { report_id: id = '' } = findings().find(
        ({ finding_id }) => finding_id === 'abcdefabcdef',
      ) as CsvRecord;
      await open(`#/report/${id}`);
      await page().locator('#f-abcdefabcdef').getByRole('button', { name: '在表中显示' }).click();
      await page().locator('.beside.lit').first().waitFor();
      expect(await page().locator('.beside.lit').count()).toBe(1);
      await eventually(async () => expect(page().url()).toContain('beside=prev'));
      expect(await textOf(page().locator('#f-abcdefabcdef h3'))).toContain('carry_of_tomorrow');
    });

    test('stands beside the figures of the year before, and checks what is carried over', async () => {
      const { report_id: id = '' } = findings().find(
        ({ finding_id }) => finding_id === 'abcdefabcdef',
      ) as CsvRecord;
      const own = reports().find((one) => one.report_id === id) as CsvRecord;
      const before = reports().find((one) => isYearBefore(one, own)) as CsvRecord;
      await open(`#/report/${id}?beside=prev`);
      const values = readCsv(dataset(), 'applications').filter((cell) => cell.report_id === before.report_id);
      const shownValues = await page()
        .locator('table.applications td[data-key]')
        .evaluateAll((cells) =>
          cells.map((cell) => [
            cell.getAttribute('data-key'),
            cell.querySelector('.beside')?.textContent?.replace(/^\d{4} /, ''),
          ]),
        );
      for (const { item, applicant, value, state } of values.filter((cell) => cell.state === 'reported'))
        expect([
          state,
          new Map(shownValues as [string, string][]).get(`applications/${item}/${applicant}`),
        ]).toEqual([state, value]);
      expect(await textOf(page().locator('table.handover').first())).toMatch(/[=≠]/);
    });

    test('tells raw text, state and place of the cell under pointer or focus', async () => {
      const { report_id: id = '' } = faulty();
      await open(`#/report/${id}`);
      const cell = readCsv(dataset(), 'applications').find(
        (one) => one.report_id === id && one.state === 'reported',
      ) as CsvRecord;
      const selector = `td[data-key="applications/${cell.item}/${cell.applicant}"]`;
      for (const point of [() => page().hover(selector), () => page().focus(selector)]) {
        await point();
        await eventually(async () => {
          const tip = await textOf(page().locator('[role=tooltip]'));
          for (const text of [cell.raw ?? '', cell.locator ?? '', '照录数字']) expect(tip).toContain(text);
        });
        await page().mouse.move(0, 0);
      }
      await eventually(async () =>
        expect(await page().locator(selector).getAttribute('aria-describedby')).toBe('cell-tip'),
      );
      await page().keyboard.press('Escape');
      await eventually(async () => expect(await page().locator('[role=tooltip]').count()).toBe(0));
    });

    test('says why a report failed', async () => {
      const failed = reports().find(({ status }) => status === 'failed') as CsvRecord;
      await open(`#/report/${failed.report_id}`);
      expect(await textOf(page().locator('.notice-box'))).toContain(failed.error_message);
    });

    test('is not there: the page says so', async () => {
      await open('#/report/ffffffffffff');
      expect(await textOf(page().locator('main'))).toContain('没有编号为 ffffffffffff 的报告');
      await open('#/nowhere');
      expect(await textOf(page().locator('main h1'))).toBe('没有这一页。');
    });
  });

  test('every cell of every report of the corpus stands in its form, with its value', async () => {
    const corpus = show(corpusDataset);
    const cells = (['proactive', 'applications', 'remedies'] as const).flatMap((table) =>
      readCsv(corpus.dataset, table).map((cell) => ({
        id: cell.report_id,
        key: `${table}/${cell.item ?? cell.path}/${cell.measure ?? cell.applicant ?? cell.result}`,
        value: cell.value ?? '',
        state: cell.state,
      })),
    );
    for (const { report_id: id } of readCsv(corpus.dataset, 'reports')) {
      await open(`#/report/${id}`, corpus);
      const onPage = await page()
        .locator('td[data-key]')
        .evaluateAll((all) =>
          all.map((cell) => [
            cell.getAttribute('data-key'),
            `${cell.getAttribute('data-state')} ${(cell.firstElementChild?.matches('.corner') ? cell.childNodes[1] : cell.childNodes[cell.textContent?.startsWith('≈') ? 1 : 0])?.textContent}`,
          ]),
        );
      const own = cells.filter((cell) => cell.id === id);
      const pageCells = new Map(onPage as [string, string][]);
      expect(pageCells.size).toBe(own.length);
      for (const { key, value, state } of own.filter((cell) => cell.value !== ''))
        expect([key, pageCells.get(key)]).toEqual([key, `${state} ${value}`]);
    }
  }, 180_000);
});
