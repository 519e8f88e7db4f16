import { describe, expect, it } from 'vitest';
import type { Texts } from '../../src/gate/texts-port.js';
import { openTexts } from '../../src/feedback/texts.js';
import { viewPage } from '../../src/mcp/view-page.js';

const wordsIn = (page: string): Record<string, string> =>
  JSON.parse(/<script type="application\/json" id="words">\s*(.*?)\s*<\/script>/s.exec(page)?.[1] ?? '') as Record<
    string,
    string
  >;

describe('the page in the conversation', () => {
  it('is one file without anything from elsewhere', () => {
    const page = viewPage(openTexts(), '1.2.3')();
    expect(page).not.toMatch(/https?:|src="|href="|@import|url\(/);
    expect(page).not.toContain('innerHTML');
  });

  it('has every word that it says from the prompts, and its version', () => {
    const page = viewPage(openTexts(), '1.2.3')();
    const words = wordsIn(page);
    expect(words).toMatchObject({ budget: 'Budget', tool: 'desk_view', version: '1.2.3' });
    const used = [...page.matchAll(/words\.(\w+)/g)].map(([, name = '']) => name);
    expect(used.length).toBeGreaterThan(8);
    for (const name of used) expect(words[name], name).not.toBe('');
    for (const name of used) expect(Object.keys(words)).toContain(name);
  });

  it('cannot be left by a word', () => {
    const say: Texts['say'] = () => '</script><script>alert(1)</script>$&';
    const page = viewPage({ ...openTexts(), say }, '1')();
    expect(page).not.toContain('alert(1)</script>');
    expect(wordsIn(page)['budget']).toBe('</script><script>alert(1)</script>$&');
  });
});
