import { describe, expect, it } from 'vitest';
import { namedQuestion, namedQuestions } from '../../src/mcp/named-question.js';

const form = { message: 'Sure?', requestedSchema: { type: 'object' } };

describe('a question of an upstream', () => {
  it('begins with its name where a person reads it', () => {
    expect(namedQuestion('a', 'elicitation/create', form)).toEqual({ ...form, message: '[a] Sure?' });
  });

  it('to a program is left as it is', () => {
    expect(namedQuestion('a', 'sampling/createMessage', form)).toBe(form);
    expect(namedQuestion('a', 'roots/list', undefined)).toBeUndefined();
  });

  it('inside a result is named too, beside others that are not', () => {
    const asked = { method: 'elicitation/create', params: form };
    const roots = { method: 'roots/list' };
    const result = { resultType: 'input_required', inputRequests: { asked, roots, odd: 1 }, requestState: 's' };
    expect(namedQuestions('a', { kind: 'result', result })).toEqual({
      kind: 'result',
      result: {
        ...result,
        inputRequests: { asked: { ...asked, params: { ...form, message: '[a] Sure?' } }, roots, odd: 1 },
      },
    });
  });

  it('is looked for in no other result', () => {
    const done = { kind: 'result', result: { inputRequests: { method: 'elicitation/create', params: form } } } as const;
    expect(namedQuestions('a', done)).toBe(done);
    const odd = { kind: 'result', result: { resultType: 'input_required', inputRequests: 'none' } } as const;
    expect(namedQuestions('a', odd)).toBe(odd);
  });
});
