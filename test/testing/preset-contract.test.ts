import { describe, expect, it } from 'vitest';
import { presetContract, type ToolList } from '../../src/testing/preset-contract.js';
import type { ProfileInput } from '../../src/model/profile.js';
import type { Preset } from '../../src/upstreams/presets/preset.js';

const text = { type: 'string' };
const properties = {
  prompt: text,
  model: { enum: ['fast', 'fine'] },
  input: { type: 'object' },
  seconds: { type: 'number' },
};
const list: ToolList = {
  package: 'acme-mcp',
  version: '1.0.0',
  license: 'MIT',
  origin: 'written',
  server: 'acme',
  samples: { draw: { prompt: 'a fox', model: 'fast', input: { seed: 4 } } },
  tools: [
    { name: 'look', inputSchema: { type: 'object', properties: { id: text } } },
    { name: 'draw', inputSchema: { type: 'object', properties, required: ['prompt'] } },
  ],
};
const job = { id: { json: 'id' }, status: { tool: 'look', argument: 'id', succeeded: ['done'] } };
const draw: ProfileInput = {
  paid: true,
  arguments: { prompt: 'prompt', model: 'model', seed: 'input.seed' },
  price: { source: 'a page', asOf: '2026-01-01', models: { fast: { credits: 2 } } },
  outcome: { job },
};
const acme: Preset = { name: 'acme', title: 'Acme', servers: ['acme'], free: ['look'], paid: { draw } };

const asking = (more: object): NonNullable<NonNullable<ProfileInput['outcome']>['job']> => ({
  id: { json: 'id' },
  status: { tool: 'look', argument: 'id', succeeded: ['done'], ...more },
});

/** The names of the tests that a preset does not pass. */
async function objections(preset: Preset, against: ToolList = list): Promise<string[]> {
  const tests = new Map<string, () => Promise<void>>();
  presetContract(preset, against, { describe, expect, it: (name, body) => tests.set(name, body) });
  const failed: string[] = [];
  for (const [name, body] of tests) {
    await Promise.resolve()
      .then(body)
      .catch(() => failed.push(name));
  }
  return failed;
}

const drawing = (change: Partial<ProfileInput>): Preset => ({ ...acme, paid: { draw: { ...draw, ...change } } });

describe('the contract of presets', () => {
  it('is kept by a preset that fits its server', async () => {
    expect(await objections(acme)).toEqual([]);
  });

  it('is kept by a status tool that costs only in other calls than the one that asks', async () => {
    const look: ProfileInput = { paid: true, freeWhen: { argument: 'id', values: ['look'] } };
    const job = asking({ arguments: { id: 'look' } });
    const paid = { draw: { ...draw, outcome: { job } }, look };
    expect(await objections({ ...acme, free: [], paid })).toEqual([]);
  });

  const faults: readonly (readonly [string, Preset, string])[] = [
    ['a tool that is not named', { ...acme, paid: {} }, 'knows every tool of its server once'],
    [
      'a price for calls that no argument tells apart',
      drawing({ price: { ...draw.price, when: { action: ['draw'] } } }),
      'has a price only for calls',
    ],
    [
      'a price for calls with a value that is not taken',
      drawing({ price: { ...draw.price, when: { model: ['gone'] } } }),
      'has a price only for calls',
    ],
    [
      'a status tool that is to be given what no call has',
      drawing({ outcome: { job: asking({ fromCall: { id: 'nothing' } }) } }),
      'gives a status tool',
    ],
    [
      'a result tool that does not take what it is to be given',
      drawing({
        outcome: { job: asking({ result: { tool: 'look', argument: 'id', fromCall: { nothing: 'prompt' } } }) },
      }),
      'gives a status tool',
    ],
    [
      'a tool that the server does not have',
      { ...acme, free: ['look', 'gone'] },
      'knows every tool of its server once',
    ],
    ['a paid tool that is free, too', { ...acme, free: ['look', 'draw'] }, 'knows every tool of its server once'],
    ['a paid tool said to be free', drawing({ paid: false }), 'knows every tool of its server once'],
    ['another server', { ...acme, servers: ['other'] }, 'knows by which name'],
    ['an argument that is not there', drawing({ arguments: { prompt: 'text' } }), 'reads only arguments'],
    ['a nested argument that is not there', drawing({ arguments: { seed: 'prompt.seed' } }), 'reads only arguments'],
    [
      'a model that is not offered',
      drawing({ price: { ...draw.price, models: { gone: { credits: 1 } } } }),
      'prices only models',
    ],
    ['a price without a date', drawing({ price: { credits: 2, source: 'a page' } }), 'says where and when'],
    [
      'a price that a usual call does not get',
      drawing({ price: { ...draw.price, unit: 'second' } }),
      'quotes a usual call',
    ],
    [
      'a status tool that costs',
      { ...acme, free: [], paid: { draw, look: { paid: true } } },
      'learns how a job stands',
    ],
    [
      'a list of jobs that is not free',
      drawing({ outcome: { job: { ...job, lists: [{ tool: 'list', id: 'id' }] } } }),
      'learns how a job stands',
    ],
  ];

  it.each(faults)('objects to %s', async (_, preset, test) => {
    expect(await objections(preset)).toContainEqual(expect.stringContaining(test));
  });
});
