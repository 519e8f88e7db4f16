import { describe, expect, it } from 'vitest';
import { readDecision } from '../../src/approvals/read-decision.js';
import type { ElicitOutcome } from '../../src/gate/call-port.js';

const answered = (action: 'accept' | 'decline' | 'cancel', afterMs: number, content = {}): ElicitOutcome => ({
  kind: 'answered',
  action,
  afterMs,
  content,
});

describe('an answer from a dialog', () => {
  it.each<[string, ElicitOutcome, object]>([
    ['a chosen yes', answered('accept', 5000, { decision: 'yes' }), { kind: 'yes', strength: 'client' }],
    ['a chosen no', answered('accept', 5000, { decision: 'no', note: 'too dear' }), { kind: 'no', note: 'too dear' }],
    ['a form sent without a choice', answered('accept', 5000), { kind: 'no' }],
    ['a slow no', answered('decline', 300), { kind: 'no' }],
    ['a no that no person can have given so fast', answered('decline', 299), { kind: 'unavailable' }],
    ['a dialog that was closed', answered('cancel', 5000), { kind: 'unavailable' }],
    ['no answer', { kind: 'unavailable', why: 'time ran out' }, { kind: 'unavailable', why: 'time ran out' }],
  ])('that is %s', (_, outcome, expected) => {
    expect(readDecision(outcome)).toMatchObject(expected);
  });
});
