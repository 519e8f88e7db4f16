import type { ProfileInput } from '../../model/profile.js';
import type { Preset } from './preset.js';

/** Every direct tool answers with a task in JSON; what it took is told by the provider, in its own credits. */
const outcome: ProfileInput['outcome'] = {
  job: {
    id: { json: 'task_id' },
    status: {
      tool: 'get_task_status',
      argument: 'task_id',
      everySeconds: 5,
      state: { json: 'status' },
      running: ['pending', 'processing'],
      succeeded: ['completed'],
      failed: ['failed'],
    },
  },
};

type Arguments = NonNullable<ProfileInput['arguments']>;

const make = (kind: ProfileInput['kind'], map: Arguments): ProfileInput => ({
  paid: true,
  kind,
  arguments: map,
  outcome,
});

/** Many models behind one account; its own plans (`prepare_media_generation`) and, where it is allowed, direct tools. */
export const kieAiMcpServerPreset: Preset = {
  name: 'kie-ai-mcp-server',
  title: 'Kie.ai MCP (@felores/kie-ai-mcp-server)',
  packages: ['@felores/kie-ai-mcp-server'],
  servers: ['kie-ai-mcp-server'],
  free: [
    'finalize_upload',
    'get_task_status',
    'get_upload_url',
    'list_models',
    'list_tasks',
    'prepare_media_generation',
    'upload_file',
    'upload_widget',
    'wait_for_task',
  ],
  paid: {
    submit_media_generation: { paid: true, arguments: { inputs: ['planId'] } },
    bytedance_seedream_image: make('image', {
      prompt: 'prompt',
      model: 'version',
      count: 'max_images',
      aspect: 'aspect_ratio',
      resolution: 'image_resolution',
      quality: 'quality',
      inputs: ['image_urls'],
    }),
    flux2_image: make('image', {
      prompt: 'prompt',
      model: 'model_type',
      aspect: 'aspect_ratio',
      resolution: 'resolution',
      inputs: ['input_urls'],
    }),
    flux_kontext_image: make('image', {
      prompt: 'prompt',
      model: 'model',
      aspect: 'aspectRatio',
      inputs: ['inputImage'],
    }),
    gpt_image_2: make('image', {
      prompt: 'prompt',
      aspect: 'aspect_ratio',
      resolution: 'resolution',
      inputs: ['input_urls'],
    }),
    grok_imagine: make('image', { prompt: 'prompt', aspect: 'aspect_ratio', inputs: ['image_urls', 'task_id'] }),
    midjourney_generate: make('image', {
      prompt: 'prompt',
      model: 'version',
      aspect: 'aspectRatio',
      inputs: ['fileUrl', 'fileUrls'],
    }),
    nano_banana_image: make('image', {
      prompt: 'prompt',
      model: 'model',
      aspect: 'aspect_ratio',
      resolution: 'resolution',
      inputs: ['image_input'],
    }),
    qwen_image: make('image', {
      prompt: 'prompt',
      negativePrompt: 'negative_prompt',
      count: 'num_images',
      seed: 'seed',
      inputs: ['image_url'],
    }),
    z_image: make('image', { prompt: 'prompt', aspect: 'aspect_ratio' }),
    ideogram_reframe: make('reframe', { count: 'num_images', quality: 'rendering_speed', inputs: ['image_url'] }),
    recraft_remove_background: make('background-removal', { inputs: ['image'] }),
    topaz_upscale_image: make('upscale', { inputs: ['image_url'] }),
    bytedance_seedance_video: make('video', {
      prompt: 'prompt',
      seconds: 'duration',
      aspect: 'aspect_ratio',
      resolution: 'resolution',
      audio: 'generate_audio',
      inputs: [
        'first_frame_url',
        'last_frame_url',
        'reference_image_urls',
        'reference_video_urls',
        'extension_task_id',
      ],
    }),
    gemini_omni: make('video', {
      prompt: 'prompt',
      seconds: 'duration',
      aspect: 'aspect_ratio',
      resolution: 'resolution',
      inputs: ['image_urls', 'video_list', 'audio_ids'],
    }),
    hailuo_video: make('video', {
      prompt: 'prompt',
      seconds: 'duration',
      aspect: 'aspectRatio',
      resolution: 'resolution',
      inputs: ['imageUrl', 'endImageUrl', 'referenceImageUrls', 'referenceVideoUrls'],
    }),
    happyhorse_video: make('video', {
      prompt: 'prompt',
      seconds: 'duration',
      aspect: 'aspect_ratio',
      resolution: 'resolution',
      seed: 'seed',
      inputs: ['image_urls', 'reference_image', 'video_url'],
    }),
    infinitalk_lip_sync: make('video', {
      prompt: 'prompt',
      resolution: 'resolution',
      inputs: ['image_url', 'audio_url'],
    }),
    kling_avatar: make('video', { prompt: 'prompt', quality: 'quality', inputs: ['image_url', 'audio_url'] }),
    kling_video: make('video', {
      prompt: 'prompt',
      seconds: 'duration',
      quality: 'mode',
      aspect: 'aspect_ratio',
      audio: 'sound',
      inputs: ['image_urls'],
    }),
    omnihuman_video: make('video', {
      prompt: 'prompt',
      resolution: 'output_resolution',
      inputs: ['image_url', 'audio_url', 'mask_url'],
    }),
    veo3_generate_video: make('video', {
      prompt: 'prompt',
      model: 'model',
      aspect: 'aspectRatio',
      seed: 'seeds',
      inputs: ['imageUrls'],
    }),
    veo3_get_1080p_video: make('upscale', { inputs: ['task_id'] }),
    wan_animate: make('video', { resolution: 'resolution', inputs: ['video_url', 'image_url'] }),
    wan_video: make('video', {
      prompt: 'prompt',
      negativePrompt: 'negative_prompt',
      seconds: 'duration',
      aspect: 'ratio',
      resolution: 'resolution',
      seed: 'seed',
      inputs: ['first_frame_url', 'last_frame_url', 'first_clip_url', 'reference_image', 'video_url_edit'],
    }),
    runway_aleph_video: make('edit', {
      prompt: 'prompt',
      aspect: 'aspectRatio',
      seed: 'seed',
      inputs: ['videoUrl', 'referenceImage'],
    }),
    elevenlabs_tts: make('voice', { prompt: 'text', model: 'model' }),
    elevenlabs_ttsfx: make('sound', { prompt: 'text', seconds: 'duration_seconds' }),
    suno_generate_music: make('music', {
      prompt: 'prompt',
      negativePrompt: 'negativeTags',
      model: 'model',
      seconds: 'duration',
    }),
  },
};
