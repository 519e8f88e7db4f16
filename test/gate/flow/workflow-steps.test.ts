import { expect, it } from 'vitest';
import { stepsOf } from '../../../src/gate/flow/workflow-steps.js';
import { workflowFrontSchema } from '../../../src/model/workflow.js';

it('the steps of a document are read like any plan, or it is said what is wrong', () => {
  const of = (plan: object[]) => stepsOf(workflowFrontSchema.parse({ name: 'mugs', plan }));
  expect(of([{ shot: 'mug', phase: 'hero', tool: 'make' }])).toMatchObject([{ shot: 'mug', count: 1, rounds: 1 }]);
  expect(of([{ shot: 'two words', phase: 'hero', tool: 'make' }])).toMatchObject({
    problem: 'bad-workflow-plan',
    facts: { name: 'mugs', why: expect.stringContaining('shot') },
  });
});
