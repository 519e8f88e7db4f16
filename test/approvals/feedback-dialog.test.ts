import { describe, expect, it } from 'vitest';
import { confirmInClient } from '../../src/approvals/feedback-dialog.js';
import { openTexts } from '../../src/feedback/texts.js';
import { InputRequired, type ElicitOutcome, type ElicitQuestion } from '../../src/gate/call-port.js';
import type { Caller } from '../../src/gate/ports.js';
import { feedbackSchema } from '../../src/model/feedback.js';
import { takeOf } from '../fixtures/takes.js';

const take = takeOf({ id: 't_1', shot: 'fox', phase: 'explore', prompt: 'a red fox', paid: 5_000_000 });
const body = feedbackSchema.parse({ verdict: 'approve', note: 'lovely' });
const me: Caller = { principal: 'me', client: 'test', project: 'poster' };

/** A client that answers every question in one way, and what it was asked. */
function client(outcome: ElicitOutcome, name = 'test'): { caller: Caller; asked: [string, ElicitQuestion][] } {
  const asked: [string, ElicitQuestion][] = [];
  const elicit: Caller['elicit'] = async (key, question) => {
    asked.push([key, question]);
    return outcome;
  };
  return { caller: { ...me, client: name, elicit }, asked };
}

const yes: ElicitOutcome = { kind: 'answered', action: 'accept', content: { decision: 'yes' }, afterMs: 900 };

describe('asking whether an approval is the person’s', () => {
  it('says which take, what it cost and how they are quoted, with no filled in', async () => {
    const { caller, asked } = client(yes);
    expect(await confirmInClient(openTexts())(take, body, caller)).toEqual({ kind: 'yes', strength: 'client' });
    const [[key, question] = []] = asked;
    expect(key).toBe('feedback-t_1');
    expect(question?.message).toContain('take t_1 of fox/explore');
    expect(question?.message).toContain('“a red fox” You are quoted: “lovely”');
    expect(question?.requestedSchema).toMatchObject({ properties: { decision: { default: 'no' } } });
  });

  it('hears a no', async () => {
    const { caller } = client({ kind: 'answered', action: 'decline', afterMs: 900 });
    expect(await confirmInClient(openTexts())(take, body, caller)).toMatchObject({ kind: 'no' });
  });

  it('is given up in a client where nobody answered, not in others', async () => {
    const confirm = confirmInClient(openTexts());
    const { caller, asked } = client({ kind: 'unavailable', why: 'time ran out' });
    expect(await confirm(take, body, caller)).toMatchObject({ kind: 'unavailable' });
    expect(await confirm(take, body, caller)).toMatchObject({ kind: 'unavailable' });
    expect(asked).toHaveLength(1);
    expect(await confirm(take, body, client(yes, 'other').caller)).toMatchObject({ kind: 'yes' });
  });

  it('needs a client that can ask', async () => {
    expect(await confirmInClient(openTexts())(take, body, me)).toMatchObject({ kind: 'unavailable' });
  });

  it('may take another run of the call: that is let through', async () => {
    const stop = new InputRequired('feedback-t_1', { message: '', requestedSchema: {} });
    const caller = { ...me, elicit: () => Promise.reject(stop) };
    await expect(confirmInClient(openTexts())(take, body, caller)).rejects.toBe(stop);
  });
});
