import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askApproval } from '../cli/fake-desk.js';
import { startBrowser } from '../setup/browser.js';
import { imageTool, onBench, promptOf, type Bench } from './harness.js';
import { onPage, seriousFindings } from './parts/browser-page.js';
import { DashboardProcess } from './parts/dashboard.js';

const password = 'correct horse battery';
let browser: Browser;

beforeAll(async () => {
  browser = await startBrowser();
});

afterAll(() => browser.close());

/** The page of a real dashboard beside a bench, opened with its first password. */
async function onDashboard(work: (page: Page, bench: Bench) => Promise<void>): Promise<void> {
  const config = {
    budgets: [{ scope: 'project' as const, limit: 1000, onDemand: { limit: 500 } }],
    ask: { above: 30, every: 100_000, minutes: 15 },
  };
  await onBench({ config }, async (bench) => {
    const dashboard = await DashboardProcess.start(bench.configFile);
    try {
      await onPage(browser, dashboard.origin, async ({ page }) => {
        await page.getByLabel('Password', { exact: true }).fill(password);
        await page.getByLabel('Once more').fill(password);
        await page.getByRole('button', { name: 'Set password' }).click();
        await page.getByText('Nothing waits for you').waitFor();
        await work(page, bench);
      });
    } finally {
      await dashboard.close();
    }
  });
}

describe('the page of a running gate', () => {
  it('shows what an agent asks as it asks, and the yes lets exactly that pass; the take is there to be locked', () =>
    onDashboard(async (page, bench) => {
      const gateway = await bench.start();
      const call = { prompt: promptOf(12), model: 'sdxl' };
      await gateway.call(imageTool, call);
      await page.getByRole('button', { name: 'Approve 40' }).click();
      await page.getByText('Nothing waits for you').waitFor();
      expect((await gateway.call(imageTool, call)).data).toMatchObject({ status: 'done', paid: 40 });
      await page.getByText('960', { exact: true }).waitFor();
      await page.keyboard.press('2');
      const card = page.locator('.card').first();
      await card.locator('img').waitFor();
      await card.click();
      await page.getByRole('button', { name: 'Approve and lock' }).click();
      await page
        .getByRole('complementary', { name: /Take of/ })
        .getByText('approved', { exact: true })
        .waitFor();
      const { takes } = await bench.ledger();
      expect(await bench.store((store) => store.takes({ project: 'scenario', limit: 1 }))).toMatchObject([
        { feedback: { verdict: 'approve' } },
      ]);
      expect(takes).toHaveLength(1);
      await page.keyboard.press('Escape');
      await page.keyboard.press('3');
      await page.getByRole('img', { name: /Spending by day: 40 credits/ }).waitFor();
      for (const key of ['2', '3', '4', '5', '6']) {
        await page.keyboard.press(key);
        await page.getByRole('heading', { level: 1 }).waitFor();
        expect([key, await seriousFindings(page)]).toEqual([key, []]);
      }
    }));

  it('carries a no with its note, an edit and a higher limit into the store', () =>
    onDashboard(async (page, bench) => {
      const ask = (id: string) => {
        const now = Date.now();
        return bench.store((store) =>
          askApproval(store, { id, project: 'scenario', at: now, expiresAt: now + 900_000 }),
        );
      };
      await ask('a_1');
      await page.getByLabel('What the agent should know').fill('not this week');
      await page.getByRole('button', { name: 'Reject' }).click();
      await page.getByText('Nothing waits for you').waitFor();
      await ask('a_2');
      await page.getByRole('button', { name: 'Edit' }).click();
      await page.getByLabel('Prompt to use instead').fill('A hare in snow');
      await page.getByRole('button', { name: 'Send edit' }).click();
      await page.getByText('Nothing waits for you').waitFor();
      await page.getByText('Extend').click();
      await page.getByLabel('New limit in credits').fill('1400');
      await page.getByRole('button', { name: 'Set limit' }).click();
      await page.getByText('1,400').first().waitFor();
      const told = await bench.store((store) => Promise.all([store.approval('a_1'), store.approval('a_2')]));
      expect(told.map((one) => one?.state)).toEqual(['denied', 'denied']);
      expect(JSON.stringify(told)).toMatch(/not this week.*A hare in snow/);
    }));
});
