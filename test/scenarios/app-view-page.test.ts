import type { Browser, Frame } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTexts } from '../../src/feedback/texts.js';
import { viewPage } from '../../src/mcp/view-page.js';
import { startBrowser } from '../setup/browser.js';

let browser: Browser;

beforeAll(async () => {
  browser = await startBrowser();
});

afterAll(() => browser.close());

const evil = '<img src=x onerror="document.title=1"><b>fox</b>';
const take = (id: string, changes: object = {}) => ({
  ...{ take: id, shot: 'cover', phase: 'explore', model: 'sdxl', prompt: 'a red fox', state: 'posted', paid: 40 },
  ...{ assets: [{ id: 'a' }], feedback: null, ...changes },
});
const state = {
  project: 'poster',
  budgets: [{ scope: 'session', limit: 200, spent: 50, held: 10, left: 140 }],
  takes: [take('t_1'), take('t_2', { prompt: evil, state: 'in_doubt', assets: [] })],
  waiting: [{ id: 'a_1', title: 'studio: film', credits: 120 }],
};
const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** What a client is to the page: it shakes hands, hands over an answer, and passes calls of the page's tool on. */
function host(canCall: boolean): string {
  const capabilities = JSON.stringify(canCall ? { serverTools: {} } : {});
  return `<iframe sandbox="allow-scripts" style="width:600px;height:800px"></iframe><script>
    const frame = document.querySelector('iframe');
    window.calls = [];
    window.sizes = 0;
    const post = (message) => frame.contentWindow.postMessage({ jsonrpc: '2.0', ...message }, '*');
    addEventListener('message', ({ data }) => {
      if (data.method === 'ui/initialize') {
        post({ id: data.id, result: { hostCapabilities: ${capabilities}, hostContext: { theme: 'dark' } } });
      } else if (data.method === 'ui/notifications/initialized') {
        const structuredContent = { budgets: ${JSON.stringify(state.budgets)} };
        post({ method: 'ui/notifications/tool-result', params: { structuredContent, _meta: { 'greenlight/ticket': 'one' } } });
      } else if (data.method === 'ui/notifications/size-changed') window.sizes += 1;
      else if (data.method === 'tools/call') {
        window.calls.push(data.params);
        const next = { _meta: { 'greenlight/ticket': 'ticket-' + window.calls.length } };
        const image = { type: 'image', mimeType: 'image/png', data: '${pixel}' };
        const result = data.params.arguments.take === undefined
          ? { structuredContent: ${JSON.stringify(state).replaceAll('<', '\\u003c')}, content: [] } : { content: [image] };
        post({ id: data.id, result: { ...result, ...next } });
      }
    });
  </script>`;
}

async function inConversation(
  canCall: boolean,
  work: (frame: Frame, says: (code: string) => Promise<unknown>) => Promise<void>,
) {
  const page = await browser.newPage();
  try {
    page.setDefaultTimeout(10_000);
    await page.setContent(host(canCall));
    const html = viewPage(openTexts(), '1.2.3')();
    await page.evaluate(`document.querySelector('iframe').srcdoc = ${JSON.stringify(html)}`);
    const frame = await (await page.waitForSelector('iframe')).contentFrame();
    if (frame === null) throw new Error('no frame');
    await work(frame, (code) => page.evaluate(code));
  } finally {
    await page.close();
  }
}

describe('the page in the conversation, in a browser', () => {
  it('draws budgets, what waits and takes as text, and shows a picture with the ticket of the answer before', () =>
    inConversation(true, async (frame, says) => {
      await frame.getByText('greenlight approve a_1').waitFor();
      await frame.getByText('140 left').waitFor();
      await frame.getByText('50 spent, 10 held of 200').waitFor();
      await frame.getByText(evil).waitFor();
      await frame.getByText('in doubt').waitFor();
      await frame.getByRole('button', { name: 'Show' }).click();
      await frame.getByRole('img', { name: 'a red fox' }).waitFor();
      const calls = (await says('window.calls')) as { name: string; arguments: object }[];
      expect(calls.map(({ name }) => name)).toEqual(['desk_view', 'desk_view']);
      expect(calls.map((call) => call.arguments)).toEqual([{ ticket: 'one' }, { ticket: 'ticket-1', take: 't_1' }]);
      expect(await says('window.sizes')).toBeGreaterThan(0);
      expect(await frame.evaluate('getComputedStyle(document.documentElement).colorScheme')).toBe('dark');
      expect(await frame.title()).toBe('Greenlight');
    }));

  it('shows what the answer held where it may not read on, and says so', () =>
    inConversation(false, async (frame, says) => {
      await frame.getByText('140 left').waitFor();
      await frame.getByText('as old as the answer above').waitFor();
      expect(await frame.getByRole('button').count()).toBe(0);
      expect(await says('window.calls')).toEqual([]);
    }));
});
