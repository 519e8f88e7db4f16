import { describe, expect, it } from 'vitest';
import { readActions } from '../../../src/upstreams/classify/read-actions.js';
import { fieldsOf } from '../../../src/upstreams/classify/schema-fields.js';

const read = (choices: readonly string[], description = '', name = 'action') =>
  readActions(fieldsOf({ properties: { [name]: { enum: choices } } }), description, ['media']);

describe('readActions', () => {
  it('finds what one tool does, and which of it is free by name and description', () => {
    const said =
      '- action: "list": list earlier results\n- action: "status": check one job\n- action: "generate": make an image';
    expect(read(['list', 'status', 'generate', 'search'], said)).toMatchObject({
      allHarmless: false,
      generates: true,
      freeWhen: { argument: 'action', values: ['list', 'status'] },
    });
  });

  it('frees nothing that the description does not speak of, or speaks of otherwise', () => {
    expect(read(['list', 'generate'])?.freeWhen).toBeUndefined();
    expect(read(['get', 'generate'], 'get: generates a new image. generate: the same')?.freeWhen).toBeUndefined();
    expect(read(['get', 'generate'], 'get: a freshly generated image')?.freeWhen).toBeUndefined();
  });

  it('frees only what looks, waits or cancels: the rest may do what its word does not say', () => {
    const said = 'upload: upload a file. open: open a file. run: run it';
    expect(read(['upload', 'open', 'run'], said)?.freeWhen).toBeUndefined();
  });

  it('tells reshaping from making', () => {
    expect(read(['get', 'convert'])).toMatchObject({ allHarmless: false, generates: false });
    expect(read(['list', 'cancel'])).toMatchObject({ allHarmless: true, generates: false });
  });

  it.each([
    [['list'], 'action'],
    [['list', 'get'], 'style'],
  ] as const)('needs a choice of actions: %j in %s', (choices, name) => {
    expect(read(choices, '', name)).toBeUndefined();
  });
});
