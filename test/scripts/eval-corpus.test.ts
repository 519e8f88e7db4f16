import { describe, expect, it } from 'vitest';
import { runScript } from './run-script.js';
import { temporaryFolder } from './temporary-folder.js';

const tools = ['generate_image', 'list_models', 'get_clip', 'zorblax'].map((name) => ({
  name,
  description: name === 'zorblax' ? 'Zorblaxes.' : `${name.replace('_', ' ')}.`,
  inputSchema: { type: 'object', properties: { prompt: { type: 'string' } }, required: [] },
}));
const label = (tool: string, kind: string, paid: unknown, prompt: unknown, more: object = {}) => ({
  ...{ server: 'shop', tool, kind, paid, kind_alternatives: [], prompt_param: prompt },
  ...more,
});

function evaluate(labels: readonly object[], ...flags: readonly string[]) {
  const files = { 'shop.json': JSON.stringify({ tools }), 'labels.json': JSON.stringify(labels) };
  return runScript('eval-corpus.mjs', temporaryFolder(files), ...flags);
}

describe('the evaluation of the classifier of tools', () => {
  it('scores cost, kind and arguments; unclear cost is left out, another kind that fits counts as right', () => {
    const labels = [
      label('generate_image', 'video', true, ['prompt'], { kind_alternatives: ['image'] }),
      label('list_models', 'list', false, null),
      label('get_clip', 'utility', 'unclear', 'text'),
      label('zorblax', 'utility', true, 'prompt'),
      label('gone', 'image', true, 'prompt'),
    ];
    const { code, output } = evaluate(labels, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(output)).toMatchObject({
      // A tool without a prediction is not known to be paid.
      paidTakenForFree: 1,
      byField: {
        paid: { tools: 4, accuracy: 0.5 },
        prompt_param: { tools: 5, named: 4 },
      },
      byServer: { shop: { tools: 5 } },
    });
  });

  it('prints tables for people, and every miss with its grounds when asked', () => {
    const { output } = evaluate([label('generate_image', 'image', false, 'prompt')], '--misses', '--no-presets');
    expect(output).toContain('paid tools taken for free: 0');
    expect(output).toMatch(/paid +1 +0\.0 %/);
    expect(output).toMatch(/prompt +1 +100\.0 % +1 +100\.0 %/);
    expect(output).toContain('shop generate_image: paid is false, read as true: name says "generate" (make)');
    const confused = evaluate([label('generate_image', 'voice', true, 'prompt')]).output;
    expect(confused).toMatch(/voice → image +1/);
  });

  it('says where there are no labels, and how it is used', () => {
    expect(runScript('eval-corpus.mjs', temporaryFolder({ 'a.json': '[]' }))).toMatchObject({ code: 2 });
    expect(runScript('eval-corpus.mjs').output).toContain(
      'npm run eval:corpus -- <folder of tool lists and labels.json>',
    );
  });
});
