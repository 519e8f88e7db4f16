import { film } from './film-job.js';
import type { TranscriptJob } from './transcript.js';
import { approve, brief, call, change, image } from './transcript-words.js';

const mug =
  'a stoneware coffee mug on a windowsill, steam rising, low winter sun from the left, shallow depth of field, documentary photograph';
const mugDawn =
  'a stoneware coffee mug on a windowsill, steam rising, blue hour with a lamp behind, shallow depth of field, documentary photograph';
const beans =
  'coffee beans poured into a brass grinder, seen from above, warm side light, dark wood table, documentary photograph';
const barista =
  'a barista in a denim apron tamping coffee, seen through the shop window, rainy evening, neon reflections, wide shot';
const bag =
  'a kraft paper coffee bag with a plain white label, standing in a bright studio, soft shadow to the right, front view, product photograph';

/** Stills for a roastery: drafts on the cheapest model, a batch where it was planned, one print. */
const roastery: TranscriptJob = {
  project: 'roastery',
  budget: 4000,
  brief: brief('sell the winter roast', 'people who drink coffee at home', [
    'no logos in the picture',
    'square and portrait',
  ]),
  steps: [
    { shot: 'mug', phase: 'explore', purpose: 'concept', tool: image, model: 'qwen-image', prompt: mug, rounds: 3 },
    { shot: 'mug', phase: 'select', purpose: 'client-draft', tool: image, model: 'sdxl', prompt: mugDawn, count: 4 },
    {
      shot: 'mug',
      phase: 'hero',
      purpose: 'print',
      tool: image,
      model: 'flux-2-pro',
      prompt: mugDawn,
      arguments: { size: '1024x1536' },
    },
    { shot: 'mug', phase: 'finish', purpose: 'print', tool: 'pix_enlarge' },
    { shot: 'beans', phase: 'explore', purpose: 'social', tool: image, model: 'qwen-image', prompt: beans, rounds: 2 },
    { shot: 'beans', phase: 'hero', purpose: 'social', tool: image, model: 'sdxl', prompt: beans },
    { shot: 'barista', phase: 'explore', purpose: 'web', tool: image, model: 'qwen-image', prompt: barista, rounds: 3 },
    { shot: 'barista', phase: 'hero', purpose: 'web', tool: image, model: 'sdxl', prompt: barista },
    { shot: 'bag', phase: 'explore', purpose: 'web', tool: image, model: 'qwen-image', prompt: bag },
    { shot: 'bag', phase: 'hero', purpose: 'web', tool: image, model: 'sdxl', prompt: bag },
  ],
  calls: [
    call(image, { prompt: mug, model: 'qwen-image' }, change('blue hour instead of low sun', 'a lamp behind'), {
      hints: { shot: 'mug', phase: 'explore' },
    }),
    call(image, { prompt: mugDawn, model: 'qwen-image', n: '1' }, approve, {
      hints: { shot: 'mug', phase: 'explore' },
    }),
    call(image, { prompt: beans, model: 'qwen-image', size: '1024 x 1024' }, change('lighter table'), {
      hints: { shot: 'beans' },
    }),
    call(image, { prompt: beans.replace('dark wood', 'pale oak'), model: 'qwen-image' }, approve, {
      meta: { shot: 'beans', phase: 'explore' },
    }),
    call(image, { prompt: mugDawn, model: 'sdxl', n: '4' }, undefined, {
      as: 'mugs',
      hints: { shot: 'mug', phase: 'select' },
      words: { mugs: approve },
    }),
    call(image, { prompt: beans.replace('dark wood', 'pale oak'), model: 'sdxl', seed: '4711' }, approve, {
      as: 'beans',
      hints: { shot: 'beans', phase: 'hero' },
    }),
    call('pix_reframe', { image: '@beans', aspect_ratio: '9:16' }, approve, { hints: { shot: 'beans' } }),
    call(image, { prompt: barista, model: 'qwen-image' }, change('no neon', 'look at the hands'), {
      hints: { shot: 'barista', phase: 'explore' },
    }),
    call(
      image,
      {
        prompt:
          'close view of the hands of a barista in a denim apron tamping coffee, rainy evening light through the shop window',
        negative_prompt: 'neon',
        model: 'qwen-image',
      },
      change('a little wider'),
      { hints: { shot: 'barista', phase: 'explore' } },
    ),
    call(
      image,
      {
        prompt:
          'a barista in a denim apron tamping coffee at the counter, half figure, rainy evening light through the shop window',
        negative_prompt: 'neon',
        model: 'qwen-image',
      },
      approve,
      { hints: { shot: 'barista', phase: 'explore' } },
    ),
    call(
      image,
      {
        prompt:
          'a barista in a denim apron tamping coffee at the counter, half figure, rainy evening light through the shop window',
        negative_prompt: 'neon',
        model: 'sdxl',
      },
      change('remove the phone on the counter'),
      { as: 'barista', hints: { shot: 'barista', phase: 'hero' } },
    ),
    call(
      'pix_edit',
      { image: '@barista', instruction: 'remove the phone on the counter', region: 'lower left' },
      approve,
      { hints: { shot: 'barista', phase: 'hero' } },
    ),
    call(image, { prompt: bag, model: 'qwen-image' }, approve, { hints: { shot: 'bag', phase: 'explore' } }),
    call(image, { prompt: bag, model: 'sdxl' }, approve, { as: 'bag', hints: { shot: 'bag', phase: 'hero' } }),
    call('pix_cut_out', { image: '@bag' }, approve, { as: 'bag-cut', hints: { shot: 'bag' } }),
    call(image, { prompt: mugDawn, model: 'flux-2-pro', size: '1024x1536' }, approve, {
      as: 'mug',
      hints: { shot: 'mug', phase: 'hero' },
    }),
    call('pix_enlarge', { image: '@mug', factor: '2' }, approve, { hints: { shot: 'mug', phase: 'finish' } }),
  ],
};

const chair = (colour: string): string =>
  `a bent plywood lounge chair with ${colour} wool upholstery, three-quarter view, seamless light grey studio, soft even light, product photograph`;

/** A shop's series: one prompt in several colours, each a shot of its own, cut out early. */
const shop: TranscriptJob = {
  project: 'chair-series',
  budget: 1500,
  brief: brief('product pages for four chairs', 'people furnishing a first flat', [
    'same angle for all',
    'transparent background',
  ]),
  steps: ['green', 'ochre', 'navy', 'rust'].flatMap((colour) => [
    {
      shot: `chair-${colour}`,
      phase: 'explore',
      purpose: 'web',
      tool: image,
      model: 'qwen-image',
      prompt: chair(colour),
    },
    { shot: `chair-${colour}`, phase: 'hero', purpose: 'web', tool: image, model: 'sdxl', prompt: chair(colour) },
  ]),
  calls: ['green', 'ochre', 'navy', 'rust'].flatMap((colour, index) => [
    call(image, { prompt: chair(colour), model: 'qwen-image', seed: index % 2 === 0 ? 77 : '77' }, approve, {
      hints: { shot: `chair-${colour}`, phase: 'explore' },
    }),
    call(image, { prompt: chair(colour), model: 'sdxl', seed: 77 }, approve, {
      as: `chair-${colour}`,
      ...(index % 2 === 0
        ? { hints: { shot: `chair-${colour}`, phase: 'hero' } }
        : { meta: { shot: `chair-${colour}`, phase: 'hero' } }),
    }),
    call('pix_cut_out', { image: `@chair-${colour}` }, approve, { hints: { shot: `chair-${colour}` } }),
    call('pix_reframe', { image: `@chair-${colour}`, aspect_ratio: index % 2 === 0 ? '4:5' : '16:9' }, approve, {
      hints: { shot: `chair-${colour}` },
    }),
  ]),
};

/** No plan and no hints: a few cheap single pictures and sounds for a blog, well within the quick lane. */
const blog: TranscriptJob = {
  project: 'blog',
  budget: 500,
  calls: [
    call(
      image,
      { prompt: 'a fox asleep on a mossy trunk, soft overcast light, close-up, watercolor', model: 'qwen-image' },
      approve,
    ),
    call(
      image,
      { prompt: 'an isometric drawing of a tiny bicycle workshop with tools on the wall, warm lamp light' },
      approve,
    ),
    call(
      image,
      { prompt: 'a paper boat in a puddle that reflects city lights, night, low angle photograph', size: '768x768' },
      change('morning instead of night'),
    ),
    call(
      image,
      { prompt: 'a paper boat in a puddle that reflects a pale morning sky, low angle photograph', size: '768x768' },
      approve,
    ),
    call('sounds_speak', { input: 'Welcome back to the slow weekend letter.', voice: 'nora' }, approve),
    call('sounds_effect', { description: 'a page of heavy paper being turned', seconds: 2 }, approve),
    call(
      image,
      { prompt: 'a bowl of ripe quinces on a linen cloth, window light from the right, still life in oil', n: 1 },
      approve,
    ),
    call('sounds_speak', { input: 'That was it for this week. Write to us.', voice: 'nora' }, approve),
    call(
      image,
      { prompt: 'an empty swing under a chestnut tree, autumn leaves in the air, backlit, 35 mm photograph', n: '1' },
      approve,
    ),
    call(
      image,
      {
        prompt: 'a cross-section of an ant hill with tiny furnished rooms, cut paper illustration, top light',
        size: '1024X1024',
      },
      approve,
    ),
    call('sounds_effect', { description: 'rain on a tin roof, far thunder', seconds: '5' }, approve),
    call(
      image,
      {
        prompt: 'an orange cat on a stack of newspapers by a radiator, winter light, coloured pencil drawing',
        model: 'qwen-image',
        seed: '12',
      },
      approve,
    ),
  ],
};

const episode = (number: number): string =>
  [
    'This is the Harbour Letter, a podcast about people who repair boats.',
    'Today we visit Ilse, who has rebuilt one cutter for eleven years.',
    'Jonas carries the varnish and tells us why nobody sands in the rain.',
    'At the end we row out with the youngest crew of the harbour.',
  ][number] ?? '';

/** A podcast: drafts of the spoken parts on the cheap voice, the final reading on the good one, a jingle, covers. */
const podcast: TranscriptJob = {
  project: 'podcast',
  budget: 1500,
  brief: brief('launch a podcast', 'people who live by the sea', ['same voice in every part', 'cover is square']),
  steps: [
    ...[0, 1, 2, 3].flatMap((number) => [
      {
        shot: `part-${String(number)}`,
        phase: 'explore',
        purpose: 'draft',
        tool: 'sounds_speak',
        model: 'speech-turbo',
        prompt: episode(number),
        rounds: 2,
      },
      {
        shot: `part-${String(number)}`,
        phase: 'hero',
        purpose: 'final-delivery',
        tool: 'sounds_speak',
        model: 'speech-hd',
        prompt: episode(number),
      },
    ]),
    {
      shot: 'jingle',
      phase: 'explore',
      purpose: 'social',
      tool: 'sounds_compose',
      prompt: 'short upbeat jingle, accordion and hand claps, 110 bpm, cheerful',
      rounds: 3,
    },
    {
      shot: 'cover',
      phase: 'explore',
      purpose: 'social',
      tool: image,
      model: 'qwen-image',
      prompt:
        'a wooden cutter on a slipway with a half painted hull, linocut print in two colours, bold shapes, centred',
      rounds: 3,
    },
    {
      shot: 'cover',
      phase: 'hero',
      purpose: 'portfolio',
      tool: image,
      model: 'flux-2-pro',
      prompt:
        'a wooden cutter on a slipway with a half painted hull, linocut print in two colours, bold shapes, centred',
    },
  ],
  calls: [
    ...[0, 1, 2, 3].map((number) =>
      call(
        'sounds_speak',
        { input: episode(number), voice: 'ilka' },
        number === 2 ? change('say "varnish tin" instead of "varnish"') : approve,
        { hints: { shot: `part-${String(number)}`, phase: 'explore' } },
      ),
    ),
    call(
      'sounds_speak',
      { input: episode(2).replace('the varnish', 'the varnish tin'), voice: 'ilka', speed: '1.0' },
      approve,
      { hints: { shot: 'part-2', phase: 'explore' } },
    ),
    ...[0, 1, 2, 3].map((number) =>
      call(
        'sounds_speak',
        {
          input: number === 2 ? episode(2).replace('the varnish', 'the varnish tin') : episode(number),
          voice: 'ilka',
          model: 'speech-hd',
        },
        approve,
        { hints: { shot: `part-${String(number)}`, phase: 'hero' } },
      ),
    ),
    call(
      'sounds_compose',
      { prompt: 'short upbeat jingle, accordion and hand claps, 110 bpm, cheerful', length: 8 },
      change('no claps', 'add a fiddle'),
      { hints: { shot: 'jingle' } },
    ),
    call(
      'sounds_compose',
      { prompt: 'short upbeat jingle, accordion and fiddle, 110 bpm, cheerful', length: '8' },
      change('slower'),
      { hints: { shot: 'jingle' } },
    ),
    call(
      'sounds_compose',
      { prompt: 'short jingle, accordion and fiddle, 84 bpm, relaxed and cheerful', length: '8s' },
      approve,
      { hints: { shot: 'jingle' } },
    ),
    call(
      image,
      {
        prompt:
          'a wooden cutter on a slipway with a half painted hull, linocut print in two colours, bold shapes, centred',
        model: 'qwen-image',
      },
      change('three colours', 'add gulls'),
      { hints: { shot: 'cover', phase: 'explore' } },
    ),
    call(
      image,
      {
        prompt:
          'a wooden cutter on a slipway with a half painted hull and three gulls above, linocut print in three colours, bold shapes, centred',
        model: 'qwen-image',
      },
      change('the keel should be red'),
      { hints: { shot: 'cover', phase: 'explore' } },
    ),
    call(
      image,
      {
        prompt:
          'a wooden cutter with a red keel on a slipway, half painted hull, three gulls above, linocut print in three colours, bold shapes, centred',
        model: 'qwen-image',
      },
      approve,
      { hints: { shot: 'cover', phase: 'explore' } },
    ),
    call(
      image,
      {
        prompt:
          'a wooden cutter with a red keel on a slipway, half painted hull, three gulls above, linocut print in three colours, bold shapes, centred',
        model: 'flux-2-pro',
        size: '1024x1024',
      },
      change('take the ladder away'),
      { as: 'cover', hints: { shot: 'cover', phase: 'hero' } },
    ),
    call('pix_edit', { image: '@cover', instruction: 'take the ladder away' }, approve, {
      as: 'cover-clean',
      hints: { shot: 'cover', phase: 'hero' },
    }),
    call('pix_reframe', { image: '@cover-clean', aspect_ratio: '16:9' }, approve, { hints: { shot: 'cover' } }),
  ],
};

const toys = ['a tin rocket', 'a wooden crocodile on wheels', 'a patchwork elephant', 'a spinning top', 'a marble run'];

/** A toy catalogue by an agent that never names a shot and leaves the gate to find out which step is meant. */
const toyshop: TranscriptJob = {
  project: 'toyshop',
  budget: 1500,
  brief: brief('a catalogue of five toys', 'grandparents', ['white background', 'the toy alone']),
  steps: toys.flatMap((toy, index) => [
    {
      shot: `toy-${String(index + 1)}`,
      phase: 'explore',
      purpose: 'web',
      tool: image,
      model: 'qwen-image',
      prompt: `${toy} on a white background, soft light from above, three-quarter view, product photograph`,
      rounds: 2,
    },
    {
      shot: `toy-${String(index + 1)}`,
      phase: 'hero',
      purpose: 'web',
      tool: image,
      model: 'sdxl',
      prompt: `${toy} on a white background, soft light from above, three-quarter view, product photograph`,
    },
  ]),
  calls: toys.flatMap((toy, index) => {
    const prompt = `${toy} on a white background, soft light from above, three-quarter view, product photograph`;
    const side = `${toy} on a white background, soft light from above, side view, product photograph with a long shadow`;
    const drafts =
      index % 2 === 0
        ? [call(image, { prompt, model: 'qwen-image' }, approve)]
        : [
            call(image, { prompt, model: 'qwen-image' }, change('side view', 'a long shadow')),
            call(image, { prompt: side, model: 'qwen-image', n: '1' }, approve),
          ];
    return [
      ...drafts,
      call(image, { prompt: index % 2 === 0 ? prompt : side, model: 'sdxl', size: '1024x1024' }, approve, {
        as: `toy-${String(index)}`,
      }),
      call('pix_cut_out', { image: `@toy-${String(index)}` }, approve),
    ];
  }),
};

/** A hundred sensible calls (and a few more): several kinds of work, phases and ways of writing arguments. */
export const disciplinedJobs: readonly TranscriptJob[] = [roastery, film, shop, blog, podcast, toyshop];
