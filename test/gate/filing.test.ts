import { describe, expect, it } from 'vitest';
import { fileSome, filed, soughtFor } from '../../src/gate/filing.js';
import { usualReading } from '../../src/model/reading.js';
import { readerOf } from '../../src/prompt/features-of.js';
import { reader } from '../../src/prompt/reader.js';
import { openBench } from '../fixtures/gate-bench.js';
import { requestOf } from '../fixtures/rule-input.js';

describe('filing a prompt', () => {
  it('stores how it was read, and the marks to find it again', () => {
    const { reading, marks } = filed(requestOf({ prompt: 'a fox, 8k' }));
    expect(reading).toMatchObject({ reader, features: { key: 'fox', decoration: ['8k'] } });
    expect(soughtFor(requestOf({ prompt: 'fox' }))).toEqual(marks);
  });

  it.each([
    ['spoken text', { kind: 'voice', prompt: 'Hello there' }],
    ['a call without a prompt', { prompt: ' ' }],
  ] as const)('leaves %s to be found by its key', (_, change) => {
    expect(filed(requestOf(change)).marks).toEqual([]);
    expect(soughtFor(requestOf(change))).toEqual([]);
  });
});

describe('filing anew', () => {
  it('goes on until every take of the project is filed by this reader', async () => {
    const bench = await openBench();
    for (const prompt of ['a fox', 'a boat', 'a pier']) await bench.run(prompt);
    const takes = await bench.store.takes({ project: 'poster' });
    const old = takes.map(({ id }) => ({ take: id, reading: { ...filed(requestOf()).reading, reader: 1 }, marks: [] }));
    await bench.store.file(old);
    expect(await fileSome(bench.store, 'poster', 2)).toBe(true);
    expect(await fileSome(bench.store, 'poster', 2)).toBe(false);
    expect(await bench.store.unfiled('poster', reader, 10)).toEqual([]);
    expect((await bench.store.takes({ project: 'poster' })).map((take) => take.reading?.features.key)).toEqual([
      'pier',
      'boat',
      'fox',
    ]);
  });

  it('takes up what was filed under another reading', async () => {
    const bench = await openBench();
    await bench.run('a foggy pier');
    const reading = { ...usualReading, boosters: ['foggy'] };
    expect(await fileSome(bench.store, 'poster', 2)).toBe(false);
    expect(await bench.store.unfiled('poster', readerOf(reading), 10)).toHaveLength(1);
    await fileSome(bench.store, 'poster', 2, reading);
    const [take] = await bench.store.takes({ project: 'poster' });
    expect(take?.reading?.features.key).toBe('pier');
    expect(
      await bench.store.similar({
        project: 'poster',
        marks: soughtFor(requestOf({ prompt: 'pier' }), reading),
        limit: 5,
      }),
    ).toHaveLength(1);
  });
});
