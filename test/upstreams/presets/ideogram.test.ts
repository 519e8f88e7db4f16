import { describe, expect, it } from 'vitest';
import { ideogramPreset } from '../../../src/upstreams/presets/ideogram.js';
import { presetAnswer, presetCall, presetStatus, textAnswer } from '../../fixtures/preset-call.js';

describe('the preset of Ideogram', () => {
  it.each<[object, number]>([
    [{}, 6],
    [{ rendering_speed: 'TURBO', num_images: 4 }, 12],
    [{ rendering_speed: 'QUALITY', num_images: 2 }, 18],
  ])('quotes pictures by speed and number: %j', (args, credits) => {
    expect(presetCall(ideogramPreset, 'ideogram_generate', { prompt: 'a fox', ...args }).credits).toBe(credits);
  });

  it.each([
    [{ success: true, images: [] }, 'succeeded'],
    [{ success: false, error_code: 'RATE_LIMITED' }, 'unbilled'],
    [{ success: false, error_code: 'TIMEOUT' }, 'unknown'],
  ])('reads what became of a call out of its JSON: %j', (said, outcome) => {
    expect(presetAnswer(ideogramPreset, 'ideogram_generate', textAnswer(said))).toBe(outcome);
  });

  it('follows a prediction to its end', () => {
    const queued = textAnswer({ success: true, prediction_id: 'p-1', status: 'queued' });
    expect(presetAnswer(ideogramPreset, 'ideogram_generate_async', queued)).toBe('job p-1');
    const said = [
      { status: 'queued' },
      { status: 'processing' },
      { status: 'completed' },
      { status: 'cancelled', error: { code: 'CANCELLED' } },
      { status: 'failed', error: { code: 'API_ERROR' } },
    ];
    expect(said.map((each) => presetStatus(ideogramPreset, 'ideogram_generate_async', textAnswer(each)))).toEqual([
      ...['running', 'running', 'succeeded', 'unbilled', 'unknown'],
    ]);
  });
});
