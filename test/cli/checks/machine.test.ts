import { expect, it } from 'vitest';
import { machineChecks } from '../../../src/cli/checks/machine.js';

const sqlite = () => Promise.resolve('3.51.3');

it.each([
  ['20.19.0', 'good'],
  ['24.1.0', 'good'],
  ['20.18.9', 'fault'],
  ['18.20.0', 'fault'],
])('Node %s is %s', async (node, state) => {
  expect((await machineChecks(node, sqlite))[0]).toMatchObject({ check: 'node', state });
});

it('SQLite is told with its version, and what stands in the way of it', async () => {
  expect((await machineChecks('22.1.0', sqlite))[1]).toMatchObject({ code: 'sqlite', facts: { version: '3.51.3' } });
  expect((await machineChecks('22.1.0', () => Promise.resolve('3.45.1')))[1]).toMatchObject({ code: 'sqlite-old' });
  const none = () => Promise.reject(new Error('no driver'));
  expect((await machineChecks('22.1.0', none))[1]).toMatchObject({ state: 'fault', facts: { why: 'no driver' } });
  expect((await machineChecks())[1]?.state).toBe('good');
});
