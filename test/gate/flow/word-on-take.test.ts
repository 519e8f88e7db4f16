import { expect, it } from 'vitest';
import { wordOnTake } from '../../../src/gate/flow/word-on-take.js';
import { feedbackSchema } from '../../../src/model/feedback.js';
import { openBench } from '../../fixtures/gate-bench.js';

it('a word needs no session and no tools, and reaches no take of another project', async () => {
  const bench = await openBench({ policy: { mode: 'shadow' } });
  await bench.run('a red fox', {}, { shot: 'fox', phase: 'select' });
  const [take] = await bench.store.takes({ project: 'poster' });
  const input = {
    take: take?.id ?? '',
    body: feedbackSchema.parse({ verdict: 'approve' }),
    strength: 'person',
  } as const;
  const desk = { ports: bench.desk.ports, findTool: () => undefined, toolNames: () => [] };
  expect(await wordOnTake(desk, 'other', input)).toMatchObject({ problem: 'no-such-take', facts: { waiting: [] } });
  expect(await wordOnTake(desk, 'poster', input)).toMatchObject({
    feedback: { verdict: 'approve', strength: 'person' },
  });
});
