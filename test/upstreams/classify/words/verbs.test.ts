import { describe, expect, it } from 'vitest';
import { verbIn } from '../../../../src/upstreams/classify/words/verbs.js';

describe('verbIn', () => {
  it.each([
    ['lists', 'list', 'read'],
    ['retrieving', 'retrieve', 'read'],
    ['cancelled', 'cancel', 'cancel'],
    ['generates', 'generate', 'make'],
    ['queries', 'query', 'read'],
    ['purged', 'purge', 'cancel'],
    ['analysing', 'analyse', 'think'],
  ])('knows %s as a form of %s, which is to %s', (word, verb, deed) => {
    expect(verbIn(word)).toEqual({ verb, deed });
  });

  it.each(['gets2', 'string', 'this', 'thing', 'bing', 'as', 'constructor'])('finds no verb in %s', (word) => {
    expect(verbIn(word)).toBeUndefined();
  });
});
