import fc from '../../setup/properties.js';
import { describe, expect, it } from 'vitest';
import { fillWorkflow, inputFaults, isFilled, withPlaceholders } from '../../../src/gate/flow/fill-workflow.js';
import { workflowFrontSchema, type WorkflowFront } from '../../../src/model/workflow.js';

const frontOf = (more: object): WorkflowFront =>
  workflowFrontSchema.parse({
    name: 'mugs',
    inputs: [
      { name: 'product', description: 'what is sold' },
      { name: 'colour', choices: ['red', 'blue'], default: 'red' },
      { name: 'versions', kind: 'number', default: 4 },
    ],
    brief: { goal: 'sell {{product}}', constraints: ['no {{ colour }} text'] },
    plan: [{ shot: '{{product}}-front', phase: 'select', prompt: 'a {{colour}} {{product}}', count: '{{versions}}' }],
    ...more,
  });
const front = frontOf({});

describe('a document that is filled in', () => {
  it('has its inputs in every part, numbers as numbers, and names that can be names', () => {
    expect(fillWorkflow(front, { product: 'tea mug', colour: 'blue', versions: '6' })).toMatchObject({
      brief: { goal: 'sell tea mug', constraints: ['no blue text'] },
      plan: [{ shot: 'tea-mug-front', phase: 'select', prompt: 'a blue tea mug', count: 6 }],
    });
  });

  it('takes defaults for what was not said', () => {
    expect(fillWorkflow(front, { product: 'mug' })).toMatchObject({ plan: [{ prompt: 'a red mug', count: 4 }] });
  });

  it('tells everything that is wrong together', () => {
    expect(fillWorkflow(front, { colour: 'green', versions: 'many', size: 3 })).toEqual([
      { input: 'size', why: 'unknown', expected: ['product', 'colour', 'versions'] },
      { input: 'product', why: 'missing', description: 'what is sold', expected: undefined },
      { input: 'colour', why: 'choice', description: undefined, expected: ['red', 'blue'] },
      { input: 'versions', why: 'number', description: undefined, expected: undefined },
    ]);
  });

  it('has a placeholder for each input and an input for each placeholder', () => {
    const odd = frontOf({ inputs: [{ name: 'tone' }, { name: 'product' }], style: '{{mood}}' });
    expect(inputFaults(odd)).toEqual([
      { input: 'colour', why: 'undeclared', expected: ['tone', 'product'] },
      { input: 'versions', why: 'undeclared', expected: ['tone', 'product'] },
      { input: 'mood', why: 'undeclared', expected: ['tone', 'product'] },
      { input: 'tone', why: 'unused' },
    ]);
    expect(isFilled(fillWorkflow(odd, { tone: 'warm', product: 'mug' }))).toBe(false);
  });

  it('without inputs may hold braces of its own', () => {
    const own = frontOf({ inputs: [] });
    expect(fillWorkflow(own, {})).toEqual(own);
    expect(fillWorkflow(own, { a: 1 })).toEqual([{ input: 'a', why: 'unknown', expected: [] }]);
  });

  it('never reads a value again, whatever is in it', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\S(.{0,20}\S)?$/u), (product) => {
        const filled = fillWorkflow(front, { product });
        expect(isFilled(filled) && filled.brief?.goal).toBe(`sell ${product.trim()}`);
      }),
    );
  });

  it('knows an input by its own name only', () => {
    expect(
      fillWorkflow(front, JSON.parse('{"product":"mug","__proto__":"x"}') as object as { product: string }),
    ).toEqual([expect.objectContaining({ input: '__proto__', why: 'unknown' })]);
  });
});

describe('a document of a run', () => {
  const run = frontOf({
    inputs: [
      { name: 'product', example: 'Red mug' },
      { name: 'place', example: 'red' },
      { name: 'n', kind: 'number', example: '4' },
    ],
    brief: { goal: 'sell the red mug, redder than red' },
    plan: [{ shot: 'red-mug-front', phase: 'select', model: 'red', prompt: 'A red mug {{n}}', count: 4 }],
  });

  it('gets its placeholders where the examples stand, the longest first, as whole words', () => {
    expect(withPlaceholders(run)).toMatchObject({
      brief: { goal: 'sell the {{product}}, redder than {{place}}' },
      plan: [{ shot: '{{product}}-front', phase: 'select', model: 'red', prompt: 'A {{product}} {{n}}', count: 4 }],
    });
  });

  it('is the run again when the examples are filled in', () => {
    const filled = fillWorkflow(withPlaceholders(run), { product: 'red mug', place: 'red', n: 4 });
    expect(filled).toMatchObject({ plan: [{ shot: 'red-mug-front', prompt: 'A red mug 4' }] });
  });

  it('without examples stays as it is', () => {
    expect(withPlaceholders(front)).toBe(front);
  });
});
