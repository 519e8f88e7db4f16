import { describe, expect, it } from 'vitest';
import { toolWish } from '../../src/cli/tool-wish.js';

describe('toolWish', () => {
  it.each([
    ['s.list=free', { server: 's', tool: 'list', paid: false }],
    ['s.make=paid', { server: 's', tool: 'make', paid: true }],
    ['s.make=paid:video', { server: 's', tool: 'make', paid: true, kind: 'video' }],
    [
      's.a.b=x=paid:image:2.5:second',
      { server: 's', tool: 'a.b=x', paid: true, kind: 'image', credits: 2.5, unit: 'second' },
    ],
    ['s.make=paid::7', { server: 's', tool: 'make', paid: true, credits: 7 }],
  ])('reads %s', (text, wish) => {
    expect(toolWish(text)).toEqual(wish);
  });

  it.each([
    ['s.make', 'set-form'],
    ['make=free', 'set-form'],
    ['.x=free', 'set-form'],
    ['s.make=cheap', 'set-form'],
    ['s.make=free:image', 'set-form'],
    ['s.make=paid:image:1:call:more', 'set-form'],
    ['s.make=paid:poem', 'set-kind'],
    ['s.make=paid:image:-1', 'set-credits'],
    ['s.make=paid:image:CREDITS', 'set-credits'],
    ['s.make=paid:image:1:hour', 'set-unit'],
    ['s.make=paid:image::call', 'set-unit'],
  ])('refuses %s', (text, code) => {
    expect(() => toolWish(text)).toThrow(code);
  });
});
