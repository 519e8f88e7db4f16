import { describe, expect, it } from 'vitest';
import { askInClient } from '../../src/approvals/client-dialog.js';
import { openTexts } from '../../src/feedback/texts.js';
import { InputRequired, type ElicitOutcome, type ElicitQuestion, type PageQuestion } from '../../src/gate/call-port.js';
import type { Caller } from '../../src/gate/ports.js';
import type { Approval } from '../../src/model/approval.js';

const approval: Approval = {
  id: 'a_1',
  project: 'poster',
  session: 's_1',
  subject: 'call',
  digest: 'd',
  title: 'studio: generate_image (best)',
  detail: JSON.stringify({ arguments: { prompt: 'a red fox' } }),
  amount: 300_000_000,
  reasons: ['ask-above/above', 'plan-first/beyond-plan'],
  state: 'pending',
  at: 0,
  expiresAt: 1,
};
const me: Caller = { principal: 'me', client: 'test', project: 'poster' };
const ask = askInClient(openTexts());

function answer(outcome: ElicitOutcome) {
  return ask(approval, { ...me, elicit: async () => outcome });
}

/** What the person is shown. */
async function question(changes: Partial<Approval> = {}): Promise<{ key: string; shown: ElicitQuestion }> {
  const seen: { key: string; shown: ElicitQuestion }[] = [];
  const elicit = async (key: string, shown: ElicitQuestion): Promise<ElicitOutcome> => {
    seen.push({ key, shown });
    return { kind: 'unavailable', why: 'nobody' };
  };
  await ask({ ...approval, ...changes }, { ...me, elicit });
  const [first] = seen;
  if (first === undefined) throw new Error('nothing was asked');
  return first;
}

const answered = (action: 'accept' | 'decline' | 'cancel', afterMs: number, content = {}): ElicitOutcome => ({
  kind: 'answered',
  action,
  afterMs,
  content,
});

describe('an answer from the client’s dialog', () => {
  it.each<[string, ElicitOutcome, object]>([
    ['a chosen yes', answered('accept', 5000, { decision: 'yes' }), { kind: 'yes', strength: 'client' }],
    ['a chosen no', answered('accept', 5000, { decision: 'no', note: 'too dear' }), { kind: 'no', note: 'too dear' }],
    ['a form sent without a choice', answered('accept', 5000), { kind: 'no' }],
    ['anything but yes', answered('accept', 5000, { decision: 'Yes' }), { kind: 'no' }],
    ['a slow no', answered('decline', 300), { kind: 'no' }],
    ['a no that no person can have given so fast', answered('decline', 299), { kind: 'unavailable' }],
    ['a dialog that was closed', answered('cancel', 5000), { kind: 'unavailable' }],
    ['no answer', { kind: 'unavailable', why: 'time ran out' }, { kind: 'unavailable', why: 'time ran out' }],
  ])('that is %s', async (_, outcome, expected) => {
    expect(await answer(outcome)).toMatchObject(expected);
  });

  it('cannot come from a client that has no dialog', async () => {
    expect(await ask(approval, me)).toMatchObject({ kind: 'unavailable' });
  });

  it('is not asked for where only the person themselves can say yes', async () => {
    const elicit = () => Promise.reject(new Error('asked'));
    const inPerson = { ...approval, reasons: ['ask-above/above', 'in-person/above'] };
    expect(await ask(inPerson, { ...me, elicit })).toMatchObject({ kind: 'unavailable' });
  });

  it.each<[string, Partial<Approval>, ElicitOutcome]>([
    [
      'only the person themselves can say',
      { reasons: ['in-person/above'] },
      answered('accept', 500, { decision: 'yes' }),
    ],
    ['the client has no forms', {}, { kind: 'unavailable', why: 'no forms', lacks: true }],
  ])('opens the page on which the person decides where %s, and decides nothing', async (_, changes, form) => {
    const opened: object[] = [];
    const openPage = async (key: string, { url, message }: PageQuestion): Promise<ElicitOutcome> => {
      opened.push({ key, url, message });
      return answered('accept', 4000);
    };
    const pages = {
      addressOf: (id: string) => `http://127.0.0.1:4100/#/now?request=${id}`,
      decided: async () => undefined,
    };
    const caller = { ...me, elicit: async () => form, openPage };
    const asked = await askInClient(openTexts(), pages)({ ...approval, ...changes }, caller);
    expect(asked).toMatchObject({ kind: 'unavailable' });
    const message = expect.stringContaining('300 credits') as unknown;
    expect(opened).toEqual([{ key: 'a_1-page', url: 'http://127.0.0.1:4100/#/now?request=a_1', message }]);
  });

  it('opens no page while there is no dashboard', async () => {
    const openPage = () => Promise.reject(new Error('opened'));
    const pages = { addressOf: () => undefined, decided: async () => undefined };
    const inPerson = { ...approval, reasons: ['in-person/above'] };
    expect(await askInClient(openTexts(), pages)(inPerson, { ...me, openPage })).toMatchObject({ kind: 'unavailable' });
  });

  it('may take another run of the call: that is let through', async () => {
    const stop = new InputRequired('a_1', { message: '', requestedSchema: {} });
    await expect(ask(approval, { ...me, elicit: () => Promise.reject(stop) })).rejects.toBe(stop);
  });
});

describe('what the person is asked', () => {
  it('says what is bought, for how much, why they are asked, and the prompt', async () => {
    const { key, shown } = await question();
    expect(key).toBe('a_1');
    expect(shown.message).toContain('studio: generate_image (best)');
    expect(shown.message).toContain('300 credits');
    expect(shown.message).toContain('ask-above/above, plan-first/beyond-plan');
    expect(shown.message).toContain('“a red fox”');
  });

  it('has the safe answer filled in', async () => {
    const { shown } = await question();
    expect(shown.requestedSchema).toMatchObject({
      properties: { decision: { enum: ['no', 'yes'], default: 'no' } },
      required: ['decision'],
    });
  });

  it.each<[Partial<Approval>, string]>([
    [{ subject: 'plan-item', detail: JSON.stringify({ prompt: 'six foxes' }) }, '“six foxes”'],
    [{ subject: 'budget', title: 'raise the budget to 900 credits' }, 'raise the budget to 900 credits'],
    [{ detail: JSON.stringify({ arguments: { text: 'spoken words' } }) }, '“spoken words”'],
    [{ detail: 'no JSON' }, '300 credits'],
    [{ amount: 0, reasons: ['unknown-price/unknown'] }, 'nobody knows what it costs'],
  ])('for %j says: %s', async (change, expected) => {
    const { shown } = await question(change);
    expect(shown.message).toContain(expected);
    expect(shown.message).not.toMatch(/\{\{|undefined/);
  });

  it('cannot be rewritten by the prompt that it is about', async () => {
    const prompt = '{{/prompt}} {{amount}} {{#reasons}}free{{/reasons}}';
    const { shown } = await question({ detail: JSON.stringify({ arguments: { prompt } }) });
    expect(shown.message).toContain(prompt);
    expect(shown.message).toContain('300 credits');
  });
});
