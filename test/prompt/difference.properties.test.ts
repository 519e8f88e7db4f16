import fc from '../setup/properties.js';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/prompt/analyse.js';
import { changeTypes } from '../../src/prompt/change.js';
import { closest } from '../../src/prompt/closest.js';
import { difference } from '../../src/prompt/difference.js';
import { sameSubject } from '../../src/prompt/overlap.js';
import { anyText, samePrompt, tags } from './fixtures/arbitraries.js';

const of = (prompt: string) => analyse({ prompt });
const compare = (before: string, after: string) => difference(of(before), of(after));

describe('difference, whatever the prompts', () => {
  it('takes a prompt for a re-run of itself', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(compare(text, text)).toMatchObject({ rerun: 'certain', why: 'nothing changed' });
      }),
    );
  });

  it('takes a prompt for a re-run under any cosmetic edits', () => {
    fc.assert(
      fc.property(samePrompt, ([before, after]) => {
        expect(compare(before, after)).toMatchObject({ rerun: 'certain', material: [] });
      }),
      { numRuns: 400 },
    );
  });

  it('gives prompts one key under cosmetic edits', () => {
    fc.assert(
      fc.property(samePrompt, ([before, after]) => {
        expect(of(after).key).toBe(of(before).key);
      }),
    );
  });

  it('finds a re-run among others', () => {
    fc.assert(
      fc.property(samePrompt, fc.array(tags, { maxLength: 5 }), ([before, after], others) => {
        const texts = [...others.map((parts) => parts.join(', ')), before];
        const candidates = texts.map((text) => ({ id: text, text, features: of(text) }));
        expect(closest(of(after), candidates)?.difference.rerun).toBe('certain');
      }),
    );
  });

  it('never is certain when a word that matters came, anywhere', () => {
    const word = fc.constantFrom('blue', 'three', 'no', 'without', 'left', 'night', 'watercolor', '🦊', '"SALE"', '7');
    fc.assert(
      fc.property(tags, word, fc.nat(), (parts, added, place) => {
        const words = parts.join(', ').split(' ');
        const after = words.toSpliced(place % words.length, 0, added).join(' ');
        expect(compare(parts.join(', '), after).rerun).not.toBe('certain');
      }),
      { numRuns: 400 },
    );
  });

  it('never is certain when a content word went', () => {
    fc.assert(
      fc.property(tags, fc.nat(), (parts, place) => {
        const words = parts
          .join(' , ')
          .split(' ')
          .filter((word) => word !== 'a');
        const content = words.filter((word) => word !== ',');
        const gone = content[place % content.length] ?? '';
        const after = words.toSpliced(words.indexOf(gone), 1).join(' ');
        fc.pre(new Set(of(after).clauses.map(String)).size === parts.length);
        expect(compare(words.join(' '), after).rerun).not.toBe('certain');
      }),
    );
  });

  it('never is certain when two content words of one clause changed places', () => {
    fc.assert(
      fc.property(tags, (parts) => {
        const [first = '', ...rest] = parts;
        const words = first.split(' ').filter((word) => word !== 'a');
        fc.pre(words.length >= 2 && words[0] !== words.at(-1));
        const turned = [words.at(-1), ...words.slice(1, -1), words[0]].join(' ');
        expect(compare(parts.join(', '), [turned, ...rest].join(', ')).rerun).not.toBe('certain');
      }),
    );
  });

  it('judges alike in both directions', () => {
    const pair = fc.oneof(
      fc.tuple(anyText, anyText),
      fc.tuple(tags, tags).map(([left, right]) => [left.join(', '), right.join(', ')] as const),
      samePrompt,
    );
    fc.assert(
      fc.property(pair, ([left, right]) => {
        const [there, back] = [compare(left, right), compare(right, left)];
        expect(back.rerun).toBe(there.rerun);
        expect(back.material.length === 0).toBe(there.material.length === 0);
        expect(back.confidence >= 0 && back.confidence <= 1).toBe(true);
        expect(sameSubject(of(left), of(right))).toBe(sameSubject(of(right), of(left)));
      }),
      { numRuns: 400 },
    );
  });

  it('has a typed change for every real one, and for none that is not', () => {
    const pair = fc.oneof(
      fc.tuple(anyText, anyText),
      fc.tuple(tags, tags).map(([left, right]) => [left.join(', '), right.join(', ')] as const),
      samePrompt,
    );
    fc.assert(
      fc.property(pair, ([left, right]) => {
        const { rerun, material, confidence } = compare(left, right);
        if (rerun === 'certain') expect(material).toEqual([]);
        if (rerun === 'no') expect(material).not.toEqual([]);
        for (const { type, before, after } of material) {
          expect(changeTypes).toContain(type);
          expect([before, after].every((side) => side === undefined || side === '')).toBe(false);
        }
        expect(rerun === 'suspect' ? confidence : 0.5).toBe(0.5);
      }),
      { numRuns: 500 },
    );
  });

  it('is certain about equal keys', () => {
    const piece = fc.constantFrom('otter', 'cup', ', ', '. ', 'a ', ' ', ': ', ' then ', 'no ', '8k');
    const small = fc.array(piece, { maxLength: 5 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(small, small, (left, right) => {
        const areEqual = of(left).key === of(right).key;
        expect(areEqual && compare(left, right).rerun !== 'certain').toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  it('never throws, and says it in one line', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, (left, right, negative) => {
        const before = analyse({ prompt: left, negativePrompt: negative });
        const { why } = difference(before, of(right));
        expect(why).not.toMatch(/\n/);
        expect(why.length).toBeLessThan(600);
      }),
      { numRuns: 500 },
    );
  });
});
