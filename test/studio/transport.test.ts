import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RawStudio, StudioBundle } from './studio-process.js';

const small = { prompt: 'a cup', model: 'qwen-image', width: 256, height: 256 };

let bundle: StudioBundle;
beforeAll(async () => {
  bundle = await StudioBundle.make();
});
afterAll(() => {
  bundle.remove();
});

describe('an answer', () => {
  it('goes out two times by the fault twice, and is charged once', async () => {
    const studio = new RawStudio(bundle.command('twice.jsonl', ['--faults']));
    studio.call(1, 'text_to_image', { ...small, fault: 'twice' });
    await studio.answered(1, 2);
    studio.call(2, 'text_to_image', small);
    await studio.answered(2);
    expect(studio.answers(1)[0]).toEqual(studio.answers(1)[1]);
    expect(studio.answers(1)).toHaveLength(2);
    expect(studio.answers(2)).toHaveLength(1);
    expect(bundle.charges('twice.jsonl')).toHaveLength(2);
    await studio.close();
  });

  it('leaves in drops by the fault drip, whole and with nothing of another answer between them', async () => {
    const studio = new RawStudio(bundle.command('drip.jsonl', ['--faults']));
    studio.call(1, 'text_to_image', { ...small, fault: 'drip' });
    for (const id of [2, 3, 4]) studio.call(id, 'list_models', {});
    for (const id of [1, 2, 3, 4]) await studio.answered(id);
    expect(studio.answers(1)[0]?.result).toMatchObject({ content: [{ type: 'text' }, { type: 'image' }] });
    expect(await studio.close()).toBe(0);
    expect(bundle.charges('drip.jsonl')).toHaveLength(1);
  });

  it('is cut off by the fault cut, with the process, after it was charged', async () => {
    const studio = new RawStudio(bundle.command('cut.jsonl', ['--faults']));
    studio.call(1, 'text_to_image', { ...small, fault: 'cut' });
    expect(await studio.exitCode()).toBe(86);
    expect(studio.answers(1)).toEqual([]);
    expect(bundle.charges('cut.jsonl')).toHaveLength(1);
  });
});
