import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { CommandBench } from '../scenarios/parts/command.js';

const open: CommandBench[] = [];
async function benchOf(): Promise<CommandBench> {
  const bench = await CommandBench.open();
  open.push(bench);
  return bench;
}
afterEach(async () => {
  await Promise.all(open.splice(0).map((bench) => bench.close()));
});

describe('greenlight demo', () => {
  it('plays in a folder of its own and leaves a project to look at', async () => {
    const bench = await benchOf();
    const ended = await bench.bare(['demo', 'play', '--json']);
    expect(ended.exitCode).toBe(0);
    expect(ended.errors).toContain('equal');
    const told = JSON.parse(ended.output) as { config: string };
    const report = await bench.bare(['report', '--json', '--config', told.config]);
    expect(JSON.parse(report.output)).toMatchObject({ paid: 380 });
    writeFileSync(join(bench.folder, 'mine.txt'), 'mine');
    expect((await bench.bare(['demo', '.'])).exitCode).toBe(1);
    expect(readFileSync(join(bench.folder, 'mine.txt'), 'utf8')).toBe('mine');
  });
});
