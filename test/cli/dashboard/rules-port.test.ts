import { describe, expect, it } from 'vitest';
import { rulesPort } from '../../../src/cli/dashboard/rules-port.js';
import type { Remark } from '../../../src/gate/store-port.js';
import { noon } from '../fake-desk.js';
import { openRoom } from './kit.js';

const remark: Remark = {
  ...{ at: noon, project: 'poster', session: 's_1', shot: 'fox', phase: 'hero', digest: 'd', promptKey: 'k' },
  ...{ prompt: 'A fox', tool: 'draw', kind: 'image', tier: 'budget', outcome: 'block' },
  findings: [{ rule: 'rerun', code: 'certain', level: 'block' }],
};

describe('the rules on the dashboard', () => {
  it('have their levels, words, and when they fired', async () => {
    const room = openRoom({ rules: { 'rerun/certain': 'ask' } });
    await room.store.remark(remark);
    await room.store.remark({ ...remark, at: noon + 1000, outcome: 'ask', approval: 'a_1' });
    await room.store.remark({ ...remark, at: noon + 2000, outcome: 'ask', take: 't_1' });
    const { rules, levels, changes } = await rulesPort(room).rules();
    const rerun = rules.find(({ rule }) => rule === 'rerun');
    expect(rerun?.why.length).toBeGreaterThan(10);
    expect(rerun?.codes.find(({ code }) => code === 'certain')).toEqual({
      ...{ code: 'certain', usual: 'block', now: 'ask', fired: 2 },
      lastAt: new Date(noon + 1000).toISOString(),
    });
    expect(levels).toContain('default');
    expect(changes).toEqual([]);
  });

  it('are set by the person, and the change is told; default takes it back', async () => {
    const room = openRoom();
    const port = rulesPort(room);
    const levelNow = async (): Promise<string | undefined> => {
      const { rules } = await port.rules();
      return rules.find(({ rule }) => rule === 'rerun')?.codes.find(({ code }) => code === 'certain')?.now;
    };
    expect(await port.setLevel({ code: 'rerun/certain', level: 'ask' }, 'person')).toBeUndefined();
    expect(await levelNow()).toBe('ask');
    expect((await port.rules()).changes).toMatchObject([{ who: 'person', words: 'rerun/certain was set to ask.' }]);
    expect(await port.setLevel({ code: 'rerun/certain', level: 'default' }, 'person')).toBeUndefined();
    expect(await levelNow()).toBe('block');
  });

  it('are not set where there is no such rule or level', async () => {
    const port = rulesPort(openRoom());
    expect(await port.setLevel({ code: 'no/rule', level: 'ask' }, 'person')).toMatchObject({ problem: 'no-such-rule' });
    expect(await port.setLevel({ code: 'rerun', level: 'loud' }, 'person')).toMatchObject({ problem: 'bad-request' });
  });

  it('have words only where there is such a rule', () => {
    const port = rulesPort(openRoom());
    expect(port.ruleWhy('rerun')).not.toBe('');
    expect(port.ruleWhy('../instructions')).toBe('');
  });
});
