import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Door } from '../../src/dashboard/api.js';
import { PAGES } from '../../src/dashboard/page/place.js';
import { startFakeServer, type FakeServer } from '../dashboard/fake-server.js';
import { waitingOf } from '../dashboard/fake-project.js';
import { startBrowser } from '../setup/browser.js';
import { onPage, seriousFindings } from './parts/browser-page.js';

let browser: Browser;

beforeAll(async () => {
  browser = await startBrowser();
});

afterAll(() => browser.close());

/** A page over a made-up project with so many takes. */
async function onFake(
  count: number,
  work: (page: Page, server: FakeServer) => Promise<void>,
  { hash = '', door = {}, look = 'light' }: { hash?: string; door?: Partial<Door>; look?: 'light' | 'dark' } = {},
): Promise<void> {
  const server = await startFakeServer(count, door);
  try {
    await onPage(browser, `${server.url}/${hash}`, ({ page }) => work(page, server), { colorScheme: look });
  } finally {
    await server.close();
  }
}

const first = (page: Page) => page.getByRole('region', { name: 'Waiting for you' }).getByRole('article').first();

/** Whether the focused part of the page begins within the window. */
const isInSight = '(({ top }) => top >= 0 && top < innerHeight)(document.activeElement.getBoundingClientRect())';

describe('the door', () => {
  it('takes a first password typed twice the same, and shows nothing before', () =>
    onFake(
      40,
      async (page, server) => {
        await page.getByLabel('Password', { exact: true }).fill('correct horse');
        await page.getByLabel('Once more').fill('correct hors');
        await page.getByRole('button', { name: 'Set password' }).click();
        expect(await page.getByRole('alert').textContent()).toMatch(/differ/);
        expect(server.posts).toEqual([]);
        await page.getByLabel('Once more').fill('correct horse');
        await page.getByRole('button', { name: 'Set password' }).click();
        await page.getByRole('heading', { name: 'Waiting for you' }).waitFor();
        expect(server.posts).toMatchObject([{ path: '/api/door/first', body: { password: 'correct horse' } }]);
      },
      { door: { state: 'first', token: null } },
    ));

  it('says why a wrong password opens nothing, lets in with the right one, and out again', () =>
    onFake(
      40,
      async (page) => {
        await page.getByLabel('Password').fill('guess');
        await page.keyboard.press('Enter');
        await page.getByText('That is not the password.').waitFor();
        await page.getByLabel('Password').fill('correct horse');
        await page.keyboard.press('Enter');
        await page.getByRole('button', { name: 'Sign out' }).click();
        await page.getByRole('heading', { name: 'Sign in' }).waitFor();
      },
      { door: { state: 'closed', token: null, lockedUntil: null } },
    ));

  it('shows a page without any button that decides to whoever only looks', () =>
    onFake(
      40,
      async (page) => {
        await first(page).waitFor();
        expect(await page.getByRole('button', { name: /Approve|Reject|Edit|Set limit/ }).count()).toBe(0);
      },
      { door: { state: 'reading', token: null } },
    ));
});

describe('what waits', () => {
  it('is approved, edited and rejected with a note', () =>
    onFake(40, async (page, server) => {
      const said = () => server.posts.at(-1);
      expect(await first(page).textContent()).toMatch(/120.*A still of the same moment.*38/);
      await first(page).getByRole('button', { name: 'Approve 120' }).click();
      await page.getByText('Its price is not known').waitFor();
      await page.getByRole('button', { name: 'Approve 120' }).waitFor({ state: 'detached' });
      expect(said()).toMatchObject({ path: '/api/approvals/ask-1', body: { decision: 'approve' }, token: 'token-1' });
      await first(page).getByRole('button', { name: 'Edit' }).click();
      await first(page).getByLabel('Prompt to use instead').fill('a still, not a film');
      await first(page).getByRole('button', { name: 'Send edit' }).click();
      await page.getByText('Its price is not known').waitFor({ state: 'detached' });
      expect(said()).toMatchObject({ body: { decision: 'edit', prompt: 'a still, not a film' } });
      await first(page).getByLabel('What the agent should know').fill('not this week');
      await first(page).getByRole('button', { name: 'Reject' }).click();
      await page.getByText('Nothing waits for you').waitFor();
      expect(said()).toMatchObject({ path: '/api/approvals/ask-3', body: { decision: 'deny', note: 'not this week' } });
    }));

  it('is shown among the others where the address names it, and what became of it once it is decided', () =>
    onFake(
      40,
      async (page) => {
        const named = page.locator('article[aria-current="true"]');
        await page.locator('article[aria-current="true"]:focus').waitFor();
        expect(await named.textContent()).toMatch(/^The request that you were sent to.*Approve 44/);
        expect(await named.count()).toBe(1);
        expect(await page.evaluate(isInSight)).toBe(true);
        expect(await seriousFindings(page)).toEqual([]);
        await named.getByRole('button', { name: 'Approve 44' }).click();
        await page.locator('p:focus', { hasText: 'Six seconds of film on reel-2” was approved' }).waitFor();
        expect(await page.getByRole('button', { name: /^Approve/ }).count()).toBe(2);
      },
      { hash: '#/now?request=ask-3' },
    ));

  it('says what became of the request that the address names, or that there is none', () =>
    onFake(
      40,
      async (page) => {
        await page.locator('p:focus', { hasText: '“A poster on lumen” was denied.' }).waitFor();
        expect(await page.locator('article[aria-current]').count()).toBe(0);
        expect(await seriousFindings(page)).toEqual([]);
        await page.evaluate("location.hash = '#/now?request=ask-77'");
        await page.locator('p:focus', { hasText: 'There is no such thing.' }).waitFor();
        await page.evaluate("location.hash = '#/now?request=ask-2'");
        await page.locator('article[aria-current="true"]:focus').waitFor();
        expect(await page.getByText('There is no such thing.').count()).toBe(0);
      },
      { hash: '#/now?request=ask-0' },
    ));

  it('leaves a person alone who writes while another process decides the named request', () =>
    onFake(
      40,
      async (page, server) => {
        await page.locator('article[aria-current="true"]:focus').waitFor();
        const note = page.getByLabel('What the agent should know').last();
        await note.fill('not this');
        const { now, asked } = server.project;
        server.project.asked = asked.map((one) => (one.id === 'ask-1' ? { ...one, state: 'expired' } : one));
        server.project.now = { ...now, waiting: now.waiting.filter(({ id }) => id !== 'ask-1') };
        server.tell('now');
        await page.getByText('ran out before anybody decided').waitFor();
        await page.keyboard.type(' week');
        expect(await note.inputValue()).toBe('not this week');
      },
      { hash: '#/now?request=ask-1' },
    ));

  it('appears by itself when another process asks', () =>
    onFake(40, async (page, server) => {
      await first(page).waitFor();
      server.project.now = { ...server.project.now, waiting: [waitingOf('ask-9', 77)] };
      server.tell('now');
      await page.getByRole('button', { name: 'Approve 77' }).waitFor();
      expect(await page.getByRole('button', { name: /^Approve/ }).count()).toBe(1);
    }));

  it('stays text, whatever an agent wrote into it', () =>
    onFake(40, async (page, server) => {
      const evil = '<img src=x onerror="document.title=\'owned\'"><script>document.title="owned"</script>';
      const one = { ...waitingOf('ask-9', 77), prompt: evil, because: evil, title: evil };
      server.project.now = { ...server.project.now, waiting: [one] };
      server.tell('now');
      await page.getByText(evil).first().waitFor();
      expect(await page.title()).toMatch(/^Now/);
    }));
});

describe('budgets', () => {
  it('are extended within what may be added', () =>
    onFake(40, async (page, server) => {
      const session = page.getByRole('article', { name: 'This session' });
      expect(await session.getByRole('meter').getAttribute('aria-valuetext')).toBe('164 spent, 20 held of 200');
      await session.getByText('Extend').click();
      await session.getByLabel('New limit in credits').fill('280');
      await session.getByRole('button', { name: 'Set limit' }).click();
      await session.getByText('280').waitFor();
      expect(server.posts.at(-1)).toMatchObject({ path: '/api/budgets/session', body: { limit: 280 } });
      expect(await page.getByRole('article', { name: 'Orchard juice' }).getByText('Extend').count()).toBe(0);
    }));
});

describe('the board', () => {
  it('takes a word on a take, with what to change where it is to be refined', () =>
    onFake(
      46,
      async (page, server) => {
        const panel = page.getByRole('complementary', { name: /Take of/ });
        await panel.getByRole('button', { name: 'Refine' }).click();
        await panel.getByText('Say in a few words what to change').waitFor();
        expect(server.posts).toEqual([]);
        await panel.getByLabel('What the agent should know').fill('warmer');
        await panel.getByRole('button', { name: 'Refine' }).click();
        await panel.getByText('warmer').waitFor();
        await panel.getByRole('button', { name: 'Approve and lock' }).click();
        await panel.getByText('approved', { exact: true }).waitFor();
        expect(server.posts.map(({ body }) => body)).toEqual([
          { verdict: 'refine', note: 'warmer' },
          { verdict: 'approve' },
        ]);
        expect(await panel.locator('del').textContent()).toBe('black');
      },
      { hash: '#/board?take=take-36' },
    ));

  it('lays two takes side by side with the difference of their prompts', () =>
    onFake(
      46,
      async (page) => {
        await page.getByLabel('Choose a second take').selectOption('take-32');
        const dialog = page.getByRole('dialog');
        await dialog.locator('article').nth(1).waitFor();
        await dialog.locator('img').nth(1).waitFor();
        expect(await dialog.locator('article').count()).toBe(2);
        await dialog.locator('ins').first().waitFor();
        await page.keyboard.press('Escape');
        await dialog.waitFor({ state: 'detached' });
        await page.waitForURL(({ hash }) => !hash.includes('against'));
      },
      { hash: '#/board?take=take-36' },
    ));

  it('scrolls through 10,000 takes and draws only those in sight', () =>
    onFake(
      10_000,
      async (page) => {
        const grid = page.getByRole('list', { name: 'All takes' });
        await grid.getByRole('listitem').first().waitFor();
        await page.evaluate("document.querySelector('.grid').scrollTop = 1e9");
        await grid.locator('[aria-posinset="10000"]').waitFor();
        expect(await grid.getByRole('listitem').count()).toBeLessThan(120);
      },
      { hash: '#/board' },
    ));
});

describe('money, workflow, rules and servers', () => {
  it('draws the charts with their data, and tells the same in words and tables', () =>
    onFake(
      40,
      async (page) => {
        const chart = page.getByRole('img', { name: /Spending by day/ });
        expect(await chart.getAttribute('aria-label')).toMatch(/238 credits spent by 2026-03-08 of 360 planned/);
        expect(await chart.locator('circle').count()).toBe(7);
        expect(await chart.locator('.burn-line').getAttribute('d')).toMatch(/^M\d/);
        expect(await page.getByRole('table', { name: 'Credits by shot' }).getByRole('row').count()).toBe(5);
        await page.getByLabel('Movement').selectOption('release');
        await page.getByText('3 movements').waitFor();
        expect(await page.getByRole('link', { name: 'Export CSV' }).getAttribute('href')).toContain('kind=release');
      },
      { hash: '#/money' },
    ));

  it('accepts a draft after it showed what changed', () =>
    onFake(
      40,
      async (page, server) => {
        await page.getByText('One version, then ask.').first().waitFor();
        await page.getByRole('button', { name: 'Accept' }).click();
        await page.getByRole('button', { name: 'Accept' }).waitFor({ state: 'detached' });
        expect(server.posts).toMatchObject([{ path: '/api/workflow/product-stills/accept', body: { version: 2 } }]);
      },
      { hash: '#/workflow?document=product-stills&version=2' },
    ));

  it('sets a level, settles a tool and lets a changed one pass', () =>
    onFake(
      40,
      async (page, server) => {
        await page.getByLabel('Level of rerun.suspect').selectOption('ask');
        await page.getByText('rerun.suspect: ask').waitFor();
        await page.keyboard.press('6');
        await page.getByLabel('Credits a call').fill('3');
        await page.getByRole('button', { name: 'It costs' }).click();
        await page.getByText('Every tool is settled.').waitFor();
        await page.getByRole('button', { name: 'I have seen it' }).click();
        await page.getByRole('button', { name: 'I have seen it' }).waitFor({ state: 'detached' });
        expect(server.posts.map(({ path }) => path)).toEqual([
          '/api/rules',
          '/api/servers/lumen/tools/upscale',
          '/api/servers/lumen/tools/generate_video/trust',
        ]);
      },
      { hash: '#/rules' },
    ));
});

describe('every page', () => {
  it.each(['light', 'dark'] as const)('is without serious findings of axe when it is %s', (look) =>
    onFake(
      46,
      async (page) => {
        const ground = await page.evaluate('getComputedStyle(document.documentElement).backgroundColor');
        expect(ground).toBe(look === 'light' ? 'rgb(246, 245, 241)' : 'rgb(19, 20, 18)');
        for (const name of [...PAGES, 'board?take=take-36']) {
          await page.evaluate(`location.hash = '#/${name}'`);
          await page.locator(`nav a[aria-current="page"][href="#/${name.split('?')[0] ?? ''}"]`).waitFor();
          await page.getByRole('heading', { level: 1 }).waitFor();
          expect([name, await seriousFindings(page)]).toEqual([name, []]);
        }
      },
      { look },
    ),
  );

  it('says what to do where nothing is there yet', () =>
    onFake(0, async (page) => {
      const said = ['Nothing waits for you', 'No takes yet', 'Nothing spent yet', 'No brief yet'];
      for (const [index, text] of said.entries()) {
        await page.keyboard.press(String(index + 1));
        await page.getByText(text).first().waitFor();
      }
      expect(await seriousFindings(page)).toEqual([]);
    }));

  it('changes its look by the switch and remembers it', () =>
    onFake(40, async (page) => {
      const toggle = page.getByRole('button', { name: /^Look/ });
      await toggle.click();
      await toggle.click();
      await toggle.filter({ hasText: 'Look: dark' }).waitFor();
      await page.reload();
      await toggle.filter({ hasText: 'Look: dark' }).waitFor();
      const ground = await page.evaluate('getComputedStyle(document.documentElement).backgroundColor');
      expect(ground).toBe('rgb(19, 20, 18)');
    }));

  it('is worked with the keyboard alone, from the door to a locked take', () =>
    onFake(
      46,
      async (page, server) => {
        const tabTo = async (name: string): Promise<void> => {
          for (let step = 0; step < 80; step += 1) {
            await page.keyboard.press('Tab');
            const label = await page.evaluate(
              "(one => (one.className === 'card' ? 'card ' : '') + one.textContent.trim())(document.activeElement)",
            );
            if (String(label).startsWith(name)) return;
          }
          throw new Error(`Tab never reached ${name}`);
        };
        await page.getByLabel('Password').waitFor();
        await page.keyboard.press('Tab');
        await page.keyboard.type('correct horse');
        await page.keyboard.press('Enter');
        await first(page).waitFor();
        await tabTo('Approve 120');
        await page.keyboard.press('Enter');
        await page.getByRole('button', { name: 'Approve 120' }).waitFor({ state: 'detached' });
        await page.keyboard.press('2');
        await page.getByRole('listitem').first().waitFor();
        await tabTo('card morning-kitchen');
        await page.keyboard.press('ArrowRight');
        await page.locator('.card[data-index="1"]:focus').waitFor();
        await page.keyboard.press('Enter');
        await page.getByRole('button', { name: 'Approve and lock' }).waitFor();
        await tabTo('Approve and lock');
        await page.keyboard.press('Enter');
        await page
          .getByRole('complementary', { name: /Take of/ })
          .getByText('approved', { exact: true })
          .waitFor();
        await page.keyboard.press('Escape');
        await page.getByRole('complementary', { name: /Take of/ }).waitFor({ state: 'detached' });
        expect(server.posts.map(({ path }) => path)).toEqual([
          '/api/door/in',
          '/api/approvals/ask-1',
          '/api/takes/take-44/feedback',
        ]);
      },
      { door: { state: 'closed', token: null } },
    ));
});
