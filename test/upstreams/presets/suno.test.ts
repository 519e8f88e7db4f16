import { describe, expect, it } from 'vitest';
import { sunoPreset } from '../../../src/upstreams/presets/suno.js';
import { presetAnswer, presetStatus, textAnswer } from '../../fixtures/preset-call.js';

describe('the preset of Suno', () => {
  it('follows a song to its end, and takes a preview for none', () => {
    const started = textAnswer({ task_id: 's-1', mcp_async_submission: { should_poll: true } });
    expect(presetAnswer(sunoPreset, 'suno_generate_music', started)).toBe('job s-1');
    const states = ['pending', 'processing', 'complete', 'failed'].map((state) => {
      const data = [{ audio_url: 'https://example.com/preview.mp3' }];
      const answer = textAnswer({ id: 's-1', response: { data }, mcp_task_polling: { state } });
      return presetStatus(sunoPreset, 'suno_generate_music', answer);
    });
    expect(states).toEqual(['running', 'running', 'succeeded', 'unknown']);
  });
});
