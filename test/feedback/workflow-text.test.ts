import { describe, expect, it } from 'vitest';
import { parseWorkflow, unreadFields, workflowText } from '../../src/feedback/workflow-text.js';
import { workflowFrontSchema, type WorkflowFront } from '../../src/model/workflow.js';

const front: WorkflowFront = workflowFrontSchema.parse({
  name: 'winter-poster',
  title: 'Winter: "poster" # 1',
  preferences: ['one at a time', '- no dashes: please'],
  structure: ['fox: explore with draft'],
  models: { explore: 'draft' },
  prompts: [{ shot: 'fox', phase: 'explore', prompt: 'a fox\nin snow --- at dawn' }],
  brief: { goal: 'a poster', tone: 'warm' },
  plan: [{ shot: 'fox', phase: 'explore', tool: 't', count: 1 }],
});

describe('a workflow document', () => {
  it('reads back as it was written', () => {
    expect(parseWorkflow(workflowText({ front, body: '# Notes\n\n---\nmore' }))).toEqual({
      front,
      body: '# Notes\n\n---\nmore',
    });
  });

  it('says nothing of what is empty, and gets a title where it has no body', () => {
    const text = workflowText({ front: workflowFrontSchema.parse({ name: 'a' }), body: ' ' });
    expect(text).toBe('---\nname: a\n---\n\n# a\n');
  });

  it('begins with its name', () => {
    expect(workflowText({ front, body: '' })).toMatch(/^---\nname: winter-poster\ntitle: /);
  });

  it('may come from a machine with other line ends', () => {
    expect(parseWorkflow('---\r\nname: a\r\n---\r\n\r\nbody\r\n')).toMatchObject({
      front: { name: 'a' },
      body: 'body',
    });
  });

  it.each([
    ['name: a', 'must begin with YAML front matter'],
    ['---\nname: A B\n---\n', 'lower-case letters, digits and dashes'],
    ['---\ntitle: a\n---\n', 'name'],
    ['---\nname: a\npreferences: one\n---\n', 'preferences'],
  ])('%j is refused with what was expected: %s', (text, expected) => {
    expect(() => parseWorkflow(text)).toThrow(expected);
  });

  it('that names itself again and again is refused', () => {
    const aliases = Array.from({ length: 40 }, () => '*a').join(', ');
    expect(() => parseWorkflow(`---\nname: a\nx: &a [1]\ny: [${aliases}]\n---\n`)).toThrow();
  });
});

describe('unreadFields', () => {
  it('names what would be lost, also further in, and nothing of a sound document', () => {
    const front = (more: string) => `---\nname: posters\ntitle: Posters\n${more}---\n\n# Posters\n`;
    expect(unreadFields(front(''))).toEqual([]);
    expect(unreadFields(front('titel: x\nbrief: { goal: sell, gaol: y }\n'))).toEqual(['brief.gaol', 'titel']);
    const inLists = 'inputs: [{ name: product }, { name: place, hint: where }]\nplan: [{ shot: fox, any: thing }]\n';
    expect(unreadFields(front(inLists))).toEqual(['inputs.1.hint']);
    expect(unreadFields(front('prompts: [{ shot: fox, prompt: a fox, promt: b }]\n'))).toEqual(['prompts.0.promt']);
    expect(() => unreadFields('all is gone')).toThrow('front matter');
  });
});
