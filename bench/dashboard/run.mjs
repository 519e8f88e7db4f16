#!/usr/bin/env node
// How soon the dashboard shows something, and how it scrolls, with 10,000 takes. See README.md.
import { parseArgs } from 'node:util';
import { rootFrom } from '../../scripts/lib/arguments.mjs';
import { loadSource } from '../../scripts/lib/load-source.mjs';
import { median, quantile } from '../lib/statistics.mjs';

const { values: options } = parseArgs({
  options: { takes: { type: 'string', default: '10000' }, rounds: { type: 'string', default: '5' } },
});

/** Scrolls the grid down a screen a frame and keeps how long each frame took. */
const SCROLL = `(grid) => new Promise((resolve) => {
  const frames = [];
  let last = performance.now();
  const step = (now) => {
    frames.push(now - last);
    last = now;
    grid.scrollTop += 300;
    if (frames.length < 240) requestAnimationFrame(step);
    else resolve(frames.slice(1));
  };
  requestAnimationFrame(step);
})`;
const GRID = "document.querySelector('.grid')";
const PAINT = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0";

async function measure(browser, url) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const started = performance.now();
  await page.goto(`${url}/#/board`);
  const grid = page.getByRole('list', { name: 'All takes' });
  await grid.getByRole('listitem').first().waitFor();
  const firstTakesMs = performance.now() - started;
  const firstPaintMs = await page.evaluate(PAINT);
  const frames = await page.evaluate(`(${SCROLL})(${GRID})`);
  const jumped = performance.now();
  await page.evaluate(`${GRID}.scrollTop = 1e9`);
  await grid.locator(`[aria-posinset="${options.takes}"]`).waitFor();
  const toTheEndMs = performance.now() - jumped;
  await page.close();
  return { firstPaintMs, firstTakesMs, frames, toTheEndMs };
}

const source = await loadSource(
  rootFrom([]),
  'bench-dashboard',
  "export { startFakeServer } from './test/dashboard/fake-server.ts'; export { startBrowser } from './test/setup/browser.ts';",
);
const server = await source.startFakeServer(Number(options.takes));
const browser = await source.startBrowser();
const rounds = [];
for (let round = 0; round < Number(options.rounds); round += 1) rounds.push(await measure(browser, server.url));
await browser.close();
await server.close();

const frames = rounds.flatMap((round) => round.frames);
const middle = (name) => median(rounds.map((round) => round[name])).toFixed(0);
console.log(`${options.takes} takes, ${options.rounds} rounds`);
console.log(`first paint            ${middle('firstPaintMs')} ms`);
console.log(`first takes shown      ${middle('firstTakesMs')} ms`);
console.log(
  `frame while scrolling  ${quantile(frames, 0.5).toFixed(1)} ms, p95 ${quantile(frames, 0.95).toFixed(1)} ms`,
);
console.log(`jump to the last take  ${middle('toTheEndMs')} ms`);
