import { describe, expect, it } from 'vitest';
import { askPerson } from '../../src/gate/ask-person.js';
import type { AskAnswer } from '../../src/gate/ports.js';
import { approvalOf } from '../fixtures/approval.js';
import { openBench, startAt } from '../fixtures/gate-bench.js';

const live = { at: startAt, expiresAt: startAt + 900_000 };
const clientYes: AskAnswer = { kind: 'yes', strength: 'client' };

async function opened(reasons = ['ask-above/above']) {
  const bench = await openBench();
  const approval = await bench.store.openApproval(approvalOf({ ...live, reasons }));
  return { bench, approval };
}

describe('asking a person', () => {
  it.each<[AskAnswer, object]>([
    [clientYes, { answer: 'yes', approval: { state: 'approved', strength: 'client' } }],
    [
      { kind: 'no', note: 'too dear' },
      { answer: 'no', approval: { state: 'denied', note: 'too dear' } },
    ],
    [
      { kind: 'unavailable', why: 'nobody' },
      { answer: 'pending', approval: { state: 'pending' } },
    ],
    [
      { kind: 'yes', strength: 'relayed' },
      { answer: 'pending', approval: { state: 'pending' } },
    ],
  ])('who says %j ends in %j, written down', async (says, expected) => {
    const { bench, approval } = await opened();
    bench.answerWith(says);
    expect(await askPerson(bench.ports, approval, bench.caller)).toMatchObject(expected);
    const { state } = (await bench.store.approval('a_1')) ?? {};
    expect(expected).toMatchObject({ approval: { state } });
  });

  it('takes no client’s yes where the person has to prove themselves', async () => {
    const { bench, approval } = await opened(['in-person/above']);
    bench.answerWith(clientYes);
    expect((await askPerson(bench.ports, approval, bench.caller)).answer).toBe('pending');
    bench.answerWith({ kind: 'yes', strength: 'person' });
    expect((await askPerson(bench.ports, approval, bench.caller)).answer).toBe('yes');
  });

  it('asks nothing that is approved already', async () => {
    const { bench, approval } = await opened();
    const approved = { ...approval, state: 'approved' } as const;
    expect((await askPerson(bench.ports, approved, bench.caller)).answer).toBe('yes');
    expect(bench.asked).toEqual([]);
  });

  it('hears what was decided elsewhere while the question was open', async () => {
    const { bench, approval } = await opened();
    const ask = async (): Promise<AskAnswer> => {
      await bench.store.decideApproval('a_1', { state: 'denied', strength: 'person', note: 'not today' });
      return clientYes;
    };
    const asked = await askPerson({ ask, store: bench.store }, approval, bench.caller);
    expect(asked).toMatchObject({ answer: 'no', approval: { strength: 'person', note: 'not today' } });
  });
});
