import type { GenerationRequest } from '../../model/request.js';

type Sides = Partial<Pick<GenerationRequest, 'width' | 'height' | 'aspect'>>;

/** Sides are made of whole blocks, so that a ratio is rarely met exactly. */
const sameWithin = 0.03;

/** Width ÷ height of what a request makes: from its sides, else from its aspect ("16:9", "1.78"); undefined when open. */
export function ratioOf({ width, height, aspect }: Sides): number | undefined {
  if (width !== undefined && height !== undefined) return width / height;
  const text = aspect?.trim().toLowerCase() ?? '';
  if (text === 'square') return 1;
  const match = /^(\d{1,5}(?:\.\d{1,4})?)(?:\s*[:x×/]\s*(\d{1,5}(?:\.\d{1,4})?))?$/.exec(text);
  const ratio = match === null ? 0 : Number(match[1]) / Number(match[2] ?? 1);
  return Number.isFinite(ratio) && ratio > 0 ? ratio : undefined;
}

/** Whether two ratios make pictures of the same shape. */
export function isSameShape(one: number, other: number): boolean {
  return Math.abs(one / other - 1) < sameWithin;
}

/** Sides as a ratio of small numbers: "16:9" for 1920 × 1080. */
export function ratioText(width: number, height: number): string {
  const shared = divisor(Math.round(width), Math.round(height));
  return `${String(Math.round(width) / shared)}:${String(Math.round(height) / shared)}`;
}

function divisor(one: number, other: number): number {
  return other === 0 ? Math.max(one, 1) : divisor(other, one % other);
}
