import { isJsonObject, type JsonObject } from '../model/json.js';
import { voiceWords } from './words/layers.js';
import { paceWords, speechElements, speechSettings, toneWords } from './words/speech.js';

/** What can be said of how a text is spoken. */
export type SpeechLayer = 'voice' | 'tone' | 'pace';

const DEEPEST = 2;
/** Every repetition has an upper bound, so that a page of brackets stays linear. */
const bracketed = /\[([^\][]{1,80})\]|\(([^()]{1,80})\)/gu;
const element = /<(?:[a-z]{1,10}:)?([a-z-]{1,20})\b([^<>]{0,200})>/giu;
const ordered =
  /^\s{0,20}(?:please )?(?:say|speak|read|narrate|announce|recite|whisper|shout|sing)\b[^:"“\n]{0,200}:/iu;
const labelled = /^[^"“:\n]{1,200}:\s{0,5}["“]/u;

function layersOf(direction: string): readonly SpeechLayer[] {
  const words = direction.toLowerCase().match(/\p{L}+/gu) ?? [];
  const says = (list: ReadonlySet<string>): boolean => words.some((word) => list.has(word));
  return [
    ...(says(voiceWords) ? ['voice' as const] : []),
    ...(says(toneWords) || words.some((word) => /^\p{L}{3,}ly$/u.test(word)) ? ['tone' as const] : []),
    ...(says(paceWords) ? ['pace' as const] : []),
  ];
}

/** What the settings of a call give, those inside another setting too. */
function ofSettings(settings: JsonObject, depth = 0): readonly SpeechLayer[] {
  return Object.entries(settings).flatMap(([name, value]) => {
    if (value === undefined || value === null || value === '') return [];
    const layer = speechSettings.get(name.toLowerCase().replace(/[^a-z0-9]/gu, ''));
    const inner = isJsonObject(value) && depth < DEEPEST ? ofSettings(value, depth + 1) : [];
    // "slow and warm" as a style says both.
    const said = layer !== undefined && typeof value === 'string' ? layersOf(value.slice(0, 2000)) : [];
    return [...(layer === undefined ? [] : [layer]), ...inner, ...said];
  });
}

function ofElements(text: string): readonly SpeechLayer[] {
  return [...text.matchAll(element)].flatMap(([, name = '', attributes = '']) => {
    const layer = speechElements.get(name.toLowerCase());
    if (layer !== undefined) return [layer];
    if (name.toLowerCase() !== 'prosody') return [];
    return /\brate\b/iu.test(attributes) ? ['pace' as const] : ['tone' as const];
  });
}

/**
 * What a call says of how its text is spoken: by its settings, by markup and directions in brackets ("[warm]"), and by
 * what stands before the text ("Say cheerfully: …"). The spoken words themselves say nothing.
 */
export function speechDirections(prompt: string, settings: JsonObject = {}): ReadonlySet<SpeechLayer> {
  const text = prompt.slice(0, 20_000);
  const brackets = [...text.matchAll(bracketed)].flatMap(([, square, round]) => {
    // Round brackets may be spoken; square ones are not.
    const layers = layersOf(square ?? round ?? '');
    return square !== undefined && layers.length === 0 ? ['tone' as const] : layers;
  });
  const before = (ordered.exec(text) ?? labelled.exec(text))?.[0] ?? '';
  return new Set([...ofSettings(settings), ...ofElements(text), ...brackets, ...layersOf(before)]);
}
