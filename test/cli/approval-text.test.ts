import { describe, expect, it } from 'vitest';
import { approvalData, approvalText } from '../../src/cli/approval-text.js';
import { askApproval, fakeDesk, noon } from './fake-desk.js';

async function shown(changes: Parameters<typeof askApproval>[1] = {}): Promise<string> {
  const { store, shell } = fakeDesk();
  return approvalText(shell.texts, await askApproval(store, changes), noon);
}

describe('approvalText', () => {
  it('shows title, price, prompt, the other arguments, why and how long', async () => {
    const text = await shown();
    expect(text).toContain('studio: studio_text_to_image (flux-2-pro)');
    expect(text).toContain('300 credits at most');
    expect(text).toContain('“A fox in snow”');
    expect(text).toContain('{"model":"flux-2-pro"}');
    expect(text).toContain('fox/hero');
    expect(text).toContain('ask-above/above: A large call');
    expect(text).toContain('2026-11-22T12:15:00.000Z (in 15 min)');
  });

  it('says of a call without a known price that it has none', async () => {
    expect(await shown({ amount: 0 })).toContain('not known');
  });

  it('shows a higher budget as a limit', async () => {
    const text = await shown({ subject: 'budget', detail: '{"account":"session:s_1:none:all","limitMicro":1}' });
    expect(text).toContain('new limit  300 credits');
  });

  it('shows what an agent wrote without terminal commands', async () => {
    const detail = JSON.stringify({ arguments: { prompt: 'fox\u001b[2Jcat\nprice 1' } });
    const text = await shown({ title: 'x\u001b[1A', detail });
    expect(text).not.toContain('\u001b');
    expect(text).toContain('fox·[2Jcat price 1');
  });
});

describe('approvalData', () => {
  it('gives amounts in credits and the detail as data', async () => {
    const approval = await askApproval(fakeDesk().store);
    expect(approvalData(approval)).toMatchObject({ id: 'a_1', credits: 300, detail: { shot: 'fox' }, strength: null });
  });

  it('says which budget is to be raised to what', async () => {
    const detail = { account: 'session:s_1:none:all', limitMicro: 1 };
    const approval = await askApproval(fakeDesk().store, { subject: 'budget', detail: JSON.stringify(detail) });
    expect(approvalData(approval)).toMatchObject({ detail });
  });
});
