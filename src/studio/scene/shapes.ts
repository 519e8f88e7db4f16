/** A point in units. */
export type Point = readonly [x: number, y: number];

/** Writes a number with one decimal, which is finer than a pixel at every size offered. */
export function fixed(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** Attributes of an element, written as given. */
export type Attributes = Readonly<Record<string, string | number>>;

function element(name: string, attributes: Attributes): string {
  const written = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${typeof value === 'number' && key !== 'opacity' ? fixed(value) : value}"`,
  );
  return `<${name}${written.join('')}/>`;
}

/** A rectangle. */
export function rectangle(
  x: number,
  y: number,
  width: number,
  height: number,
  fill: string,
  more: Attributes = {},
): string {
  return element('rect', { x, y, width, height, fill, ...more });
}

/** A circle. */
export function circle(x: number, y: number, radius: number, fill: string, more: Attributes = {}): string {
  return element('circle', { cx: x, cy: y, r: radius, fill, ...more });
}

/** An ellipse. */
export function ellipse(
  x: number,
  y: number,
  radiusX: number,
  radiusY: number,
  fill: string,
  more: Attributes = {},
): string {
  return element('ellipse', { cx: x, cy: y, rx: radiusX, ry: radiusY, fill, ...more });
}

/** A path from its data. */
export function path(data: string, fill: string, more: Attributes = {}): string {
  return element('path', { d: data, fill, ...more });
}

/** A line along a path, without fill. */
export function line(data: string, stroke: string, width: number, more: Attributes = {}): string {
  return path(data, 'none', {
    stroke,
    'stroke-width': width,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
    ...more,
  });
}

/** A closed polygon. */
export function polygon(points: readonly Point[], fill: string, more: Attributes = {}): string {
  return path(`${polyline(points)}Z`, fill, more);
}

/** Path data of straight lines through points. */
export function polyline(points: readonly Point[]): string {
  return points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${fixed(x)} ${fixed(y)}`).join('');
}

/** Path data of a soft curve through points. */
export function curve(points: readonly Point[]): string {
  return points
    .map(([x, y], index) => {
      const before = points[index - 1];
      if (before === undefined) return `M${fixed(x)} ${fixed(y)}`;
      const bend = (x - before[0]) / 2;
      return `C${fixed(before[0] + bend)} ${fixed(before[1])} ${fixed(x - bend)} ${fixed(y)} ${fixed(x)} ${fixed(y)}`;
    })
    .join('');
}

/** Path data of an axis-parallel box, for drawing many boxes as one path. */
export function box(x: number, y: number, width: number, height: number): string {
  return `M${fixed(x)} ${fixed(y)}h${fixed(width)}v${fixed(height)}h${fixed(-width)}z`;
}

/** Groups markup under shared attributes. */
export function group(content: string, attributes: Attributes): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${value}"`);
  return `<g${written.join('')}>${content}</g>`;
}

/** Escapes text for use in markup; characters that markup cannot hold in any form are left out. */
export function escapeText(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[<>&"]/g, (mark) => `&#${mark.charCodeAt(0)};`);
}
