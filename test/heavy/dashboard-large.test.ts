import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dispatchTake, settleTake } from '../cli/fake-desk.js';
import { onPage } from '../scenarios/parts/browser-page.js';
import { CommandBench } from '../scenarios/parts/command.js';
import { DashboardProcess } from '../scenarios/parts/dashboard.js';
import { startBrowser } from '../setup/browser.js';

const many = 10_000;
let browser: Browser;

beforeAll(async () => {
  browser = await startBrowser();
});

afterAll(() => browser.close());

describe(`the dashboard over a store with ${String(many)} takes`, () => {
  it('scrolls to the first of them, draws only those in sight, and still hears of the next one', async () => {
    const bench = await CommandBench.open({ project: 'poster' });
    const prompt = 'A red fox in fresh snow at dawn';
    await bench.store(async (store) => {
      for (let number = 1; number <= many; number += 1) {
        const id = `t_${String(number)}`;
        await dispatchTake(store, id, 1_000_000, { prompt, shot: `shot-${String(number % 40)}` });
        await settleTake(store, id);
      }
    });
    const dashboard = await DashboardProcess.start(bench.config, ['--data', bench.data]);
    try {
      await onPage(browser, dashboard.origin, async ({ page }) => {
        await page.getByLabel('Password', { exact: true }).fill('correct horse battery');
        await page.getByLabel('Once more').fill('correct horse battery');
        await page.getByRole('button', { name: 'Set password' }).click();
        await page.getByText('Nothing waits for you').waitFor();
        await page.keyboard.press('2');
        const grid = page.getByRole('list', { name: 'All takes' });
        await grid.getByRole('listitem').first().waitFor();
        await page.evaluate("document.querySelector('.grid').scrollTop = 1e9");
        await grid.locator(`[aria-posinset="${String(many)}"]`).waitFor();
        expect(await grid.getByRole('listitem').count()).toBeLessThan(120);
        await bench.store((store) => dispatchTake(store, 't_next', 1_000_000, { prompt, shot: 'shot-1' }));
        await grid
          .locator(`[aria-setsize="${String(many + 1)}"]`)
          .first()
          .waitFor();
      });
    } finally {
      await dashboard.close();
      await bench.close();
    }
  });
});
