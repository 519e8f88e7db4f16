import { describe, expect, it } from 'vitest';
import { isApp, workflowFrontSchema } from '../../src/model/workflow.js';

const proven = { project: 'poster', takes: 2, at: '2026-11-22T12:00:00.000Z' };
const front = (more: object) => ({ front: workflowFrontSchema.parse({ name: 'mugs', ...more }) });

describe('a workflow document', () => {
  it('is an app when it says what a run needs and the ledger vouches for one', () => {
    expect(isApp(front({ inputs: [{ name: 'product' }], proven }))).toBe(true);
    expect(isApp(front({ inputs: [{ name: 'product' }] }))).toBe(false);
    expect(isApp(front({ proven }))).toBe(false);
  });

  it.each(['two words', '', '1st', 'a'.repeat(41), '{{x}}'])('has no input named “%s”', (name) => {
    expect(workflowFrontSchema.safeParse({ name: 'mugs', inputs: [{ name }] }).success).toBe(false);
  });
});
