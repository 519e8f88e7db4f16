import { describe, expect, it } from 'vitest';
import { renderSvg } from '../../../src/studio/png/render.js';

const page = (content: string) =>
  renderSvg(`<svg xmlns="http://www.w3.org/2000/svg" width="120" height="30">${content}</svg>`);

describe('renderSvg', () => {
  it('writes text with the shipped font', async () => {
    const word = (text: string) =>
      page(`<text x="4" y="20" font-family="Figtree Medium" font-size="16">${text}</text>`);
    expect(await word('demo')).not.toEqual(await page(''));
    expect(await word('demo')).not.toEqual(await word('omed'));
  });
});
