import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openTexts } from '../../src/feedback/texts.js';
import { deskTool, sayProblem, type Bench } from '../../src/mcp/desk-tool.js';
import { sayCall } from '../../src/feedback/call-text.js';
import { sayFinding } from '../../src/feedback/finding-text.js';
import { openBench } from '../fixtures/gate-bench.js';
import { quietContext } from '../fixtures/own-tools.js';

async function benchOf(): Promise<Bench> {
  const { desk, gate } = await openBench();
  const texts = openTexts();
  return {
    ...{ desk, gate, texts, context: quietContext },
    sayFinding: (finding) => sayFinding(texts, finding),
    pageOf: () => undefined,
    show: async () => [],
    sayCall: (answer) => sayCall(texts, answer),
    reportText: async () => ({ text: '', data: {} }),
    libraries: () => [],
    workflowText: () => '',
  };
}

describe('a desk tool', () => {
  it('runs with its arguments and the bench', async () => {
    const tool = deskTool({
      ...{ name: 'n', title: 'N', annotations: { readOnlyHint: true } },
      input: z.object({ word: z.string() }),
      output: z.looseObject({}),
      run: async ({ word }, { desk }) => ({ text: `${word} ${desk.caller.project}`, structured: {} }),
    });
    expect((await tool.run({ word: 'hello' }, await benchOf())).text).toBe('hello poster');
  });
});

describe('a problem', () => {
  it('is told in the tool’s own words, with code and facts as data', async () => {
    const told = sayProblem(await benchOf(), 'take', { problem: 'no-such-take', facts: { take: 't_9' } });
    expect(told).toMatchObject({ isError: true, structured: { status: 'refused', code: 'no-such-take', take: 't_9' } });
    expect(told.text).toMatch(/^REFUSED no-such-take · There is no take t_9/);
  });

  it('that any tool can meet is told in the common words', async () => {
    const told = sayProblem(await benchOf(), 'plan', { problem: 'session-closed', facts: { session: 's_7' } });
    expect(told.text).toMatch(/^REFUSED session-closed · .*s_7/);
  });
});
