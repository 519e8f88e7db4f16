import { describe, expect, it } from 'vitest';
import { speechDirections } from '../../src/prompt/speech-directions.js';

const given = (prompt: string, settings = {}) => [...speechDirections(prompt, settings)].sort();

describe('how a text is to be spoken', () => {
  it.each([
    ['Welcome home.', []],
    ['Now read this slowly and warmly.', []],
    ['[warm] Welcome home.', ['tone']],
    ['[laughs] Welcome [pause] home.', ['pace', 'tone']],
    ['Welcome (see page two).', []],
    ['Welcome (whispering) home.', ['tone', 'voice']],
    ['Say slowly, in a friendly tone: welcome home', ['pace', 'tone']],
    ['Say: welcome home', []],
    ['A deep male voice, slow pace: "Welcome home."', ['pace', 'voice']],
    ['She said: "I am so happy."', []],
    ['<speak>Welcome <break time="1s"/> home.</speak>', ['pace']],
    ['<prosody rate="slow">Welcome</prosody>', ['pace']],
    ['<prosody pitch="low">Welcome</prosody>', ['tone']],
    ['<voice name="Joanna"><mstts:express-as style="sad">Oh.</mstts:express-as></voice>', ['tone', 'voice']],
  ])('%s: %j', (prompt, expected) => {
    expect(given(prompt)).toEqual(expected);
  });

  it.each([
    [{ voice_id: 'rachel' }, ['voice']],
    [{ voiceName: 'Kore', speakingRate: 1.2 }, ['pace', 'voice']],
    [{ voice: { id: 'x', speed: 0.9 } }, ['pace', 'voice']],
    [{ voice_settings: { stability: 0.3, style: 0 } }, ['tone']],
    [{ instructions: 'calm, slow' }, ['pace', 'tone']],
    [{ voice_id: '', style: null, model: 'x', text: 'warm and slow' }, []],
  ])('is given by the settings %j: %j', (settings, expected) => {
    expect(given('Welcome home.', settings)).toEqual(expected);
  });
});
