import { describe, expect, it } from 'vitest';
import type { Place } from '../../src/model/answer-signs.js';
import { beginsWith, isOneOf, listAt, showsAny, valueAt, wordsOf } from '../../src/gate/read-answer.js';

const saying = (...texts: string[]) => ({ content: texts.map((text) => ({ type: 'text', text })) });

describe('a value in an answer', () => {
  it.each<[string, object, Place, unknown]>([
    ['at a path of the result', { structuredContent: { task: { id: 7 } } }, 'structuredContent.task.id', 7],
    ['in a text that is JSON', saying('{"data":{"task_id":"t-1"}}'), { json: 'data.task_id' }, 't-1'],
    ['in JSON among words', saying('Task created:\n{"id": "t-2"}\nAsk later.'), { json: 'id' }, 't-2'],
    ['in a later text', saying('Started.', '{"id":"t-3"}'), { json: 'id' }, 't-3'],
    ['behind words', saying('Success. Task ID: 42-x. Please ask later.'), { after: 'Task ID: ' }, '42-x'],
    [
      'behind words, in quotes',
      saying('operation name "models/veo/operations/9", ask later'),
      { after: 'operation name ' },
      'models/veo/operations/9',
    ],
    ['behind words at the end of a line', saying('ID:\n  abc\nnext'), { after: 'ID:' }, 'abc'],
  ])('is read %s', (_, result, place, expected) => {
    expect(valueAt({ ...result }, place)).toEqual(expected);
  });

  it.each<[string, object, Place]>([
    ['the path leads nowhere', { id: 1 }, 'task.id'],
    ['no text is JSON', saying('{ not json }', 'no braces'), { json: 'id' }],
    ['the words do not occur', saying('Done.'), { after: 'Task ID: ' }],
    ['nothing stands behind the words', saying('Task ID: .'), { after: 'Task ID:' }],
    ['there is no text', { content: [{ type: 'image', data: '', mimeType: 'image/png' }] }, { after: 'x' }],
    ['the path is a prototype’s', saying('{"a":1}'), { json: '__proto__.constructor' }],
  ])('is missing where %s', (_, result, place) => {
    expect(valueAt({ ...result }, place)).toBeUndefined();
  });
});

describe('a list in an answer', () => {
  it.each<[string, object, Place | undefined]>([
    ['at a path of the result', { structuredContent: { tasks: [1, 2] } }, 'structuredContent.tasks'],
    ['in a text that is JSON', saying('{"data":{"tasks":[1,2]}}'), { json: 'data.tasks' }],
    ['in a later text', saying('Two tasks.', '{"tasks":[1,2]}'), { json: 'tasks' }],
    ['that a text is', saying('[1,2]'), undefined],
    ['that stands in a text among words', saying('Two tasks:\n[1, 2]\nThat is all.'), undefined],
  ])('is read %s', (_, result, place) => {
    expect(listAt({ ...result }, place)).toEqual([1, 2]);
  });

  it.each<[string, object, Place | undefined]>([
    ['the path leads to something else', { tasks: 'none' }, 'tasks'],
    ['no text is JSON', saying('[ not json ]'), undefined],
    ['there is no text', {}, undefined],
    ['words stand there', saying('Tasks: none'), { after: 'Tasks: ' }],
  ])('is missing where %s', (_, result, place) => {
    expect(listAt({ ...result }, place)).toBeUndefined();
  });

  it('may be longer than what is read of a single job', () => {
    const tasks = Array.from({ length: 30_000 }, (_, at) => ({ id: at }));
    expect(listAt(saying(JSON.stringify({ tasks })), { json: 'tasks' })).toHaveLength(30_000);
  });
});

describe('a sign in an answer', () => {
  it('is a value, in whatever case', () => {
    expect(isOneOf({ state: 'SUCCEEDED' }, 'state', ['succeeded'])).toBe(true);
    expect(isOneOf({ done: true }, 'done', [true])).toBe(true);
    expect(isOneOf({ code: 3 }, 'code', ['3'])).toBe(false);
    expect(isOneOf({}, 'state', ['undefined'])).toBe(false);
  });

  it('is the beginning of the first text, where no place is named', () => {
    expect(isOneOf(saying('Success. Video URL: x'), undefined, ['Success.'])).toBe(true);
    expect(isOneOf(saying('No', 'Success.'), undefined, ['Success.'])).toBe(false);
  });

  it('is shown when one of several is', () => {
    const signs = [{ at: 'code', values: [1] }, { values: ['Blocked'] }];
    expect(showsAny(saying('Blocked by policy'), signs)).toBe(true);
    expect(showsAny({ code: 2 }, signs)).toBe(false);
    expect(showsAny({ code: 2 }, [])).toBe(false);
  });

  it('is never an empty list of beginnings', () => {
    expect(beginsWith(saying('x'), [])).toBe(false);
  });
});

it('the first words of an answer are told, in little', () => {
  expect(wordsOf(saying('  no such job  ', 'more'))).toBe('no such job');
  expect(wordsOf(saying('x'.repeat(900)))).toHaveLength(300);
  expect(wordsOf({})).toBe('');
});
