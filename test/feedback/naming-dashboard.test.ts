import { describe, expect, it, vi } from 'vitest';
import { namingDashboard } from '../../src/feedback/naming-dashboard.js';
import { openTexts } from '../../src/feedback/texts.js';

const facts = { approval: 'a_1', expires: 'soon' };

describe('namingDashboard', () => {
  it('names the dashboard where a request waits, as long as it runs', () => {
    let address: string | undefined = 'http://127.0.0.1:4000/';
    const texts = namingDashboard(openTexts(), () => address);
    expect(texts.say('answers/call', 'asked-pending', facts)).toContain('on the dashboard at http://127.0.0.1:4000/');
    address = undefined;
    expect(texts.say('answers/call', 'asked-pending', facts)).not.toContain('dashboard');
    expect(texts.has('answers/call', 'asked-pending')).toBe(true);
  });

  it('does not look for it where a text does not name it', () => {
    const address = vi.fn();
    const texts = namingDashboard(openTexts(), address);
    texts.say('answers/call', 'asked-denied', { note: 'too dear' });
    texts.page('instructions');
    expect(address).not.toHaveBeenCalled();
  });
});
