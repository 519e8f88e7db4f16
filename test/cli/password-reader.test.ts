import { describe, expect, it } from 'vitest';
import { passwordReader } from '../../src/cli/password-reader.js';
import { FakeInput } from './fake-desk.js';

describe('passwordReader', () => {
  it('reads one line from an input that stays open', async () => {
    const input = new FakeInput();
    const read = passwordReader(input, () => undefined, { fromInput: true });
    const given = read('Password:');
    input.emit('data', 'let me');
    input.emit('data', ' in\r\n');
    expect(await given).toBe('let me in');
    expect(input.paused).toBe(true);
  });

  it('reads several secrets line by line, and nothing once the input has ended', async () => {
    const input = new FakeInput();
    const read = passwordReader(input, () => undefined, { fromInput: true });
    const first = read('Old:');
    input.emit('data', 'one\ntwo');
    expect(await first).toBe('one');
    const second = read('New:');
    input.emit('end');
    expect(await second).toBe('two');
    expect(await read('More:')).toBe('');
  });

  it('has nobody to ask without a terminal', async () => {
    expect(await passwordReader(new FakeInput(), () => undefined, { fromInput: false })('?')).toBeUndefined();
  });

  it('shows nothing of what is typed at a terminal', async () => {
    const input = new FakeInput(true);
    const shown: string[] = [];
    const given = passwordReader(input, (text) => void shown.push(text), { fromInput: false })('Password:');
    for (const key of ['x', '\u0015', 'se', 'z', '\u007f', '\u001b[A', 'cret', '\r']) input.emit('data', key);
    expect(await given).toBe('secret');
    expect(shown).toEqual(['Password: ', '\n']);
    expect(input.modes).toEqual([true, false]);
    expect(input.paused).toBe(true);
  });

  it('gives up when the person interrupts it, and leaves the terminal as it was', async () => {
    const input = new FakeInput(true);
    const given = passwordReader(input, () => undefined, { fromInput: false })('Password:');
    input.emit('data', 'abc\u0003');
    await expect(given).rejects.toMatchObject({ code: 'interrupted' });
    expect(input.modes).toEqual([true, false]);
  });
});
