import type { Weight } from '../model/prompt-features.js';
import { usualReading, type Reading } from '../model/reading.js';

/** What a prompt says in the notations of its tool, and the text that is left without them. */
export interface Notations {
  readonly text: string;
  /** Settings that make another picture, as `--name value`, sorted. */
  readonly params: readonly string[];
  /** What `--no` names. */
  readonly unwanted: readonly string[];
  readonly weights: readonly Weight[];
}

const ALIASES: Readonly<Record<string, string>> = {
  aspect: 'ar', aspectratio: 'ar', ratio: 'ar', version: 'v', stylize: 's', stylise: 's', chaos: 'c', weird: 'w',
  repeat: 'r', numimages: 'n', numoutputs: 'n', count: 'n', seconds: 'duration', durationseconds: 'duration',
}; // prettier-ignore
/** Settings that ask for another throw of the dice, or for another file format, but not for another picture. */
const COSMETIC = new Set(
  'steps numinferencesteps inferencesteps cfg cfgscale guidance guidancescale n r outputformat format responseformat fast relax turbo stealth public'.split(
    ' ',
  ),
);
const SEEDS = new Set(['seed', 'seeds', 'randomseed']);
const MODELS = new Set(['model', 'modelid', 'modelname', 'modelversion', 'v', 'niji']);
const WITHOUT_VALUE = new Set('tile fast relax turbo stealth public raw draft hd video loop'.split(' '));

const plainName = (name: string): string => {
  const plain = name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  return Object.hasOwn(ALIASES, plain) ? (ALIASES[plain] ?? plain) : plain;
};
const collapse = (text: string): string => text.replace(/\s+/gu, ' ').trim();

function isCosmetic(name: string, reading: Reading): boolean {
  if (SEEDS.has(name)) return !reading.seedMakesAnother;
  if (MODELS.has(name)) return !reading.modelMakesAnother;
  return COSMETIC.has(name);
}

/** A setting as `--name value`, or undefined when it makes no other picture. */
export function parameter(name: string, value: string, reading: Reading = usualReading): string | undefined {
  const plain = plainName(name);
  if (isCosmetic(plain, reading)) return undefined;
  const length = /^(\d+(?:\.\d+)?) ?s(?:ec(?:onds?)?)?$/u.exec(value)?.[1];
  return `--${plain} ${length ?? collapse(value.toLowerCase())}`.trim();
}

interface Flags {
  readonly text: string;
  readonly params: readonly string[];
  readonly unwanted: readonly string[];
}

/** Takes `--name value` off; a value is one word, but `--no` takes everything up to the next flag. */
function readFlags(text: string, reading: Reading): Flags {
  const dashed = text.replace(/(^|\s)[—–](?=(?:ar|aspect|stylize|seed|niji|chaos|sref|cref|iw)\s)/gu, '$1--');
  const [head = '', ...flags] = ` ${dashed}`.split(/\s--(?=[a-z])/u);
  const left: string[] = [head];
  const params: string[] = [];
  const unwanted: string[] = [];
  for (const flag of flags) {
    const [, name = '', rest = ''] = /^([a-z][a-z0-9_-]*)[\s=]*(.*)$/su.exec(flag) ?? [];
    if (name === 'no') {
      unwanted.push(...rest.split(',').map(collapse).filter(Boolean));
      continue;
    }
    const space = WITHOUT_VALUE.has(name) ? 0 : rest.search(/\s|$/u);
    left.push(rest.slice(space));
    const param = parameter(name, rest.slice(0, space), reading);
    if (param !== undefined) params.push(param);
  }
  return { text: left.join(' '), params, unwanted };
}

/** `rain::2 cat::1`: each part is a clause, the number its weight. */
function readParts(text: string, weights: Weight[]): string {
  const parts: string[] = [];
  let before = '';
  for (const part of text.split('::')) {
    const [, number = '', rest = part] =
      (parts.length > 0 && /^\s*(-?\d{1,4}(?:\.\d{1,6})?)(?!\d)(.*)$/su.exec(part)) || [];
    if (number !== '' && Number(number) !== 1) {
      const weighted = before.slice(Math.max(before.lastIndexOf(','), before.lastIndexOf(';')) + 1);
      weights.push({ text: collapse(weighted), weight: Number(number) });
    }
    parts.push(rest);
    before = rest;
  }
  return parts.join(' , ');
}

/** Reads flags, `<lora:…>`, `(words:1.2)`, `(((words)))` and `words::2` off a prompt in lower case. */
export function readNotations(text: string, reading: Reading = usualReading): Notations {
  const weights: Weight[] = [];
  const flags = readFlags(text, reading);
  const params = [...flags.params];
  const withoutModels = flags.text.replace(
    /<(lora|lyco|hypernet|embedding):([^<>:]{1,200})(?::(-?[\d.]{1,10}))?[^<>]{0,50}>/gu,
    (_, kind: string, name: string, weight: string | undefined) => {
      params.push(`<${kind}:${collapse(name)}>`);
      if (weight !== undefined) weights.push({ text: `<${kind}:${collapse(name)}>`, weight: Number(weight) });
      return ' , ';
    },
  );
  const withoutWeights = withoutModels
    .replace(/[([]([^()[\]:]{1,200}):\s?(-?\d{1,4}(?:\.\d{1,6})?)\s?[)\]]/gu, (_, inner: string, weight: string) => {
      if (Number(weight) !== 1) weights.push({ text: collapse(inner), weight: Number(weight) });
      return ` ${inner} `;
    })
    .replace(/(\({3,9}|\[{3,9})([^()[\]]{1,200})[)\]]{3,9}/gu, (_, open: string, inner: string) => {
      weights.push({ text: collapse(inner), weight: 1.1 ** (open.startsWith('(') ? open.length : -open.length) });
      return ` ${inner} `;
    });
  const left = readParts(withoutWeights, weights);
  return { text: collapse(left), params: [...new Set(params)].sort(), unwanted: flags.unwanted, weights };
}
