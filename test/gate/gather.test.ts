import { describe, expect, it } from 'vitest';
import { gather, promptKeyOf, requestDigest, viewOf } from '../../src/gate/gather.js';
import { usualReading } from '../../src/model/reading.js';
import type { Hints } from '../../src/model/request.js';
import type { Remark } from '../../src/gate/store-port.js';
import { budgetOf, openBench, pictureTool, startAt, type GateBench } from '../fixtures/gate-bench.js';
import { listedTool } from '../fixtures/listed-tool.js';
import { requestOf } from '../fixtures/rule-input.js';

const fox = requestOf({ arguments: { prompt: 'a', size: 1 } });

async function viewed(
  bench: GateBench,
  hints: Hints = {},
  request = requestOf({ model: 'draft' }),
  tool = pictureTool(),
) {
  const gathered = await gather(bench.ports, bench.session, request, hints);
  return viewOf(bench.ports, tool, gathered, hints, request);
}

describe('the digest of a request', () => {
  it('does not depend on the order of its arguments', async () => {
    const { ports } = await openBench();
    const turned = requestOf({ arguments: { size: 1, prompt: 'a' } });
    expect(requestDigest(ports, fox)).toBe(requestDigest(ports, turned));
  });

  it.each([{ server: 'x' }, { tool: 'x' }, { arguments: { prompt: 'a', size: 2 } }])(
    'is another with %j',
    async (change) => {
      const { ports } = await openBench();
      expect(requestDigest(ports, { ...fox, ...change })).not.toBe(requestDigest(ports, fox));
    },
  );
});

describe('the key of a prompt', () => {
  it('is the same for the same prompt with decoration', async () => {
    const { ports } = await openBench();
    const dressed = requestOf({ prompt: `${fox.prompt}, 8k, masterpiece` });
    expect(promptKeyOf(ports, dressed)).toBe(promptKeyOf(ports, fox));
    expect(promptKeyOf(ports, requestOf({ prompt: 'a boat' }))).not.toBe(promptKeyOf(ports, fox));
  });

  it('is what the person takes for the same', async () => {
    const reading = { ...usualReading, boosters: ['cozy'], notBoosters: ['8k'] };
    const { ports } = await openBench({ policy: { reading } });
    const key = (prompt: string): string => promptKeyOf(ports, requestOf({ prompt }));
    expect(key('a cozy boat')).toBe(key('a boat'));
    expect(key('a boat, 8k')).not.toBe(key('a boat'));
  });

  it('of calls without a prompt is that of what they work on', async () => {
    const { ports } = await openBench();
    const key = (tool: string, input: string): string =>
      promptKeyOf(ports, requestOf({ prompt: '', tool, inputs: [input] }));
    expect(key('upscale', 'a.png')).toBe(key('upscale', 'a.png'));
    expect(new Set([key('upscale', 'a.png'), key('upscale', 'b.png'), key('reframe', 'a.png')]).size).toBe(3);
  });
});

describe('the picture of a call', () => {
  it('of an empty project is empty', async () => {
    const bench = await openBench({ policy: { budgets: [budgetOf('session', 100)] } });
    expect(await viewed(bench)).toMatchObject({
      session: { id: 's_1' },
      brief: undefined,
      plan: undefined,
      takes: [],
      placement: { shot: 'quick-1', phase: 'explore' },
      quickSpentToday: 0,
      sinceYes: 0,
      accounts: [{ limit: 100_000_000, spent: 0 }, { id: 'project:poster:none:all' }],
      quote: { status: 'exact', amount: 5_000_000 },
      expect: { shotVersion: 0, promptKeyCount: 0 },
      outputsPerUnit: 1,
    });
  });

  it('knows from the price list how many outputs one price brings', async () => {
    const tool = listedTool([{ model: 'draft', amount: 8, outputsPerCall: 4 }]);
    const seen = await viewed(await openBench({ tools: [tool] }), {}, requestOf({ model: 'draft', count: 4 }), tool);
    expect(seen).toMatchObject({ outputsPerUnit: 4, quote: { status: 'exact', upper: 8_000_000 } });
  });

  it('holds what was spent, and the versions that a hold must meet again', async () => {
    const bench = await openBench({ policy: { budgets: [budgetOf('session', 100)] } });
    await bench.run(requestOf().prompt);
    const seen = await viewed(bench);
    expect(seen).toMatchObject({ quickSpentToday: 5_000_000, sinceYes: 5_000_000, placement: { shot: 'quick-1' } });
    expect(seen.takes).toHaveLength(1);
    expect(seen.accounts[0]).toMatchObject({ spent: 5_000_000 });
    expect(seen.expect.shotVersion).toBeGreaterThan(0);
    expect(seen.expect.promptKeyCount).toBe(1);
  });

  it('starts the day’s allowance anew on the calendar of the person’s zone', async () => {
    const bench = await openBench({ policy: { zone: 'Europe/Paris' } });
    await bench.run(requestOf().prompt);
    const midnight = Date.parse('2026-11-22T23:00:00Z');
    bench.pass(midnight - startAt - 1);
    expect((await viewed(bench)).quickSpentToday).toBe(5_000_000);
    bench.pass(1);
    expect((await viewed(bench)).quickSpentToday).toBe(0);
  });

  it('finds an equal prompt on another shot, however long ago', async () => {
    const bench = await openBench();
    await bench.run(requestOf().prompt);
    const found = await viewed(bench, { shot: 'other', phase: 'hero' });
    expect(found.takes.map(({ shot }) => shot)).toEqual(['quick-1']);
  });
});

describe('an answer to a nudge', () => {
  const nudge: Remark = {
    at: startAt,
    project: 'poster',
    session: 's_1',
    shot: 'fox',
    phase: 'explore',
    digest: 'd',
    promptKey: 'k',
    prompt: '',
    tool: 't',
    kind: 'image',
    tier: 'budget',
    outcome: 'nudge',
    findings: [
      { rule: 'rerun', code: 'suspect', level: 'nudge' },
      { rule: 'other', code: 'seen', level: 'note' },
    ],
  };
  const here: Hints = { shot: 'fox', phase: 'explore' };

  it.each<[string, Hints, unknown]>([
    ['with a reason', { ...here, because: ' I want fog ' }, { codes: ['rerun/suspect'], because: 'I want fog' }],
    ['without a reason', here, undefined],
    ['with too short a reason', { ...here, because: 'ok' }, undefined],
    ['on another shot', { shot: 'hare', phase: 'explore', because: 'I want fog' }, undefined],
    ['in another phase', { shot: 'fox', phase: 'hero', because: 'I want fog' }, undefined],
  ])('%s is: %j', async (_, hints, expected) => {
    const bench = await openBench();
    await bench.store.remark(nudge);
    expect((await viewed(bench, hints)).answered).toEqual(expected);
  });

  it('counts for nothing where nothing was asked, so that no reason is given in advance', async () => {
    const bench = await openBench();
    expect((await viewed(bench, { ...here, because: 'I want fog' })).answered).toBeUndefined();
  });

  it('is cut to a length worth keeping', async () => {
    const bench = await openBench();
    await bench.store.remark(nudge);
    const seen = await viewed(bench, { ...here, because: 'x'.repeat(900) });
    expect(seen.answered?.because).toHaveLength(500);
  });
});
