import { describe, expect, it } from 'vitest';
import { newId } from '../src/new-id.js';

describe('a new id', () => {
  it('has its prefix and eight characters, twenty where it is a handle', () => {
    expect(newId('t')).toMatch(/^t_[0-9a-z]{8}$/);
    expect(newId('s')).toMatch(/^s_[0-9a-z]{20}$/);
  });

  it('is never given twice, over many draws', () => {
    const ids = Array.from({ length: 20_000 }, (_, index) => newId(index % 3 === 0 ? 's' : 't'));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('uses every character of its alphabet about equally often', () => {
    const counts = new Map<string, number>();
    for (let draw = 0; draw < 2000; draw += 1) {
      for (const character of newId('s').slice(2)) counts.set(character, (counts.get(character) ?? 0) + 1);
    }
    expect(counts.size).toBe(32);
    for (const count of counts.values()) expect(count).toBeGreaterThan(1000);
  });
});
