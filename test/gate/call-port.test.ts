import { expect, it } from 'vitest';
import { InputRequired } from '../../src/gate/call-port.js';

it('a needed answer says which question is open', () => {
  const question = { message: 'Sure?', requestedSchema: { type: 'object' } };
  const needed = new InputRequired('hero', question);
  expect(needed).toBeInstanceOf(Error);
  expect(needed).toMatchObject({ name: 'InputRequired', key: 'hero', question });
  expect(needed.message).toContain('"hero"');
});
