// Draws docs/images/dashboard-*.png: every page of the dashboard over a made-up project, in a real Chromium.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { rootFrom } from './lib/arguments.mjs';
import { loadSource } from './lib/load-source.mjs';

const FOLDER = 'docs/images';
const PICTURES = [
  { name: 'door', hash: '', door: { state: 'first', token: null } },
  { name: 'now', hash: '#/now' },
  { name: 'board', hash: '#/board?take=take-36' },
  { name: 'compare', hash: '#/board?take=take-36&against=take-32' },
  { name: 'money', hash: '#/money', look: 'dark' },
  { name: 'workflow', hash: '#/workflow?document=product-stills&version=2' },
  { name: 'rules', hash: '#/rules' },
  { name: 'servers', hash: '#/servers' },
  { name: 'now-dark', hash: '#/now', look: 'dark' },
];

const root = rootFrom(process.argv);
const only = process.argv.find((argument) => argument.startsWith('--only='))?.slice('--only='.length);
const { startBrowser, startFakeServer } = await loadSource(
  root,
  'pictures',
  "export { startFakeServer } from './test/dashboard/fake-server.ts';" +
    "export { startBrowser } from './test/setup/browser.ts';",
);
mkdirSync(join(root, FOLDER), { recursive: true });
const browser = await startBrowser();
for (const { name, hash, door, look = 'light' } of PICTURES.filter((one) => !only || one.name === only)) {
  const server = await startFakeServer(46, door);
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, colorScheme: look });
  await page.goto(`${server.url}/${hash}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForLoadState('load');
  await page.evaluate('Promise.all([...document.images].map((one) => one.decode().catch(() => {})))');
  await page.screenshot({ path: join(root, FOLDER, `dashboard-${name}.png`) });
  console.log(`wrote ${FOLDER}/dashboard-${name}.png`);
  await page.close();
  await server.close();
}
await browser.close();
