import { describe, expect, it } from 'vitest';
import { readyCall } from '../../../src/gate/offers.js';
import type { Context } from '../../../src/model/context.js';
import { hinted } from '../../../src/rules/parts/hinted.js';
import { editTool } from '../../fixtures/edit-tools.js';
import { contextOf } from '../../fixtures/rule-input.js';
import { itemOf, planOf } from '../../fixtures/takes.js';

function hint(context: Partial<Context> = {}, paid = true): unknown {
  const ready = readyCall(editTool('edit', { paid }), { prompt: 'a' });
  return ready === undefined ? 'not ready' : hinted(ready, contextOf(context)).arguments['greenlight'];
}

describe('a ready call', () => {
  it('names its shot and phase, without a plan or where the plan has the shot', () => {
    expect(hint()).toEqual({ shot: 'fox', phase: 'explore' });
    expect(hint({ plan: planOf(itemOf()) })).toEqual({ shot: 'fox', phase: 'explore' });
  });

  it('names no shot that the plan does not have, and none to a tool that the gate does not hear', () => {
    expect(hint({ plan: planOf(itemOf({ shot: 'hare' })) })).toBeUndefined();
    expect(hint({}, false)).toBeUndefined();
  });
});
