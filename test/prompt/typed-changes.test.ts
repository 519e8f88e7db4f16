import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/prompt/analyse.js';
import { typedChanges } from '../../src/prompt/typed-changes.js';
import { wordChanges } from '../../src/prompt/word-changes.js';

/** Each change as `type: before → after`. */
function typed(before: string, after: string): readonly string[] {
  const [a, b] = [analyse({ prompt: before }), analyse({ prompt: after })];
  return typedChanges(a, b, wordChanges(a, b)).map(
    (change) => `${change.type}: ${change.before ?? ''} → ${change.after ?? ''}`,
  );
}

describe('typed changes', () => {
  it.each([
    ['a red kite', 'a blue kite', ['colour: red → blue']],
    ['an old man on a pier', 'a young woman on a pier', ['size: old → young', 'subject: man → woman']],
    ['a pier, oil painting', 'a pier, pencil sketch', ['style: oil painting → pencil sketch']],
    ['an otter in a teacup', 'a badger in a teacup', ['subject: otter → badger']],
    ['an otter in a teacup', 'an otter in a bowl', ['detail: teacup → bowl']],
    ['a clown with a hat', 'a clown with no hat', ['negation: hat → no hat']],
    ['a clown holding a balloon', 'a clown holding balloons', ['number: balloon → balloons']],
    ['a kite above the pier', 'a kite below the pier', ['relation: above → below']],
    ['a pier, 24fps', 'a pier, 60fps', ['camera: 24 → 60']],
    ['a poster with the text "SALE"', 'a poster with the text "SOLD"', ['quoted-text: "SALE" → "SOLD"']],
    ['a wooden spoon', 'a metal spoon', ['substance: wooden → metal']],
    ['warm female voice', 'warm male voice', ['voice: female → male']],
    ['一只红色的风筝', '一只蓝色的风筝', ['colour: 红色 → 蓝色']],
  ])('tell what became what: %s / %s', (before, after, expected) => {
    expect(typed(before, after)).toEqual(expected);
  });

  it.each([
    ['a sailor with a hat', 'a sailor, dawn light', ['light:  → dawn light', 'subject: hat → ']],
    ['a pier', 'a pier in the rain', ['time-or-weather:  → rain']],
    ['a clown on a bench', 'a clown', ['detail: bench → ']],
    ['a kite', 'a kite, watercolor, no people', ['style:  → watercolor', 'negation:  → no people']],
    ['a red scarf', 'a blue wooden scarf', ['colour: red → blue', 'substance:  → wooden']],
  ])('tell what came and went, clause by clause: %s / %s', (before, after, expected) => {
    expect(typed(before, after)).toEqual(expected);
  });

  it.each([
    ['a dog chasing a cat', 'a cat chasing a dog', ['relation: dog chasing cat → cat chasing dog']],
    ['a red cat and a blue dog', 'a blue cat and a red dog', ['relation: red cat blue → blue cat red']],
    [
      'a bell rings, then a dog barks',
      'then a dog barks, a bell rings',
      ['order: bell rings then dog barks → then dog barks bell rings'],
    ],
    ['foggy twilight anime otter', 'anime foggy twilight otter', []],
  ])('tell who does what, and what comes first: %s / %s', (before, after, expected) => {
    expect(typed(before, after)).toEqual(expected);
  });

  it('do not pair the words of prompts that share little', () => {
    expect(typed('an otter in a teacup', 'the skyline of a harbor by night')).toEqual([
      'setting:  → skyline harbor at night',
      'subject: otter in teacup → ',
    ]);
  });
});
