/** The parts of a request that arguments are read for. */
export type Part =
  | 'prompt'
  | 'negativePrompt'
  | 'count'
  | 'model'
  | 'quality'
  | 'aspect'
  | 'resolution'
  | 'size'
  | 'width'
  | 'height'
  | 'seconds'
  | 'audio'
  | 'enhance'
  | 'preview'
  | 'seed'
  | 'image'
  | 'video'
  | 'sound'
  | 'mask'
  | 'async'
  | 'source'
  | 'open';

/** What values an argument must be able to take to be a part of that name. */
export type Shape = 'text' | 'number' | 'switch' | 'asset' | 'open' | 'any';

/** How a part is found among arguments. */
export interface PartSign {
  readonly part: Part;
  readonly shape: Shape;
  /** Names in small words; of several that are there, the first here is taken first. */
  readonly names: readonly string[];
  /** Names that fit as well, after those. */
  readonly like?: RegExp;
  /** Names that look alike and mean something else. */
  readonly never?: RegExp;
  /** All that fit are taken, not only the first. */
  readonly several?: boolean;
}

const list = (text: string): readonly string[] => text.trim().split(/\s*,\s*|\s*\n\s*/);
const asset =
  '(?: (?:url|uri|path|source|src|file|input|data|base64|b64|ids|link|bytes|blob|reference|ref|list))?s?(?: (?:base64|url|uri|path|b64|edit))?s?';
const outgoing = /\boutput|\bsave|\bformat\b|\bfilename\b|\bname\b|\bdest/;

/** How the field names its arguments. Source: own list, from public tools and the interfaces of providers. */
export const partSigns: readonly PartSign[] = [
  {
    part: 'prompt',
    shape: 'text',
    names:
      list(`prompt, text prompt, positive prompt, prompt text, user prompt, prompts, instruction, edit instruction, edit prompt,
      voice description, gen text, generation text, text, input text, texts, gpt description prompt, lyrics, description,
      image description, video description, scene description, script, brief, message, question, research question, query, input, content,
      instructions, caption, tags, what, idea, topic, subject, sentence, utterance`),
    like: /^(?:\w+ ){0,3}prompts?$/,
    never:
      /\b(?:negative|neg|system|previous|next|optimi[sz]er?|enhance|magic|upsampling|strength|influence|multi|num|uncond|assistant|expand|rewrite|extend|improve|boost|auto|refine|preset|evaluation|skip|raw|last)\b/,
  },
  {
    part: 'negativePrompt',
    shape: 'text',
    names: list(
      'negative prompt, negative tags, negative text, neg prompt, negative, negative text prompt, negative prompts, negative style, exclude, avoid',
    ),
    like: /^(?:\w+ ){0,2}negative (?:\w+ )?(?:prompt|tags|text|style)s?$|^(?:prompt|text) negative$|^uncond(?:itional)? prompt$/,
  },
  {
    part: 'count',
    shape: 'number',
    several: true,
    names: list(
      'n, count, quantity, samples, variations, variants, repeat, batch, batch size, batch count, amount, how many, iterations, outputs, take count, candidates',
    ),
    like: /^(?:num(?:ber)?|no|max|total|n) (?:of )?(?:output |generated |input )?(?:images?|videos?|outputs?|results?|samples?|variations?|variants?|generations?|pictures?|photos?|songs?|clips?|tracks?|previews?|candidates?|logos?|assets?|copies|icons?)(?: to generate| per prompt)?$|^(?:image|images|video|output|sample|picture|variation|variant|generation|result|gpu|copy|song|clip|videos|outputs) (?:count|num|number|amount|quantity|batch size)$|^(?:\w+ )?batch (?:size|count)$|^(?:\w+ )?sample count$/,
    never: /\b(?:worker|token|word|frame|step|retry|poly\w*|vertex|page|result limit)\b/,
  },
  {
    part: 'model',
    shape: 'any',
    several: true,
    names: list(
      'model, model id, model name, model version, ai model, model type, model key, model slug, model owner, checkpoint, engine, engine id, model path, endpoint model, ckpt name, base model, class type, video model, image model, tts model, model family, version',
    ),
    like: /^(?:\w+ )?model(?: id| name| version| type| slug)?$/,
    never:
      /\b(?:file|format|url|upload|controlnet|lora|upscale factor|language|source|input|task|topology|llm|transcriber|embedding|vae|face|rig|voice)\b/,
  },
  {
    part: 'quality',
    shape: 'any',
    names: list(
      'quality, render quality, rendering quality, rendering speed, image quality, video quality, generation quality, quality preset, quality level, tier, speed, mode, effort, detail level, generation mode',
    ),
    never: /\b(?:output|jpe?g|webp|png|compression|audio|asr|encode\w*)\b/,
  },
  {
    part: 'aspect',
    shape: 'any',
    names: list(
      'aspect ratio, aspect, ratio, image aspect ratio, video aspect ratio, output aspect ratio, aspect ratios, frame ratio, image ratio, video ratio, orientation, proportions',
    ),
  },
  {
    part: 'resolution',
    shape: 'any',
    names: list(
      'resolution, image resolution, video resolution, output resolution, target resolution, res, definition, high definition video, image size, megapixels, video definition, render resolution',
    ),
  },
  {
    part: 'size',
    shape: 'any',
    names: list(
      'size, image size, dimensions, output size, video size, picture size, img size, canvas size, dimension, target size',
    ),
  },
  {
    part: 'width',
    shape: 'number',
    names: list('width, image width, output width, video width, target width, w, img width, canvas width'),
  },
  {
    part: 'height',
    shape: 'number',
    names: list('height, image height, output height, video height, target height, h, img height, canvas height'),
  },
  {
    part: 'seconds',
    shape: 'number',
    several: true,
    names:
      list(`seconds, duration, duration seconds, duration s, duration sec, duration secs, duration in seconds, length, length seconds, length sec, video length, video duration,
      clip duration, clip length, audio length, audio duration, music length ms, duration ms, length ms, music duration, song length, song duration, music length, length in seconds, secs,
      video length seconds, video seconds, time length, seconds total`),
    like: /^(?:target |video |audio |clip |music |total |requested |max |output )?(?:duration|length)(?: in)?(?: (?:seconds?|secs?|s|ms))?$/,
    never: /\b(?:max|timeout|wait|poll|context|min)\b/,
  },
  {
    part: 'audio',
    shape: 'switch',
    names: list(
      'generate audio, audio, with audio, enable audio, include audio, sound, with sound, native audio, has audio, add audio, audio enabled, enable sound, generate sound, include sound, sound on, create audio, add sound',
    ),
  },
  {
    part: 'enhance',
    shape: 'switch',
    names: list(
      'enhance, hd, high quality, enhance quality, face enhance, enhance details, hires fix, high resolution, use hd, quality boost, upscale',
    ),
  },
  {
    part: 'preview',
    shape: 'switch',
    names: list('preview, draft, draft mode, preview mode, preview only, is draft, is preview, low quality preview'),
  },
  {
    part: 'seed',
    shape: 'any',
    names: list('seed, seeds, random seed, noise seed, seed value, rng seed, generation seed'),
    never: /\bdisable\b/,
  },
  {
    part: 'mask',
    shape: 'asset',
    names: list('mask'),
    like: new RegExp(`^(?:\\w+ )?mask(?: image)?${asset}$`),
    never: outgoing,
  },
  {
    part: 'image',
    shape: 'asset',
    several: true,
    names: [],
    like: new RegExp(
      `^(?:(?!mask)\\w+ ){0,3}(?:image|img|photo|picture|pic|frame|keyframe|key frame|selfie|portrait|screenshot|still)s?(?:s?)${asset}$|^(?:first|last|start|end|tail|head|init|reference|ref) ?(?:image|frame|img)${asset}$`,
    ),
    never:
      /\boutput|\bsave|\bformat\b|\bfilename\b|\bfile name\b|\bdest|\bmask\b|\breturn\b|\bnum\b|\bmax\b|\bcover image\b|\bdocker\b|\bcontainer\b|\bper\b|\bresult\b|\bby\b|\bdelete\b/,
  },
  {
    part: 'video',
    shape: 'asset',
    several: true,
    names: [],
    like: new RegExp(`^(?:\\w+ ){0,3}(?:video|clip|footage|movie)s?${asset}$`),
    never:
      /\boutput|\bsave|\bformat\b|\bfilename\b|\bdest|\bimage\b|\bframe\b|\baudio\b|\breturn\b|\bhigh definition\b|\bnum\b|\bmax\b|\bextend\b/,
  },
  {
    part: 'sound',
    shape: 'asset',
    several: true,
    names: list('upload url, reference voice'),
    like: new RegExp(
      `^(?:\\w+ ){0,3}(?:audio|song|music|vocal|recording|speech|voice (?:file|sample|clip|audio))s?${asset}$`,
    ),
    never:
      /\boutput|\bsave|\bformat\b|\bfilename\b|\bdest|\bvideo\b|\breturn\b|\bsetting\b|\bquality\b|\bvoice id\b|\bcontinue\b/,
  },
  {
    part: 'async',
    shape: 'any',
    names: list(
      'async, async mode, wait for completion, prefer, is async, run async, background, wait, wait for result, sync, blocking, asynchronous, no wait',
    ),
  },
  {
    part: 'source',
    shape: 'text',
    names:
      list(`audio id, song id, video id, image id, clip id, generated voice id, asset id, media id, plan id, source id, parent id,
      previous generation id, generation id, parent task id, origin task id, prediction id, operation id, operation name,
      previous response id, response id, task id, job id`),
    like: /^(?:\w+ ){1,3}(?:task|job|generation|operation) id$|^(?:source|origin|original|previous|parent|base|extend|continue|input|preview|refine) (?:\w+ )?id$/,
  },
  {
    part: 'open',
    shape: 'open',
    names: list(
      'input, args, arguments, parameters, params, workflows, workflow, inputs, values, payload, items, instructions, options, body, model input, extra params, data, request, tasks, jobs, overrides, tool args',
    ),
  },
];

/** Arguments that make a tool generate, whatever its name says. */
export const makingParts: ReadonlySet<Part> = new Set<Part>(['negativePrompt', 'aspect', 'enhance']);
