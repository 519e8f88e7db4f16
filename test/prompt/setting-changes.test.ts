import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/prompt/analyse.js';
import { settingChanges } from '../../src/prompt/setting-changes.js';

const changes = (before: string, after: string, step = 0.3) =>
  settingChanges(analyse({ prompt: before }), analyse({ prompt: after }), step);

describe('settingChanges', () => {
  it('finds none between equal settings', () => {
    expect(changes('a pier --ar 3:2', 'a pier --ar 3:2')).toEqual({ material: [], cosmetic: [], decoration: [] });
  });

  it('names a setting with another value, and one that came', () => {
    expect(changes('a pier --ar 3:2', 'a pier --ar 2:3 --no boats').material).toEqual([
      { type: 'parameter', before: '--ar 3:2', after: '--ar 2:3' },
      { type: 'negative-prompt', after: '--no boats' },
    ]);
  });

  it.each([
    ['duration', '{"prompt":"a pier","duration":5}', '{"prompt":"a pier","duration":10}'],
    ['voice', '{"prompt":"a pier","voice_id":"a"}', '{"prompt":"a pier","voice_id":"b"}'],
    ['lyrics', '{"prompt":"a song","lyrics":"la"}', '{"prompt":"a song","lyrics":"lo"}'],
    ['sound', '{"prompt":"a pier"}', '{"prompt":"a pier","generate_audio":true}'],
    ['reference-image', 'a pier https://a.example/1.png', 'a pier https://a.example/2.png'],
    ['parameter', 'a pier <lora:ink:1>', 'a pier <lora:clay:1>'],
  ])('says that a change is about the %s', (type, before, after) => {
    expect(changes(before, after).material[0]?.type).toBe(type);
  });

  it.each([
    ['(fog:1.1)', '(fog:1.39)', false],
    ['(fog:1.1)', '(fog:1.4)', true],
    ['fog', '(fog:1.3)', true],
    ['(fog:0.1)', '(fog:-0.1)', true],
  ])('weighs %s against %s', (before, after, isMaterial) => {
    const { material, cosmetic } = changes(before, after);
    expect([material.length, cosmetic.length]).toEqual(isMaterial ? [1, 0] : [0, 1]);
  });

  it('weighs by the step that it is given', () => {
    const material = (step: number): number => changes('(fog:1.1)', '(fog:1.3)', step).material.length;
    expect([0, 0.1, 0.2, 0.25].map(material)).toEqual([1, 1, 1, 0]);
  });

  it('says of a weight what it was and is', () => {
    expect(changes('fog', '(fog:1.4)').material).toEqual([{ type: 'weight', before: 'fog ×1.00', after: 'fog ×1.40' }]);
  });

  it('names decoration that came or went', () => {
    expect(changes('a pier, 8k', 'a pier, masterpiece').decoration).toEqual(['8k', 'masterpiece']);
  });
});
