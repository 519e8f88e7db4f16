const HUES = [92, 32, 205, 48, 350, 168];

/** A still life as SVG, another one for each number: light from a window, a bottle, sometimes a fruit. */
export function fakePicture(index: number): string {
  const hue = HUES[index % HUES.length] ?? 0;
  const left = 110 + ((index * 37) % 120);
  const dark = index % 2 === 0 ? 20 : 74;
  const fruit = index % 3 === 0 ? '' : `<circle cx="${left + 110}" cy="236" r="34" fill="hsl(${hue + 10} 62% 46%)"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300" width="400" height="300">
<defs><linearGradient id="g" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="hsl(${hue} 30% ${dark + 14}%)"/><stop offset="1" stop-color="hsl(${hue + 30} 24% ${dark - 8}%)"/></linearGradient>
<linearGradient id="b" x1="0" x2="1"><stop offset="0" stop-color="hsl(${hue} 66% 66%)"/><stop offset="1" stop-color="hsl(${hue} 58% 32%)"/></linearGradient></defs>
<rect width="400" height="300" fill="url(#g)"/><path d="M0 0h130L30 300H0z" fill="#fff" opacity=".13"/>
<rect y="256" width="400" height="44" fill="hsl(${hue + 20} 12% ${dark - 12 < 6 ? 6 : dark - 12}%)"/>${fruit}
<path d="M${left} 262V140q0-22 16-34V56h34v50q16 12 16 34v122q0 8-8 8h-50q-8 0-8-8z" fill="url(#b)"/>
<rect x="${left + 8}" y="164" width="50" height="58" rx="4" fill="#fff" opacity=".82"/><rect x="${left + 14}" y="46" width="38" height="16" rx="3" fill="hsl(${hue} 20% 22%)"/>
</svg>`;
}
