import { expect, it } from 'vitest';
import { tooDeepWords, tooLargeWords } from '../../src/upstreams/not-taken-in.js';

it('names the server, the limit, its setting, and what is not known', () => {
  expect(tooLargeWords('up', 1_572_864)).toMatch(/"up" .* more than 1\.5 MB, .*limits\.answerMegabytes.* unknown\./);
  expect(tooDeepWords('up', 200)).toMatch(/"up" .* more than 200 levels .*limits\.depth.* unknown\./);
});
