import { describe, expect, it } from 'vitest';
import { waitingView } from '../../src/dashboard/waiting-view.js';
import { openTexts } from '../../src/feedback/texts.js';
import { openMemoryStore } from '../../src/stores/memory.js';
import { askApproval, noon } from '../cli/fake-desk.js';

const texts = openTexts();
const store = openMemoryStore({ clock: () => noon });
const why = (rule: string): string => (rule === 'ask-above' ? 'It is dear.' : '');

describe('waitingView', () => {
  it('has the exact request, its price, why it asks, and what is cheaper', async () => {
    const instead = [{ tool: 'draw', arguments: { model: 'small' }, amount: 4_000_000 }];
    const args = { prompt: 'A fox', negative_prompt: 'text', steps: 4 };
    const detail = JSON.stringify({
      tool: 'draw',
      arguments: args,
      shot: 'fox',
      phase: 'hero',
      because: 'final',
      instead,
    });
    const approval = await askApproval(store, { detail, reasons: ['ask-above/above', 'new/rule'] });
    const view = waitingView(texts, approval, why);
    expect(view).toMatchObject({
      ...{ prompt: 'A fox', negativePrompt: 'text', arguments: args, credits: 300, because: 'final', mayEdit: true },
      reasons: [{ words: 'It is dear.' }, { code: 'new/rule' }],
      cheaper: [{ credits: 4 }],
    });
    expect(view.reasons[1]?.words).toContain('new/rule');
  });

  it('says that a price is not known, and edits no budget', async () => {
    const call = await askApproval(store, { id: 'a_2', amount: 0, detail: 'no json' });
    expect(waitingView(texts, call, why)).toMatchObject({ credits: null, arguments: {}, prompt: null });
    const budget = await askApproval(store, { id: 'a_3', subject: 'budget', amount: 0 });
    expect(waitingView(texts, budget, why)).toMatchObject({ credits: 0, mayEdit: false });
  });
});
