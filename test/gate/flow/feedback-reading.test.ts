import { describe, expect, it } from 'vitest';
import { readFeedback } from '../../../src/gate/flow/feedback-reading.js';
import { feedbackSchema } from '../../../src/model/feedback.js';

const note = 'nice but too dark and lose the hat, keep the pose; hm the thing there';
const read = (words: object) => readFeedback(feedbackSchema.parse({ verdict: 'refine', note, ...words }));

describe('feedback in the person’s own words', () => {
  it('is filled into the lists, and what cannot be read is told', () => {
    const { body, unread, read: found } = read({});
    expect(body).toMatchObject({ note, keep: ['pose'], change: ['brighter'], remove: ['hat'] });
    expect(found).toEqual({ keep: ['pose'], change: ['brighter'], remove: ['hat'] });
    expect(unread).toEqual(['hm the thing there']);
  });

  it('never changes a list that was given, nor repeats what is in one', () => {
    const { body, unread } = read({ keep: ['the red hat'], change: ['warmer'] });
    expect(body).toMatchObject({ keep: ['the red hat'], change: ['warmer'], remove: [] });
    expect(unread).toEqual([]);
  });

  it.each(['approve', 'another'])('is left alone with %s', (verdict) => {
    expect(read({ verdict })).toMatchObject({ body: { keep: [], change: [], remove: [] }, unread: [] });
  });
});
