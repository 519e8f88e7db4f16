import { expect, it } from 'vitest';
import { loginNeeded, LoginNeededError } from '../../../src/upstreams/login/login-needed.js';

const error = new LoginNeededError('far');

it('names the server and the command', () => {
  expect(error.message).toBe('The server "far" wants a login. The person at this computer runs: greenlight login far');
});

it('is found inside other errors, and nowhere else', () => {
  expect(loginNeeded(error)).toBe(error);
  expect(loginNeeded(new Error('a', { cause: new Error('b', { cause: error }) }))).toBe(error);
  expect(loginNeeded(new Error('a', { cause: 'b' }))).toBeUndefined();
  expect(loginNeeded('far')).toBeUndefined();
});
