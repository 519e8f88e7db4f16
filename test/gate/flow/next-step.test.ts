import { describe, expect, it } from 'vitest';
import { nextStep } from '../../../src/gate/flow/next-step.js';
import type { Approval } from '../../../src/model/approval.js';
import { approvalOf } from '../../fixtures/approval.js';

const call = { tool: 'studio_generate_image', arguments: { prompt: 'a red fox' } };
const withDetail = (detail: object) => ({ detail: JSON.stringify({ ...call, ...detail }) });
const cheaper = { tool: 'studio_generate_image', arguments: { prompt: 'a red fox', model: 'draft' }, amount: 5 };

describe('the next step after an approval', () => {
  it.each<[string, Partial<Approval>, object]>([
    ['to wait for', {}, { tool: 'wait', arguments: { request: 'a_1' } }],
    ['approved', { state: 'approved' }, call],
    [
      'approved, with what was said beside its arguments',
      { state: 'approved', ...withDetail({ hints: { shot: 'fox' } }) },
      { ...call, arguments: { ...call.arguments, greenlight: { shot: 'fox' } } },
    ],
    ['expired: to ask anew', { state: 'expired' }, call],
    ['denied: the cheaper one', { state: 'denied', ...withDetail({ instead: [cheaper] }) }, cheaper],
    [
      'denied, with nothing cheaper: to price a smaller one',
      { state: 'denied', ...withDetail({ hints: { shot: 'fox' } }) },
      { tool: 'estimate', arguments: { ...call, shot: 'fox' } },
    ],
    ['used up', { state: 'consumed' }, { tool: 'take', arguments: {} }],
    ['of an earlier release', { state: 'approved', detail: '{}' }, { tool: 'plan', arguments: {} }],
    ['on a plan’s step', { state: 'approved', subject: 'plan-item' }, { tool: 'plan', arguments: {} }],
    ['on a budget', { state: 'denied', subject: 'budget' }, { tool: 'budget', arguments: {} }],
  ])('that is %s', (_, changes, expected) => {
    expect(nextStep(approvalOf(changes))).toEqual(expected);
  });
});
