import { describe, expect, it } from 'vitest';
import { markedUnwritten, unwrittenIn } from '../../src/model/unwritten.js';

const block = { type: 'image', data: '…', _meta: { a: 1 } };

describe('an answer with media that could not be written', () => {
  it('says why, beside what it said itself', () => {
    const marked = markedUnwritten(block, 'ENOSPC');
    expect(unwrittenIn(marked)).toBe('ENOSPC');
    expect(marked).toMatchObject(block);
  });

  it('is what it was once it is written', () => {
    expect(markedUnwritten(markedUnwritten(block, 'ENOSPC'), undefined)).toEqual(block);
    const { _meta: _, ...bare } = block;
    expect(markedUnwritten(markedUnwritten(bare, 'ENOSPC'), undefined)).toEqual(bare);
  });

  it('keeps the newest reason', () => {
    expect(unwrittenIn(markedUnwritten(markedUnwritten(block, 'ENOSPC'), 'EROFS'))).toBe('EROFS');
  });

  it.each([undefined, null, 'text', [], {}, { _meta: 1 }, { _meta: { 'greenlight/unwritten': true } }])(
    'is none in %j',
    (value) => {
      expect(unwrittenIn(value)).toBeUndefined();
    },
  );

  it('is left alone where there is nothing to say', () => {
    expect(markedUnwritten(block, undefined)).toBe(block);
  });
});
