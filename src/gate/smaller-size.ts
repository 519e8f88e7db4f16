import { argumentAt } from '../model/argument-path.js';
import type { GenerationRequest } from '../model/request.js';
import { sizeOf, type ToolView } from './lens.js';
import { propertyAt } from './schema-property.js';

/** A smaller size of a picture; `size` in the tool's own form where one argument holds both sides. */
export interface SmallerSize {
  readonly width: number;
  readonly height: number;
  readonly size?: string | undefined;
}

/** Models make pictures in whole blocks; other sides are refused or rounded by the provider. */
const block = 8;
/** How far width ÷ height may move, as a share: blocks and a tool's own choices rarely meet it exactly. */
const aspectSlack = 0.05;

/**
 * The largest size of a request's aspect within a number of pixels that its tool offers.
 * @returns undefined when it is within already, its size is not known, or the tool offers none of that aspect.
 */
export function smallerSize(tool: ToolView, request: GenerationRequest, pixels: number): SmallerSize | undefined {
  const { width, height } = request;
  if (width === undefined || height === undefined || width * height <= pixels) return undefined;
  const written = writtenSize(tool, request);
  const scale = Math.sqrt(pixels / (width * height));
  const smaller =
    written === undefined
      ? { width: sideNear(tool, 'width', width * scale), height: sideNear(tool, 'height', height * scale) }
      : oneArgument(tool, written, { width, height, pixels, scale });
  const isFit = smaller !== undefined && smaller.width * smaller.height <= pixels && smaller.height > 0;
  return isFit && hasAspect(smaller, width / height) ? smaller : undefined;
}

/** The text that the size was read from; undefined when width and height have arguments of their own. */
function writtenSize(tool: ToolView, request: GenerationRequest): string | undefined {
  const { width, size } = tool.profile.arguments;
  const ownWidth = width === undefined ? undefined : argumentAt(request.arguments, width);
  const written = size === undefined ? undefined : argumentAt(request.arguments, size);
  return typeof written === 'string' && (ownWidth === undefined || ownWidth === null) ? written : undefined;
}

interface Wanted {
  readonly width: number;
  readonly height: number;
  readonly pixels: number;
  readonly scale: number;
}

function oneArgument(tool: ToolView, written: string, wanted: Wanted): SmallerSize | undefined {
  const path = tool.profile.arguments.size;
  const choices = path === undefined ? undefined : propertyAt(tool.schema, path)['enum'];
  if (Array.isArray(choices)) return largestChoice(choices, wanted);
  const width = floorTo(wanted.width * wanted.scale, block);
  const height = floorTo(wanted.height * wanted.scale, block);
  const sides = [width, height].map(String);
  return { width, height, size: written.replace(/\d+/g, (side) => sides.shift() ?? side) };
}

function largestChoice(choices: readonly unknown[], { width, height, pixels }: Wanted): SmallerSize | undefined {
  const sizes = choices.flatMap((choice) => {
    const sides = sizeOf(choice);
    return sides === undefined ? [] : [{ ...sides, size: String(choice) }];
  });
  return sizes
    .filter((size) => size.width * size.height <= pixels && hasAspect(size, width / height))
    .sort((one, other) => other.width * other.height - one.width * one.height)[0];
}

/** The longest side within a bound that a tool offers, in whole blocks or in its own steps or choices. */
function sideNear(tool: ToolView, name: 'width' | 'height', bound: number): number {
  const path = tool.profile.arguments[name];
  const { enum: choices, multipleOf } = path === undefined ? {} : propertyAt(tool.schema, path);
  if (Array.isArray(choices)) return Math.max(0, ...choices.map(Number).filter((side) => side <= bound));
  return floorTo(bound, typeof multipleOf === 'number' && multipleOf > block ? multipleOf : block);
}

const floorTo = (value: number, step: number): number => Math.floor(value / step + 1e-9) * step;

function hasAspect({ width, height }: SmallerSize, aspect: number): boolean {
  return Math.abs(width / height / aspect - 1) <= aspectSlack;
}
