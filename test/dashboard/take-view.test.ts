import { describe, expect, it } from 'vitest';
import { takeView } from '../../src/dashboard/take-view.js';
import { feedbackSchema } from '../../src/model/feedback.js';
import { takeOf } from '../fixtures/takes.js';

describe('takeView', () => {
  it('is in credits and tells no path of this machine', () => {
    const asset = {
      id: 'ab',
      path: '/home/me/secret/a.png',
      mimeType: 'image/png',
      bytes: 4,
      source: 'https://x/?key=1',
    };
    const view = takeView(takeOf({ id: 't_1', paid: 2_500_000, assets: [asset], madeFrom: ['t_0'], at: 0 }));
    expect(view).toMatchObject({ paid: 2.5, at: '1970-01-01T00:00:00.000Z', madeFrom: ['t_0'] });
    expect(view.assets).toEqual([{ id: 'ab', mimeType: 'image/png', bytes: 4 }]);
    expect(JSON.stringify(view)).not.toMatch(/secret|key=1/);
  });

  it('has the newest word with how sure it is', () => {
    const word = { ...feedbackSchema.parse({ verdict: 'refine' }), id: 'f', take: 't', at: 1 };
    const view = takeView(takeOf({ id: 't_1', feedback: { ...word, strength: 'relayed' } }));
    expect(view.feedback).toEqual({ verdict: 'refine', note: null, by: 'relayed' });
    expect(takeView(takeOf({ id: 't_2' })).feedback).toBeNull();
  });
});
