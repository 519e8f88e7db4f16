import { describe, expect, it } from 'vitest';
import { klingPreset } from '../../../src/upstreams/presets/kling.js';
import { presetAnswer, presetCall, presetStatus, textAnswer } from '../../fixtures/preset-call.js';

describe('the preset of Kling', () => {
  it.each<[object, number]>([
    [{ model_name: 'kling-v1', mode: 'standard', duration: '5' }, 14],
    [{ model_name: 'kling-v1', mode: 'professional', duration: '10' }, 98],
    [{ model_name: 'kling-v1.6', mode: 'professional', duration: '5' }, 49],
    [{ model_name: 'kling-v2-master', mode: 'professional', duration: '5' }, 140],
    [{ model_name: 'kling-v2-master', duration: '10' }, 280],
  ])('quotes a clip by model, mode and length: %j', (args, credits) => {
    expect(presetCall(klingPreset, 'generate_video', { prompt: 'a fox runs', ...args }).credits).toBe(credits);
  });

  it('holds the longer clip where none says how long, and says so', () => {
    const { quote, credits } = presetCall(klingPreset, 'generate_video', {
      prompt: 'x',
      model_name: 'kling-v2-master',
    });
    expect([quote.status, credits]).toEqual(['range', 280]);
  });

  it('has no price for a picture of a model that it does not know one of', () => {
    const call = presetCall(klingPreset, 'generate_image', { prompt: 'a fox', model_name: 'kling-v2-master' });
    expect(call.credits).toBeUndefined();
  });

  it('reads the task out of the sentences of an answer, and how it stands', () => {
    const started = textAnswer(
      'Video generation started successfully!\nTask ID: 84\n\nUse the check_video_status tool',
    );
    expect(presetAnswer(klingPreset, 'generate_video', started)).toBe('job 84');
    const states = ['submitted', 'processing', 'succeed', 'failed'].map((state) => {
      return presetStatus(klingPreset, 'generate_video', textAnswer(`Task ID: 84\nStatus: ${state}\nMessage: none`));
    });
    expect(states).toEqual(['running', 'running', 'succeeded', 'unknown']);
  });

  it('leaves a failure in doubt, for its text does not tell whether there was a task', () => {
    const failed = textAnswer('Error: Kling API error: timeout', { isError: true });
    expect(presetAnswer(klingPreset, 'generate_video', failed)).toBe('unknown');
  });
});
