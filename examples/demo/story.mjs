// What the agent in the demo wants: the brief, the plan and the prompts of a small poster campaign.

export const image = 'studio_text_to_image';
export const video = 'studio_image_to_video';

export const draftPrompt = 'a red lighthouse above a stormy sea, families on the pier, watercolor poster, wide view';
export const decoratedPrompt =
  'masterpiece, best quality, watercolor poster, a red lighthouse above a stormy sea, families on the pier, wide view, 8k';
export const refinedPrompt =
  'a red lighthouse above a calm sea at golden dawn light, families on the pier, watercolor poster, wide view';

export const brief = {
  goal: 'Announce the harbour festival so that families come on Saturday',
  audience: 'families within an hour of the harbour',
  tone: 'warm, hand-made, hopeful',
  constraints: ['portrait and square versions', 'no logos', 'no text inside the picture'],
  directions: [
    { name: 'storm', idea: 'the lighthouse braves a storm and guides the boats home' },
    { name: 'dawn', idea: 'first light over the harbour, everybody is already there' },
  ],
  chosen: 'storm',
  why: 'drama reads from across the street; dawn can come in as the light',
};

export const steps = [
  {
    shot: 'poster',
    phase: 'explore',
    purpose: 'concept',
    tool: image,
    model: 'qwen-image',
    prompt: draftPrompt,
    rounds: 2,
  },
  {
    shot: 'poster',
    phase: 'select',
    purpose: 'client-draft',
    tool: image,
    model: 'sdxl',
    prompt: refinedPrompt,
    count: 4,
  },
  { shot: 'poster', phase: 'hero', purpose: 'final-delivery', tool: image, model: 'flux-2-pro', prompt: refinedPrompt },
  {
    shot: 'clip',
    phase: 'explore',
    purpose: 'social',
    tool: video,
    model: 'wan-2.5-fast',
    prompt: 'slow push in on the lighthouse, waves and gulls move, golden dawn light',
  },
];

/** The demo's own config: what a person would write once. */
export function configFor({ studio, data, journal }) {
  return {
    project: 'harbour-festival',
    data,
    servers: {
      studio: {
        command: process.execPath,
        args: [studio, '--journal', journal, '--latency', 'image=120,video=2600,audio=120'],
        preset: 'studio',
      },
    },
    budgets: [
      { scope: 'session', limit: 500, soft: 350 },
      { scope: 'project', limit: 2000, period: 'day' },
    ],
  };
}
