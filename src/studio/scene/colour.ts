type Channels = [red: number, green: number, blue: number];

function channels(hex: string): Channels {
  const value = Number.parseInt(hex.slice(1, 7), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

function toHex(parts: Channels): string {
  return `#${parts
    .map((part) =>
      Math.max(0, Math.min(255, Math.round(part)))
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}

/** Blends two `#rrggbb` colours; amount 0 gives the first, 1 the second. */
export function mix(from: string, to: string, amount: number): string {
  const [red, green, blue] = channels(from);
  const [otherRed, otherGreen, otherBlue] = channels(to);
  const blend = (a: number, b: number): number => a + (b - a) * amount;
  return toHex([blend(red, otherRed), blend(green, otherGreen), blend(blue, otherBlue)]);
}

/** A lighter version of a colour (amount 0..1). */
export function lighter(hex: string, amount: number): string {
  return mix(hex, '#ffffff', amount);
}

/** A darker version of a colour (amount 0..1), leaning to deep blue as real shadows do. */
export function darker(hex: string, amount: number): string {
  return mix(hex, '#0b1024', amount);
}

/** The same colour without its hue. */
export function grey(hex: string): string {
  const [red, green, blue] = channels(hex);
  const level = 0.3 * red + 0.59 * green + 0.11 * blue;
  return toHex([level, level, level]);
}

/** Turns the hue of a colour by degrees (a rotation about the grey axis). */
export function turnHue(hex: string, degrees: number): string {
  const [red, green, blue] = channels(hex);
  const cosine = Math.cos((degrees * Math.PI) / 180);
  const sine = Math.sin((degrees * Math.PI) / 180) * Math.sqrt(1 / 3);
  const own = cosine + (1 - cosine) / 3;
  const left = (1 - cosine) / 3 - sine;
  const right = (1 - cosine) / 3 + sine;
  return toHex([
    red * own + green * left + blue * right,
    red * right + green * own + blue * left,
    red * left + green * right + blue * own,
  ]);
}
