import { afterEach, beforeEach, expect, it } from 'vitest';
import { startEarly } from '../../src/upstreams/early-start.js';
import { ToolCache } from '../../src/upstreams/tool-cache.js';
import { fixtureServer } from '../fixtures/relay.js';
import { tempFolder } from '../fixtures/upstream-bench.js';

let temp: ReturnType<typeof tempFolder>;

beforeEach(() => {
  temp = tempFolder();
});
afterEach(() => temp.remove());

it('starts early exactly the commands whose lists are not known yet', async () => {
  const odd = fixtureServer('odd-upstream.mjs');
  const silent = fixtureServer('silent-upstream.mjs');
  new ToolCache(temp.folder).write('known', silent, { tools: [] });
  const started = startEarly({ known: silent, fresh: odd, far: { url: 'http://127.0.0.1:9' } }, temp.folder);
  expect([...started.keys()]).toEqual(['fresh']);
  await started.get('fresh')?.stop(500);
});
