import { afterEach, beforeEach, expect, it } from 'vitest';
import { loginFileOf, loginFolder, loginStates } from '../../../src/upstreams/login/login-states.js';
import { tempFolder } from '../../fixtures/upstream-bench.js';

let temp: ReturnType<typeof tempFolder>;
const far = { url: 'https://far.example/mcp' };

beforeEach(() => {
  temp = tempFolder();
});
afterEach(() => temp.remove());

it('there is a login only for servers over HTTP without a key of their own', () => {
  const folder = loginFolder(temp.folder);
  expect(loginFileOf('far', far, folder)?.path).toBe(`${folder}/far.json`);
  expect(loginFileOf('far', { ...far, headers: { authorization: 'Bearer x' } }, folder)).toBeUndefined();
  expect(loginFileOf('far', { ...far, headers: { 'X-Team': 'x' } }, folder)).toBeDefined();
  expect(loginFileOf('near', { command: 'x' }, folder)).toBeUndefined();
});

it('what is known of each says whether one is needed', () => {
  const tokens = { access_token: 'a', token_type: 'Bearer' };
  loginFileOf('asks', far, temp.folder)?.write({});
  loginFileOf('done', far, temp.folder)?.write({ tokens });
  expect(loginStates({ asks: far, done: far, other: far, near: { command: 'x' } }, temp.folder)).toEqual({
    asks: 'needed',
    done: 'present',
    other: 'none',
    near: 'none',
  });
});
