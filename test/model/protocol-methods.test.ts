import { describe, expect, it } from 'vitest';
import { isProtocolMethod } from '../../src/model/protocol-methods.js';

describe('a method', () => {
  it.each(['prompts/get', 'resources/read', 'tasks/result', 'completion/complete', 'notifications/roots/list_changed'])(
    'of the protocol is known: %s',
    (method) => {
      expect(isProtocolMethod(method)).toBe(true);
    },
  );

  it.each(['acme/generate', 'tasks/create', 'images/generate', 'Ping', 'notifications/acme', 'constructor'])(
    'of anybody else is not: %s',
    (method) => {
      expect(isProtocolMethod(method)).toBe(false);
    },
  );
});
