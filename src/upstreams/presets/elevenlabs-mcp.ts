import { usd } from '../usd.js';
import type { Preset } from './preset.js';

/** Voices, sounds and music by ElevenLabs. Accounts pay by plan: only speech has a price that is near enough for all. */
export const elevenlabsMcpPreset: Preset = {
  name: 'elevenlabs-mcp',
  title: 'ElevenLabs MCP (official)',
  packages: ['elevenlabs-mcp'],
  servers: ['ElevenLabs'],
  free: [
    'search_voices',
    'list_models',
    'get_voice',
    'check_subscription',
    'list_agents',
    'get_agent',
    'get_conversation',
    'list_conversations',
    'search_voice_library',
    'list_phone_numbers',
    'play_audio',
    'create_composition_plan',
  ],
  paid: {
    text_to_speech: {
      paid: true,
      kind: 'voice',
      arguments: { prompt: 'text', model: 'model_id' },
      price: {
        unit: '1k-characters',
        models: {
          eleven_v3: { credits: usd(0.18), tier: 'premium' },
          eleven_multilingual_v2: { credits: usd(0.18), tier: 'standard' },
          eleven_turbo_v2_5: { credits: usd(0.09), tier: 'budget' },
          eleven_flash_v2_5: { credits: usd(0.09), tier: 'budget' },
        },
        quality: 'estimate',
        source: 'https://elevenlabs.io/pricing',
        asOf: '2026-07-24',
      },
    },
    text_to_sound_effects: { paid: true, kind: 'sound', arguments: { prompt: 'text', seconds: 'duration_seconds' } },
    compose_music: { paid: true, kind: 'music', arguments: { prompt: 'prompt', model: 'model_id', seed: 'seed' } },
    video_to_music: {
      paid: true,
      kind: 'music',
      arguments: { prompt: 'description', model: 'model_id', inputs: ['input_file_paths'] },
    },
    text_to_voice: { paid: true, kind: 'voice', arguments: { prompt: 'voice_description' } },
    create_voice_from_preview: {
      paid: true,
      kind: 'voice',
      arguments: { prompt: 'voice_description', inputs: ['generated_voice_id'] },
    },
    voice_clone: { paid: true, kind: 'voice', arguments: { inputs: ['files'] } },
    speech_to_speech: { paid: true, kind: 'voice', arguments: { inputs: ['input_file_path'] } },
    isolate_audio: { paid: true, kind: 'sound', arguments: { inputs: ['input_file_path'] } },
    speech_to_text: { paid: true, arguments: { inputs: ['input_file_path'] } },
    upload_music_for_inpainting: { paid: true, arguments: { inputs: ['input_file_path'] } },
    create_agent: { paid: true, arguments: { prompt: 'system_prompt', model: 'model_id' } },
    add_knowledge_base_to_agent: { paid: true, arguments: { inputs: ['input_file_path'] } },
    simulate_conversation: { paid: true, arguments: { prompt: 'simulated_user_prompt' } },
    make_outbound_call: { paid: true },
  },
};
