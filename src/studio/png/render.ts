import { renderAsync } from '@resvg/resvg-js';
import { fontFile } from '../assets.js';

/** Rasterises an SVG document into PNG bytes (8 bit RGBA), off the main thread. */
export async function renderSvg(svg: string): Promise<Uint8Array> {
  const image = await renderAsync(svg, {
    font: { loadSystemFonts: false, fontFiles: [fontFile()], defaultFontFamily: 'Figtree Medium' },
    logLevel: 'off',
  });
  return image.asPng();
}
