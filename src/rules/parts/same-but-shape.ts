import { canonicalJson } from '../../model/canonical-json.js';
import type { GenerationRequest } from '../../model/request.js';
import type { Take } from '../../model/take.js';
import { sidesOf } from './earlier-takes.js';
import { isSameShape, ratioOf } from './ratio.js';

/** A picture with more pixels than this many times an earlier one's is a larger picture, not only another shape. */
const sameArea = 1.5;

type Shape = Pick<GenerationRequest, 'width' | 'height' | 'aspect'>;

/** The shape that a request asks for, where it is another one than a take has and no larger; undefined when not known. */
export function otherShape(request: GenerationRequest, take: Take): Shape | undefined {
  const { width, height, aspect } = request;
  const sides = sidesOf(take);
  const [wanted, had] = [ratioOf(request), ratioOf(sides)];
  if (wanted === undefined || had === undefined || isSameShape(wanted, had)) return undefined;
  const [area, areaHad] = [areaOf(request), areaOf(sides)];
  const isLarger = area !== undefined && areaHad !== undefined && area > areaHad * sameArea;
  return isLarger ? undefined : { width, height, aspect };
}

const areaOf = ({ width, height }: Shape): number | undefined =>
  width === undefined || height === undefined ? undefined : width * height;

/** Whether a request differs from a take in nothing but prompt, seed and shape: same tool, model, and other arguments. */
export function isAllTheSame(request: GenerationRequest, take: Take): boolean {
  if (request.server !== take.server || request.tool !== take.tool || request.model !== take.model) return false;
  const own = [request.prompt, request.negativePrompt, request.seed, request.width, request.height, request.aspect];
  const { width, height, aspect } = sidesOf(take);
  const earlier = [take.prompt, take.negativePrompt, take.seed, width, height, aspect];
  const known = new Set([...own, ...earlier].filter((value) => value !== undefined).map(String));
  const isKnown = (value: unknown): boolean => value === undefined || known.has(textOf(value)) || isSize(value);
  const names = new Set([...Object.keys(request.arguments), ...Object.keys(take.arguments)]);
  return [...names].every((name) => {
    const [now, before] = [request.arguments[name], take.arguments[name]];
    return canonicalJson(now) === canonicalJson(before) || (isKnown(now) && isKnown(before));
  });
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : canonicalJson(value));

const isSize = (value: unknown): boolean =>
  typeof value === 'string' && /^\s*\d{2,5}\s*[x×*:]\s*\d{2,5}\s*$/i.test(value);
