import { expect, it } from 'vitest';
import { forAgents, forPeople, headingsIn, shownLines } from '../../src/feedback/report-view.js';

const lines = [5, 4, 3, 2].map((paid, index) => ({ name: `n${String(index)}`, takes: 1, kept: index % 2, paid }));
const view = { ...forPeople, most: 3 };

it('agents see few headings, the others when they ask, and never sessions', () => {
  expect(headingsIn(forPeople)).toContain('session');
  expect(headingsIn(forAgents)).toEqual(['phase', 'model', 'shot', 'kind']);
  expect(headingsIn({ ...forAgents, by: 'session' })).toEqual([]);
  expect(headingsIn({ ...forPeople, by: 'day' })).toEqual(['day']);
});

it('what is beyond the most lines is summed up, so that the sum stays right', () => {
  expect(shownLines(lines, 'model', view)).toEqual([lines[0], lines[1], { name: '', takes: 2, kept: 1, paid: 5 }]);
  expect(shownLines(lines, 'model', { ...view, most: 4 })).toBe(lines);
});

it('of days the last are shown', () => {
  expect(shownLines(lines, 'day', view).map(({ name, paid }) => [name, paid])).toEqual([
    ['', 9],
    ['n2', 3],
    ['n3', 2],
  ]);
});
