import { expect, it } from 'vitest';
import { makePlan } from '../../src/gate/flow/make-plan.js';
import { isProblem } from '../../src/gate/flow/desk.js';
import { sayPlan } from '../../src/mcp/plan-answer.js';
import type { Bench } from '../../src/mcp/desk-tool.js';
import { openTexts } from '../../src/feedback/texts.js';
import { planStepSchema } from '../../src/model/plan.js';
import { briefBody } from '../fixtures/brief.js';
import { openBench, startAt } from '../fixtures/gate-bench.js';

it('a stored plan is told with its steps and the advice on them', async () => {
  const { desk, store } = await openBench();
  await store.saveBrief('poster', 'b_1', briefBody, startAt);
  const step = { shot: 'fox', phase: 'explore', tool: 'studio_generate_image', model: 'fine', prompt: 'a red fox' };
  const made = await makePlan(desk, { steps: [planStepSchema.parse(step)] });
  if (isProblem(made)) throw new Error(made.problem);
  const { text, structured } = await sayPlan(
    { desk, texts: openTexts(), libraries: () => [] } as unknown as Bench,
    made,
  );
  expect(text).toMatch(/50 credits in all[^]*- fox\/explore: [^]*draft \(5 credits each\) would do/);
  expect(structured).toMatchObject({ status: 'stored', total: 50, advice: [{ item: 'fox/explore', credits: 5 }] });
});
