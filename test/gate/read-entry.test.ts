import { describe, expect, it } from 'vitest';
import { readEntry } from '../../src/gate/read-entry.js';

const entry = { id: 'j-2', status: 'done', url: 'https://example.com/2.png', isError: true, content: 'words' };
const tasks = [{ id: 'j-1', status: 'running' }, null, 'j-2', { job: { id: 7 } }, entry];
const list = { in: 'structuredContent.tasks', id: 'id' };
const answer = { structuredContent: { tasks } };

describe('the entry of a job in a list of many', () => {
  it('is told as an answer of its own, whatever its fields are called', () => {
    const found = readEntry(list, 'j-2', answer);
    const content = [{ type: 'text', text: JSON.stringify(entry) }];
    expect(found?.told).toEqual({ ...entry, content, isError: false });
    expect(found?.result).toEqual({ content, structuredContent: entry });
  });

  it('is found by an id further down, also a number', () => {
    expect(readEntry({ ...list, id: 'job.id' }, '7', answer)?.result['structuredContent']).toEqual({ job: { id: 7 } });
  });

  it.each<[string, object, object]>([
    ['no entry has its id', list, { structuredContent: { tasks: [{ id: 'j-22' }] } }],
    ['there is no list', list, { structuredContent: { tasks: { id: 'j-2' } } }],
    ['the list is elsewhere', { ...list, in: 'tasks' }, answer],
    ['the answer is an error', list, { isError: true, content: [{ type: 'text', text: 'no' }] }],
  ])('is missing where %s', (_, place, said) => {
    expect(readEntry({ ...list, ...place }, 'j-2', { ...said })).toBeUndefined();
  });
});
