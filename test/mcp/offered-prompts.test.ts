import { expect, it } from 'vitest';
import { openTexts } from '../../src/feedback/texts.js';
import type { Bench } from '../../src/mcp/desk-tool.js';
import { sayOffers } from '../../src/mcp/offered-prompts.js';
import { openBench } from '../fixtures/gate-bench.js';

const mug = { title: 'Mug', words: [], prompt: `A red mug ${'and more '.repeat(200)}` };

it('prompts are offered in lines and as data, cut where they are too long to read, and not at all without any', async () => {
  const { desk } = await openBench();
  const bench = { desk, texts: openTexts(), libraries: () => [[mug]] } as unknown as Bench;
  const { lines, data } = await sayOffers(bench, [{ for: 'mug/hero', text: 'red mug' }]);
  expect(lines).toHaveLength(2);
  expect(lines[1]).toMatch(/^- for mug\/hero: Mug: “A red mug and more .{600,700}…”$/);
  expect(data).toMatchObject([{ for: 'mug/hero', from: 'library' }]);
  expect(await sayOffers(bench, [{ for: 'mug/hero', text: 'grey hare' }])).toEqual({ lines: [], data: [] });
});
