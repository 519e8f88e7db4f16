import { describe, expect, it } from 'vitest';
import type { CallAnswer } from '../../src/gate/answer.js';
import { sayDone } from '../../src/feedback/receipt.js';
import { openTexts } from '../../src/feedback/texts.js';
import { receiptForms } from '../../src/model/receipt-form.js';
import { editTool } from '../fixtures/edit-tools.js';
import { budgetOf, openBench, pictureTool } from '../fixtures/gate-bench.js';

const texts = openTexts();
const slow = editTool('slow', { kind: 'image', lane: 'relaxed' });

/** A picture of four that were asked for, where a cheaper lane would have done. */
async function made(): Promise<Extract<CallAnswer, { kind: 'done' }>> {
  const bench = await openBench({ policy: { budgets: [budgetOf('session', 100)] }, tools: [pictureTool(), slow] });
  const answer = await bench.run('A red fox in fresh snow at dawn', { count: 4 });
  if (answer.kind !== 'done') throw new Error(answer.kind);
  return answer;
}

describe('the receipt of a call', () => {
  it.each(receiptForms)('says in its %s form what was paid, what was changed and what comes next', async (form) => {
    const answer = await made();
    const { text, data } = sayDone(texts, answer, form);
    expect(text).not.toMatch(/\{\{|undefined|\[object|NaN/);
    expect(text).toContain(`Take ${answer.take.id} on quick-1/explore with draft: 5 credits`);
    expect(text).toContain('[one-version/more-than-one]');
    expect(text).toContain('`feedback`');
    expect(data).toEqual(sayDone(texts, answer, 'normal').data);
  });

  it('leaves remarks out of the short form only', async () => {
    const answer = await made();
    const remarks = receiptForms.map((form) => sayDone(texts, answer, form).text.includes('[cheaper-lane/not-urgent]'));
    expect(remarks).toEqual([false, true, true]);
  });

  it('says in the full form alone what it was priced at and how every budget stands', async () => {
    const answer = await made();
    const [short, normal, full] = receiptForms.map((form) => sayDone(texts, answer, form).text);
    expect(full).toMatch(/Priced at 5 credits before \(exact, .+\)/);
    expect(full).toContain('session 5 spent of 100');
    expect(`${String(short)}${String(normal)}`).not.toMatch(/Priced at|session 5 spent/);
  });
});
