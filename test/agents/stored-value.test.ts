import fc from '../setup/properties.js';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/model/json.js';
import { fromStored, toStored } from '../../src/agents/stored-value.js';

const there = (value: unknown): unknown => fromStored(JSON.parse(JSON.stringify(toStored(value))) as JsonObject);

describe('a stored result', () => {
  it('keeps the keys of a plain object, so that paths lead into it', () => {
    expect(toStored({ billing: { credits: 3 } })).toEqual({ billing: { credits: 3 } });
  });

  it('comes back as it was, whatever JSON it is', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        expect(there(value)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('comes back with its bytes and dates', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.date({ noInvalidDate: true }), (bytes, date) => {
        expect(there({ deep: [{ bytes, date }] })).toEqual({ deep: [{ bytes, date }] });
        expect(there(bytes)).toEqual(bytes);
        expect(there(date)).toEqual(date);
      }),
    );
  });

  it('leaves out what cannot be stored', () => {
    const circle: Record<string, unknown> = { name: 'circle', call: () => 1, big: 12n };
    circle['self'] = circle;
    expect(there(circle)).toEqual({ name: 'circle', big: '12' });
    expect(there(undefined)).toBeNull();
  });

  it('does without a result that cannot be read at all', () => {
    const broken = {
      get file(): string {
        throw new Error('not yet');
      },
    };
    expect(there(broken)).toBeNull();
  });

  it('takes an object at its word when it says how it is written as JSON', () => {
    expect(there({ file: { toJSON: () => ({ name: 'a.png' }) } })).toEqual({ file: { name: 'a.png' } });
  });
});
