import { describe, expect, it } from 'vitest';
import { approvalDetail, promptIn } from '../../src/model/approval-detail.js';

describe('the detail of an approval', () => {
  it('is read with what was asked and what would be cheaper', () => {
    const detail = {
      ...{ tool: 'studio_draw', arguments: { prompt: 'a fox' }, hints: { shot: 'fox' } },
      instead: [{ tool: 'studio_draw', arguments: { model: 'draft' }, amount: 5 }],
    };
    expect(approvalDetail({ detail: JSON.stringify(detail) })).toEqual(detail);
  });

  it('says which budget is to be raised to what', () => {
    const detail = { account: 'session:s_1:none:all', limitMicro: 90_000_000 };
    expect(approvalDetail({ detail: JSON.stringify(detail) })).toEqual(detail);
  });

  it.each(['no JSON', '[]', '3', '"text"', '{"tool":7}', '{"limitMicro":-1}', '{"limitMicro":0.5}'])(
    'is empty where it is %s',
    (detail) => {
      expect(approvalDetail({ detail })).toEqual({});
    },
  );
});

describe('the prompt that an approval asks about', () => {
  it.each([
    [{ prompt: 'as planned', arguments: { prompt: 'as sent' } }, 'as planned'],
    [{ prompt: ' ', arguments: { prompt: 'as sent', text: 'to be spoken' } }, 'as sent'],
    [{ arguments: { prompt: 7, text: 'to be spoken' } }, 'to be spoken'],
    [{ arguments: { text: '' } }, undefined],
    [{}, undefined],
  ])('of %j is %j', (detail, prompt) => {
    expect(promptIn(detail)).toBe(prompt);
  });
});
