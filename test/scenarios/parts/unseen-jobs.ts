import type { TranscriptCall, TranscriptJob, Word } from './transcript.js';

const approve: Word = 'approve';
const refine = (...points: string[]): Word => ({ change: points });

const say = (input: string, more: object = {}): object => ({ input, voice: 'ada', ...more });

const brief = {
  goal: 'Bring visitors to the botanical garden in the off-season',
  audience: 'families and students in the city',
  tone: 'curious, a bit funny',
  constraints: ['16:9 for screens', 'no faces of children', 'deadline in two weeks'],
  directions: [
    { name: 'night walk', idea: 'the greenhouse after closing time' },
    { name: 'plant portraits', idea: 'plants photographed like famous people' },
    { name: 'comic', idea: 'a cactus looks for friends' },
  ],
  chosen: 'plant portraits',
  why: 'cheap to extend and works on posters and phones',
};

const portrait = (plant: string, look: string): string =>
  `studio portrait of ${plant}, ${look}, rembrandt lighting, dark backdrop, 85mm`;

const garden: TranscriptJob = {
  project: 'garden',
  budget: 2500,
  brief,
  steps: [
    { shot: 'cactus', phase: 'explore', purpose: 'concept', tool: 'pix_generate', model: 'qwen-image', rounds: 4 },
    {
      shot: 'cactus',
      phase: 'hero',
      purpose: 'high-visibility',
      tool: 'pix_generate',
      model: 'flux-2-pro',
      arguments: { size: '1536x864' },
    },
    { shot: 'orchid', phase: 'explore', purpose: 'concept', tool: 'pix_generate', model: 'qwen-image', rounds: 4 },
    { shot: 'orchid', phase: 'select', purpose: 'client-draft', tool: 'pix_generate', model: 'sdxl', count: 4 },
    {
      shot: 'orchid',
      phase: 'hero',
      purpose: 'high-visibility',
      tool: 'pix_generate',
      model: 'flux-2-pro',
      arguments: { size: '1536x864' },
    },
    { shot: 'teaser', phase: 'select', purpose: 'social', tool: 'make_clip', model: 'wan-2.5-fast', rounds: 3 },
    { shot: 'teaser', phase: 'hero', purpose: 'social', tool: 'make_clip', model: 'seedance-lite' },
    { shot: 'voice', phase: 'explore', purpose: 'draft', tool: 'sounds_speak', model: 'speech-turbo', rounds: 4 },
    { shot: 'voice', phase: 'hero', purpose: 'final-delivery', tool: 'sounds_speak', model: 'speech-hd' },
    { shot: 'bed', phase: 'explore', purpose: 'background', tool: 'sounds_compose', rounds: 3 },
  ],
  calls: [
    {
      tool: 'pix_generate',
      args: { prompt: portrait('a round cactus', 'wearing tiny sunglasses') },
      hints: { shot: 'cactus' },
      word: refine('no sunglasses', 'it should look proud'),
    },
    {
      tool: 'pix_generate',
      args: { prompt: portrait('a round cactus', 'upright and proud, one red flower like a crown'), n: '1' },
      hints: { shot: 'cactus' },
      word: refine('flower smaller'),
    },
    {
      tool: 'pix_generate',
      args: { prompt: portrait('a round cactus', 'upright and proud, one small red flower like a crown') },
      hints: { shot: 'cactus' },
      word: approve,
    },
    {
      tool: 'pix_generate',
      args: { prompt: portrait('a white orchid', 'turned away like a shy actress') },
      hints: { shot: 'orchid', phase: 'explore' },
      word: approve,
    },
    {
      tool: 'pix_generate',
      args: { prompt: portrait('a white orchid', 'turned away like a shy actress'), model: 'sdxl', n: 4 },
      hints: { shot: 'orchid', phase: 'select' },
      as: 'orchids',
      words: { orchids: refine('all four are too dark at the edge') },
    },
    {
      tool: 'pix_generate',
      args: {
        prompt: `${portrait('a white orchid', 'turned away like a shy actress')}, brighter edges, grey instead of black`,
        model: 'sdxl',
        n: 2,
      },
      hints: { shot: 'orchid', phase: 'select' },
      as: 'orchids-2',
      words: { 'orchids-2': approve },
    },
    {
      tool: 'pix_generate',
      args: {
        prompt: `${portrait('a white orchid', 'turned away like a shy actress')}, brighter edges, grey instead of black`,
        model: 'flux-2-pro',
        size: '1536x864',
      },
      hints: { shot: 'orchid', phase: 'hero' },
      as: 'orchid',
      word: approve,
    },
    {
      tool: 'pix_generate',
      args: {
        prompt: portrait('a round cactus', 'upright and proud, one small red flower like a crown'),
        model: 'flux-2-pro',
        size: '1536x864',
      },
      hints: { shot: 'cactus', phase: 'hero' },
      as: 'cactus',
      word: refine('there is a label on the pot'),
    },
    {
      tool: 'pix_edit',
      args: { image: '@cactus', instruction: 'take the label off the pot', region: 'pot' },
      hints: { shot: 'cactus' },
      as: 'cactus-2',
      word: approve,
    },
    {
      tool: 'pix_reframe',
      args: { image: '@cactus-2', aspect_ratio: '1:1' },
      hints: { shot: 'cactus' },
      word: approve,
    },
    { tool: 'pix_reframe', args: { image: '@orchid', aspect_ratio: '9:16' }, word: approve },
    {
      tool: 'make_clip',
      args: {
        prompt: 'the cactus turns its crown slowly towards the light, dust floats, static camera',
        first_frame: '@cactus-2',
        duration: '4s',
      },
      hints: { shot: 'teaser' },
      word: refine('the light should switch on suddenly'),
    },
    {
      tool: 'make_clip',
      args: {
        prompt: 'dark, then a lamp switches on and the cactus turns its crown towards it, dust floats, static camera',
        first_frame: '@cactus-2',
        duration: '4s',
      },
      hints: { shot: 'teaser', phase: 'select' },
      word: approve,
    },
    {
      tool: 'make_clip',
      args: {
        prompt: 'dark, then a lamp switches on and the cactus turns its crown towards it, dust floats, static camera',
        first_frame: '@cactus-2',
        duration: 5,
        model_id: 'seedance-lite',
      },
      hints: { shot: 'teaser', phase: 'hero' },
      word: approve,
    },
    {
      tool: 'sounds_speak',
      args: say('Some stars need very little water.'),
      hints: { shot: 'voice' },
      word: refine('pause before water'),
    },
    {
      tool: 'sounds_speak',
      args: say('Some stars need very little … water.'),
      hints: { shot: 'voice' },
      word: refine('slower'),
    },
    {
      tool: 'sounds_speak',
      args: say('Some stars need very little … water.', { speed: 0.85 }),
      hints: { shot: 'voice' },
      word: approve,
    },
    {
      tool: 'sounds_speak',
      args: say('Some stars need very little … water.', { speed: 0.85, model: 'speech-hd' }),
      hints: { shot: 'voice', phase: 'hero' },
      word: approve,
    },
    {
      tool: 'sounds_compose',
      args: { prompt: 'tiptoe pizzicato strings with a bassoon, curious and funny, around 95 bpm', length: '15' },
      hints: { shot: 'bed' },
      word: refine('less comic', 'no bassoon'),
    },
    {
      tool: 'sounds_compose',
      args: { prompt: 'soft pizzicato strings with a celesta, curious and calm, around 90 bpm', length: '15' },
      hints: { shot: 'bed' },
      word: approve,
    },
  ],
};

/** Bilder einer Serie auf Deutsch, ohne Hinweise, nur mit einem Plan. */
const bakery: TranscriptJob = {
  project: 'bakery',
  budget: 1200,
  brief: { ...brief, goal: 'Neue Karte für eine Bäckerei', chosen: 'comic' },
  steps: ['brezel', 'mohnschnecke', 'roggenbrot', 'apfelkuchen'].flatMap((ware) => [
    {
      shot: ware,
      phase: 'explore',
      purpose: 'web',
      tool: 'pix_generate',
      model: 'qwen-image',
      prompt: `${ware} auf einem Holzbrett, Morgenlicht von links, Aquarell`,
      rounds: 3,
    },
    {
      shot: ware,
      phase: 'hero',
      purpose: 'web',
      tool: 'pix_generate',
      model: 'sdxl',
      prompt: `${ware} auf einem Holzbrett, Morgenlicht von links, Aquarell`,
    },
  ]),
  calls: ['brezel', 'mohnschnecke', 'roggenbrot', 'apfelkuchen'].flatMap((ware, index): TranscriptCall[] => {
    const prompt = `${ware} auf einem Holzbrett, Morgenlicht von links, Aquarell`;
    const second = `${ware} auf einem blauen Teller, Morgenlicht von links, Aquarell`;
    const isRefined = index > 1;
    return [
      {
        tool: 'pix_generate',
        args: { prompt, model: 'qwen-image' },
        word: isRefined ? refine('blauer Teller statt Brett') : approve,
      },
      ...(isRefined ? [{ tool: 'pix_generate', args: { prompt: second, model: 'qwen-image' }, word: approve }] : []),
      { tool: 'pix_generate', args: { prompt: isRefined ? second : prompt, model: 'sdxl' }, word: approve, as: ware },
      { tool: 'pix_cut_out', args: { image: `@${ware}` }, word: approve },
    ];
  }),
};

/** Tag prompts with weights and parameters, as people write for image models; a few quick ones without any plan. */
const tags: TranscriptJob = {
  project: 'tags',
  budget: 400,
  calls: [
    {
      tool: 'pix_generate',
      args: { prompt: '(lighthouse:1.2), storm, gouache, night, waves, seen from the sea --no people' },
      word: refine('calm sea'),
    },
    {
      tool: 'pix_generate',
      args: { prompt: '(lighthouse:1.2), calm sea, gouache, night, stars, seen from the sea --no people' },
      word: approve,
    },
    {
      tool: 'pix_generate',
      args: {
        prompt: 'pixel art, tavern interior, fireplace, cat on the counter, isometric, warm palette',
        size: '512x512',
      },
      word: approve,
    },
    {
      tool: 'pix_generate',
      args: { prompt: 'pixel art, blacksmith shop, anvil, sparks, isometric, warm palette', size: '512x512' },
      word: approve,
    },
    {
      tool: 'pix_generate',
      args: { prompt: 'pixel art, alchemist lab, bottles, owl, isometric, cold palette', size: '512x512' },
      word: approve,
    },
    { tool: 'sounds_effect', args: { description: 'anvil hit, short, dry', seconds: '1' }, word: approve },
    { tool: 'sounds_effect', args: { description: 'anvil hit, long ring', seconds: '3' }, word: approve },
    { tool: 'sounds_speak', args: say('Willkommen in der Taverne.', { voice: 'bruno' }), word: approve },
    { tool: 'sounds_speak', args: say('Was darf es sein?', { voice: 'bruno' }), word: approve },
  ],
};

/** Another hand's work: written without a look at the rules. */
export const unseenJobs: readonly TranscriptJob[] = [garden, bakery, tags];
