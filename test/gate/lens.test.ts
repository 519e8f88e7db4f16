import { describe, expect, it } from 'vitest';
import { readRequest, tierOf, type BadArgument, type ToolView } from '../../src/gate/lens.js';
import { profileSchema, type ProfileInput } from '../../src/model/profile.js';
import { pictureTool } from '../fixtures/gate-bench.js';
import { read, toolWith } from '../fixtures/tool-lens.js';

function problems(tool: ToolView, args: unknown): readonly BadArgument[] {
  const request = readRequest(tool, args);
  return 'server' in request ? [] : request;
}

describe('a call seen through the lens of its tool', () => {
  it('is read into the common form', () => {
    const map: ProfileInput['arguments'] = {
      ...{ prompt: 'text', negativePrompt: 'not', count: 'n', model: 'options.model', width: 'w', height: 'h' },
      ...{ aspect: 'ratio', seconds: 'length', audio: 'sound', seed: 'seed', inputs: ['image', 'refs'] },
    };
    const args = {
      ...{ text: 'a fox', not: 'people', n: 2, options: { model: 'best' }, w: 640, h: 480, ratio: '4:3', length: 5 },
      ...{ sound: true, seed: 7, image: 'a.png', refs: ['b.png', 'c.png'], style: 'oil' },
    };
    expect(read(toolWith(map), args)).toMatchObject({
      ...{ prompt: 'a fox', negativePrompt: 'people', count: 2, model: 'best', width: 640, height: 480, aspect: '4:3' },
      ...{ seconds: 5, audio: true, seed: 7, inputs: ['a.png', 'b.png', 'c.png'], arguments: args },
    });
  });

  it('counts the combinations of its prompt where the tool expands them, and only there', () => {
    const args = { prompt: '{red, blue} {fox, hare}', count: 3 };
    expect(read(pictureTool({ permutations: true }), args)).toMatchObject({ count: 12, combinations: 4 });
    expect(read(pictureTool(), args)).toMatchObject({ count: 3, combinations: 1 });
  });

  it('cannot be read when its prompt stands for more versions than one call may have', () => {
    const tool = pictureTool({ permutations: true });
    const prompt = '{a, b}'.repeat(10);
    expect(problems(tool, { prompt })).toEqual([
      { path: 'prompt', found: 'a prompt of 1024 combinations', expected: 'at most 1000 versions in all' },
    ]);
    expect(problems(tool, { prompt: '{a, b}'.repeat(5000) })).toHaveLength(1);
    expect(problems(tool, { prompt: '{a, b}'.repeat(9), count: 2 })).toHaveLength(1);
    expect(problems(pictureTool(), { prompt })).toEqual([]);
  });

  it('says how the tool takes what must not appear, if it does', () => {
    const suffixed = pictureTool({ negativeSuffix: '--no ' });
    expect(read(suffixed, {}).negative).toEqual({ suffix: '--no ', prompt: 'prompt' });
    expect(read(toolWith({ prompt: 'text', negativePrompt: 'not' }), {}).negative).toEqual({ argument: 'not' });
    expect(read(pictureTool(), {}).negative).toBeUndefined();
  });

  it('takes what the schema would fill in, and sends what was given', () => {
    const request = read(pictureTool(), { prompt: 'a fox' });
    expect(request).toMatchObject({ model: 'draft', tier: 'budget', count: 1 });
    expect(request.arguments).toEqual({ prompt: 'a fox', model: 'draft', count: 1 });
    expect(request.sent).toEqual({ prompt: 'a fox' });
  });

  it('takes defaults inside of objects that are there, and invents no objects', () => {
    const schema = { properties: { options: { properties: { model: { default: 'best' } } } } };
    const tool = toolWith({ model: 'options.model' }, schema);
    expect(read(tool, { options: {} }).model).toBe('best');
    expect(read(tool, {}).model).toBeUndefined();
  });

  it.each([[undefined], [null], [{}]])('may have no arguments: %j', (args) => {
    expect(read(toolWith({ prompt: 'prompt', count: 'n' }), args)).toMatchObject({ prompt: '', count: 1, inputs: [] });
  });

  it.each([
    ['4', 4],
    [' 4 ', 4],
    [4, 4],
  ])('reads the count %j as %i', (count, expected) => {
    expect(read(pictureTool(), { prompt: 'x', count }).count).toBe(expected);
  });

  it.each([0, -1, 1.5, 1001, 'four', '1e3', true, [], {}, Number.NaN])(
    'refuses the count %j, for its price cannot be told',
    (count) => {
      const expected = 'a whole number from 1 to 1000';
      expect(problems(pictureTool(), { prompt: 'x', count })).toMatchObject([{ path: 'count', expected }]);
    },
  );

  it.each([
    ['5s', 5],
    ['7.5', 7.5],
    [12, 12],
  ])('reads the length %j as %d seconds', (seconds, expected) => {
    expect(read(toolWith({ seconds: 'seconds' }), { seconds }).seconds).toBe(expected);
  });

  it.each([
    ['1024x768', 1024, 768],
    ['1024 × 768', 1024, 768],
    ['1024*768', 1024, 768],
    ['16:9', undefined, undefined],
    ['large', undefined, undefined],
  ])('reads the size %s', (size, width, height) => {
    expect(read(toolWith({ size: 'size' }), { size })).toMatchObject({ width, height });
  });

  it('tells every argument that it cannot read', () => {
    const tool = toolWith({ count: 'n', width: 'w', seconds: 's', prompt: 'p' });
    const found = [...problems(tool, { n: 0, w: -5, s: 'long', p: 7 })].sort((a, b) => (a.path < b.path ? -1 : 1));
    expect(found).toEqual([
      { path: 'n', found: '0', expected: 'a whole number from 1 to 1000' },
      { path: 'p', found: '7', expected: 'text' },
      { path: 's', found: '"long"', expected: 'seconds, above 0' },
      { path: 'w', found: '-5', expected: 'pixels, above 0' },
    ]);
  });

  it.each([['text'], [7], [[1]]])('refuses arguments that are no object: %j', (args) => {
    expect(problems(pictureTool(), args)).toMatchObject([{ path: 'arguments', expected: 'an object' }]);
  });

  it('refuses what the server’s own schema would refuse, before anything is paid', () => {
    const tool: ToolView = {
      ...pictureTool(),
      validate: (args) => ('style' in args ? { path: 'style', expected: 'no such property' } : undefined),
    };
    expect(problems(tool, { prompt: 'x', style: 'oil' })).toEqual([
      { path: 'style', found: '"oil"', expected: 'no such property' },
    ]);
    expect(problems(tool, { prompt: 'x' })).toEqual([]);
  });

  it('does not read inherited keys', () => {
    expect(read(toolWith({ model: 'constructor.name', prompt: 'toString' }), {})).toMatchObject({ prompt: '' });
    expect(read(toolWith({ model: 'constructor.name' }), {}).model).toBeUndefined();
  });
});

describe('the tier of a call', () => {
  const profile = pictureTool({ tier: 'standard' }).profile;

  it.each([
    ['best', 'premium'],
    ['draft', 'budget'],
    ['other', 'standard'],
    [undefined, 'standard'],
    ['constructor', 'standard'],
  ])('with the model %s is %s', (model, tier) => {
    expect(tierOf(profile, model)).toBe(tier);
  });
});

it('does not read an input object that is written as text, which would hide its count from the price', () => {
  const run: ToolView = {
    ...{ server: 'any', name: 'run', exposed: 'any_run', schema: {} },
    profile: profileSchema.parse({ paid: true, arguments: { prompt: 'input.prompt', count: 'input.num_outputs' } }),
  };
  const hidden = { input: JSON.stringify({ prompt: 'a fox', num_outputs: 4 }) };
  expect(readRequest(run, hidden)).toMatchObject([{ path: 'input', expected: 'an object, not its text' }]);
  expect(readRequest(run, { input: { prompt: 'a fox', num_outputs: 4 } })).toMatchObject({ count: 4 });
});
