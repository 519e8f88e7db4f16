import { describe, expect, it } from 'vitest';
import { showTake } from '../../src/mcp/take-answer.js';
import type { Bench } from '../../src/mcp/desk-tool.js';
import { openTexts } from '../../src/feedback/texts.js';
import { sayCall } from '../../src/feedback/call-text.js';
import { openBench, type GateBench } from '../fixtures/gate-bench.js';
import { quietContext } from '../fixtures/own-tools.js';

/** A bench on which one picture was made, the tools over it, and the take's id. */
async function made(): Promise<{ gate: GateBench; bench: Bench; take: string }> {
  const gate = await openBench();
  await gate.run('a red fox', {}, { shot: 'fox', phase: 'explore' });
  const [take] = await gate.store.takes({ project: 'poster', limit: 1 });
  const texts = openTexts();
  const parts = {
    desk: gate.desk,
    gate: gate.gate,
    texts,
    context: quietContext,
    show: async () => [{ type: 'image' }],
  };
  const bench = { ...parts, sayCall: (answer: Parameters<typeof sayCall>[1]) => sayCall(texts, answer) };
  return { gate, bench: bench as unknown as Bench, take: take?.id ?? '' };
}

describe('a take as an answer', () => {
  it('says how it ended and what it cost', async () => {
    const { bench, take } = await made();
    const { text, structured } = await showTake(bench, take, 25);
    expect(text).toContain(`${take} · fox/explore · generate_image (draft) · posted · paid 5 credits`);
    expect(structured).toMatchObject({ take, state: 'posted', paid: 5 });
  });

  it('is one of the caller’s own project', async () => {
    const { gate, bench, take } = await made();
    const desk = { ...gate.desk, caller: { ...gate.caller, project: 'other' } };
    expect(await showTake({ ...bench, desk }, take, 0)).toMatchObject({
      isError: true,
      structured: { code: 'no-such-take' },
    });
  });
});
