import type { ProfileInput } from '../../model/profile.js';
import type { Preset } from './preset.js';

/** A song is a task, named in JSON; what it took in the reseller's credits is not told. */
const outcome: ProfileInput['outcome'] = {
  failedWhen: [{ at: { json: 'success' }, values: [false] }],
  job: {
    id: { json: 'task_id' },
    status: {
      tool: 'suno_get_task',
      argument: 'task_id',
      everySeconds: 15,
      state: { json: 'mcp_task_polling.state' },
      running: ['pending', 'processing'],
      succeeded: ['complete'],
      failed: ['failed', 'error', 'cancelled', 'canceled'],
    },
  },
};

/** A song made of a song. */
function from(inputs: string[], prompt?: string): ProfileInput {
  const told = prompt === undefined ? {} : { prompt };
  return { paid: true, kind: 'music', arguments: { ...told, model: 'model', inputs }, outcome };
}

const song = ['audio_id'];

/** What is cut out of a song, or written about one. */
const taken: ProfileInput = { paid: true, arguments: { inputs: song }, outcome };
const written: ProfileInput = { paid: true, arguments: { prompt: 'prompt' } };

/** Songs by Suno through Ace Data Cloud, which sells its own credits: no price is known, each call asks. */
export const sunoPreset: Preset = {
  name: 'suno',
  title: 'Suno MCP (mcp-suno, Ace Data Cloud)',
  packages: ['mcp-suno'],
  hosts: ['suno.mcp.acedata.cloud'],
  servers: ['suno'],
  free: [
    'suno_list_models',
    'suno_list_actions',
    'suno_get_lyric_format_guide',
    'suno_get_task',
    'suno_get_tasks_batch',
    'suno_list_personas',
    'suno_delete_persona',
  ],
  paid: {
    suno_generate_music: { paid: true, kind: 'music', arguments: { prompt: 'prompt', model: 'model' }, outcome },
    suno_generate_custom_music: {
      paid: true,
      kind: 'music',
      arguments: { prompt: 'lyric', negativePrompt: 'negative_tags', model: 'model', seconds: 'duration' },
      outcome,
    },
    suno_extend_music: from(song, 'lyric'),
    suno_upload_extend: from(song, 'lyric'),
    suno_cover_music: from(song, 'prompt'),
    suno_upload_cover: from(song, 'style'),
    suno_generate_with_persona: from([...song, 'persona_id'], 'prompt'),
    suno_generate_with_persona_vox: from([...song, 'persona_id'], 'prompt'),
    suno_generate_inspo: from(['audio_urls'], 'prompt'),
    suno_mashup_music: from(['mashup_audio_ids']),
    suno_remaster_music: from(song),
    suno_replace_section: from(song, 'lyric'),
    suno_underpainting: from(song),
    suno_overpainting: from(song),
    suno_samples_music: from(song),
    suno_concat_music: taken,
    suno_stems_music: taken,
    suno_all_stems_music: taken,
    suno_extract_vocals: taken,
    suno_get_mp4: taken,
    suno_get_wav: taken,
    suno_get_midi: taken,
    suno_get_timing: taken,
    suno_create_persona: taken,
    suno_create_voice: { paid: true, kind: 'voice', arguments: { inputs: ['audio_url'] } },
    suno_upload_audio: { paid: true, arguments: { inputs: ['audio_url'] } },
    suno_generate_lyrics: { paid: true, arguments: { prompt: 'prompt', model: 'model' }, outcome },
    suno_optimize_style: written,
    suno_mashup_lyrics: { paid: true, arguments: { inputs: ['lyrics_a', 'lyrics_b'] } },
  },
};
