import { expect, it } from 'vitest';
import { harmlessKind } from '../../../src/upstreams/classify/harmless-kind.js';
import { roleOfName } from '../../../src/upstreams/classify/read-role.js';

it.each([
  ['list jobs', 'list'],
  ['get job', 'status'],
  ['get health', 'status'],
  ['get balance', 'account'],
  ['list billing', 'account'],
  ['get configuration status', 'utility'],
  ['view image', 'utility'],
  ['get voice', 'list'],
  ['delete file', 'delete'],
  ['clear cache', 'utility'],
  ['cancel job', 'cancel'],
  ['wait job', 'status'],
  ['stream pod logs', 'list'],
  ['upload file', 'utility'],
  ['prepare order', 'plan'],
])('%s is of kind %s', (name, kind) => {
  const role = roleOfName(name.split(' '));
  expect(role === undefined ? undefined : harmlessKind(role)).toBe(kind);
});
