import type { TranscriptJob } from './transcript.js';
import { approve, brief, call, change, image } from './transcript-words.js';

const pier =
  'an old wooden pier in morning fog, a rowing boat tied to it, pale light, muted blue palette, wide view, film still';
const rower =
  'a woman in a yellow raincoat rowing towards the camera, fog over still water, pale morning light, medium shot, film still';
const harbour =
  'fishing boats leaving a small harbour at dawn, gulls above, orange light on the water, high wide shot, film still';

/** A short film from stills, with its sounds. */
export const film: TranscriptJob = {
  project: 'fog-film',
  budget: 3000,
  brief: brief('open a festival of short films', 'festival guests', ['three shots', 'sound is added in the edit']),
  steps: [
    { shot: 'pier', phase: 'explore', purpose: 'draft', tool: image, model: 'qwen-image', prompt: pier, rounds: 2 },
    {
      shot: 'pier',
      phase: 'select',
      purpose: 'draft',
      tool: 'make_clip',
      model: 'wan-2.5-fast',
      prompt: 'fog drifts slowly over the pier, the boat rocks, slow push in',
      rounds: 2,
    },
    {
      shot: 'pier',
      phase: 'hero',
      purpose: 'social',
      tool: 'make_clip',
      model: 'seedance-lite',
      prompt: 'fog drifts slowly over the pier, the boat rocks, slow push in',
    },
    { shot: 'rower', phase: 'explore', purpose: 'draft', tool: image, model: 'qwen-image', prompt: rower, rounds: 2 },
    {
      shot: 'rower',
      phase: 'select',
      purpose: 'draft',
      tool: 'make_clip',
      model: 'wan-2.5-fast',
      prompt: 'the woman rows steadily, ripples spread, camera holds',
      rounds: 2,
    },
    {
      shot: 'rower',
      phase: 'hero',
      purpose: 'social',
      tool: 'make_clip',
      model: 'seedance-lite',
      prompt: 'the woman rows steadily, ripples spread, camera holds',
    },
    {
      shot: 'harbour',
      phase: 'explore',
      purpose: 'draft',
      tool: image,
      model: 'qwen-image',
      prompt: harbour,
      rounds: 2,
    },
    {
      shot: 'harbour',
      phase: 'select',
      purpose: 'draft',
      tool: 'make_clip',
      model: 'wan-2.5-fast',
      prompt: 'boats leave the harbour one after another, gulls circle, crane shot rising',
    },
    {
      shot: 'harbour',
      phase: 'hero',
      purpose: 'social',
      tool: 'make_clip',
      model: 'seedance-lite',
      prompt: 'boats leave the harbour one after another, gulls circle, crane shot rising',
      arguments: { duration: '8s' },
    },
    {
      shot: 'theme',
      phase: 'explore',
      purpose: 'background',
      tool: 'sounds_compose',
      prompt: 'slow ambient piece, felt piano and cello, 60 bpm, melancholic, long reverb',
      rounds: 2,
    },
    {
      shot: 'intro',
      phase: 'explore',
      purpose: 'draft',
      tool: 'sounds_speak',
      model: 'speech-turbo',
      prompt: 'Seven films. One morning. Come early.',
    },
    {
      shot: 'intro',
      phase: 'hero',
      purpose: 'final-delivery',
      tool: 'sounds_speak',
      model: 'speech-hd',
      prompt: 'Seven films. One morning. Come early.',
    },
  ],
  calls: [
    call(image, { prompt: pier, model: 'qwen-image', size: '1024x576' }, change('denser fog'), {
      hints: { shot: 'pier', phase: 'explore' },
    }),
    call(
      image,
      {
        prompt: pier.replace('morning fog', 'thick fog that hides the far end'),
        model: 'qwen-image',
        size: '1024x576',
      },
      approve,
      { as: 'pier', hints: { shot: 'pier', phase: 'explore' } },
    ),
    call(
      'make_clip',
      { prompt: 'fog drifts slowly over the pier, the boat rocks, slow push in', first_frame: '@pier', duration: '5s' },
      change('the boat should move less', 'push in more slowly'),
      { hints: { shot: 'pier', phase: 'select' } },
    ),
    call(
      'make_clip',
      {
        prompt: 'fog drifts slowly over the pier, the boat is almost still, a barely moving push in',
        first_frame: '@pier',
        duration: 5,
      },
      approve,
      { hints: { shot: 'pier', phase: 'select' } },
    ),
    call(image, { prompt: rower, model: 'qwen-image', size: '1024*576' }, approve, {
      as: 'rower',
      hints: { shot: 'rower', phase: 'explore' },
    }),
    call(
      'make_clip',
      {
        prompt: 'the woman rows steadily, ripples spread, camera holds',
        first_frame: '@rower',
        model_id: 'wan-2.5-fast',
        duration: '4',
      },
      approve,
      { hints: { shot: 'rower', phase: 'select' } },
    ),
    call(
      image,
      { prompt: harbour, model: 'qwen-image', size: '1024x576' },
      change('fewer boats', 'no crane in the background'),
      { hints: { shot: 'harbour' } },
    ),
    call(
      image,
      {
        prompt:
          'three fishing boats leaving a small harbour at dawn, gulls above, orange light on the water, high wide shot, film still',
        negative_prompt: 'crane',
        model: 'qwen-image',
        size: '1024x576',
      },
      approve,
      { as: 'harbour', hints: { shot: 'harbour', phase: 'explore' } },
    ),
    call(
      'make_clip',
      { prompt: 'boats leave the harbour one after another, gulls circle, crane shot rising', first_frame: '@harbour' },
      approve,
      { hints: { shot: 'harbour', phase: 'select' } },
    ),
    call(
      'make_clip',
      {
        prompt: 'fog drifts slowly over the pier, the boat is almost still, a barely moving push in',
        first_frame: '@pier',
        model_id: 'seedance-lite',
        duration: '5s',
      },
      approve,
      { hints: { shot: 'pier', phase: 'hero' } },
    ),
    call(
      'make_clip',
      {
        prompt: 'the woman rows steadily, ripples spread, camera holds',
        first_frame: '@rower',
        model_id: 'seedance-lite',
        duration: 5,
        with_audio: false,
      },
      approve,
      { meta: { shot: 'rower', phase: 'hero' } },
    ),
    call(
      'make_clip',
      {
        prompt: 'boats leave the harbour one after another, gulls circle, crane shot rising',
        first_frame: '@harbour',
        model_id: 'seedance-lite',
        duration: '8s',
      },
      approve,
      { hints: { shot: 'harbour', phase: 'hero' } },
    ),
    call(
      'sounds_compose',
      { prompt: 'slow ambient piece, felt piano and cello, 60 bpm, melancholic, long reverb', length: '30' },
      change('no cello', 'warmer'),
      { hints: { shot: 'theme' } },
    ),
    call(
      'sounds_compose',
      {
        prompt: 'slow ambient piece, felt piano and soft analogue pads, 60 bpm, warm and hopeful, long reverb',
        length: 30,
      },
      approve,
      { hints: { shot: 'theme' } },
    ),
    call(
      'sounds_speak',
      { input: 'Seven films. One morning. Come early.', voice: 'nora', speed: '0.9' },
      change('a deeper voice'),
      { hints: { shot: 'intro', phase: 'explore' } },
    ),
    call('sounds_speak', { input: 'Seven films. One morning. Come early.', voice: 'hanne', speed: '0.9' }, approve, {
      hints: { shot: 'intro', phase: 'explore' },
    }),
    call(
      'sounds_speak',
      { input: 'Seven films. One morning. Come early.', voice: 'hanne', speed: 0.9, model: 'speech-hd' },
      approve,
      { hints: { shot: 'intro', phase: 'hero' } },
    ),
    call('sounds_effect', { description: 'small waves against a wooden hull, close', seconds: '6s' }, approve),
    call('sounds_effect', { description: 'two gulls far away, one short cry', seconds: 3 }, approve),
    call('sounds_effect', { description: 'a rope creaking on a mooring post', seconds: 4 }, approve),
  ],
};
