import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { z } from 'zod';

const require = createRequire(import.meta.url);
const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

const violationsSchema = z.array(
  z.object({
    id: z.string(),
    impact: z.string().nullable(),
    nodes: z.array(z.object({ html: z.string(), failureSummary: z.string().optional() })),
  }),
);

/** A page in a browser, with what its console complained about. */
export interface OpenPage {
  readonly page: Page;
  readonly complaints: string[];
}

/** Runs `work` on a fresh page that knows nothing of the others; an error that the page threw fails it. */
export async function onPage(
  browser: Browser,
  url: string,
  work: (open: OpenPage) => Promise<void>,
  options: BrowserContextOptions = {},
): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 860 }, ...options });
  const complaints: string[] = [];
  try {
    await context.addInitScript(axeSource);
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' && /Content Security Policy/.test(message.text())) complaints.push(message.text());
    });
    await page.goto(url);
    await work({ page, complaints });
    if (complaints.length > 0) throw new Error(complaints.join('\n'));
  } finally {
    await context.close();
  }
}

/** What axe finds serious or worse on the page as it stands, one line each. */
export async function seriousFindings(page: Page): Promise<string[]> {
  const found = violationsSchema.parse(await page.evaluate('axe.run().then((result) => result.violations)'));
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary = '' }) => html + failureSummary).join(' | ')}`,
    );
}
