import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inspected, setTools } from '../../../src/cli/commands/inspect.js';
import type { Heard } from '../../../src/cli/listen.js';
import { parseConfig } from '../../../src/config.js';
import { fakeShell } from '../fake-desk.js';

const schema = { type: 'object', properties: { prompt: {}, n: {} } };
const heard: Heard = {
  tools: [
    { server: 'shop', name: 'draw', exposed: 'shop_draw', definition: { name: 'draw', inputSchema: schema } },
    { server: 'shop', name: 'list', exposed: 'shop_list', definition: { name: 'list' } },
  ],
  servers: [
    {
      server: 'gone',
      state: 'failed',
      target: 'gone',
      tools: 0,
      cached: false,
      problems: ['It did not start.\u001b[2J'],
    },
  ],
};
const config = { servers: { shop: { command: 'shop', tools: { list: 'free' as const } }, gone: { command: 'gone' } } };

describe('inspected', () => {
  it('shows tools, what is not known with its commands, and servers in trouble', () => {
    const { text, data } = inspected(heard, parseConfig(config), fakeShell());
    expect(text).toMatch(/shop +list +<green:free +> +config/);
    expect(text).toMatch(/shop +draw +image +<yellow:unknown> +\? +classifier +name “draw” \(make\)/);
    expect(text).toContain('  greenlight inspect --set shop.draw=paid:image:CREDITS');
    expect(text).toContain('<red:gone: It did not start.·[2J>');
    expect(data).toMatchObject({
      tools: [
        { tool: 'draw', cost: 'unknown' },
        { tool: 'list', cost: 'free' },
      ],
    });
  });

  it('says when there are no tools', () => {
    expect(inspected({ tools: [], servers: [] }, parseConfig({}), fakeShell()).text).toContain('No tools');
  });
});

describe('setTools', () => {
  let folder = '';
  let file = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'greenlight-inspect-'));
    file = join(folder, 'greenlight.json');
    writeFileSync(file, `// mine\n${JSON.stringify(config)}`);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('writes all wishes in one step, arguments read from the schema', () => {
    const wishes = [
      { server: 'shop', tool: 'draw', paid: true, kind: 'image', credits: 5 },
      { server: 'gone', tool: 'anything', paid: false },
    ] as const;
    const { text } = setTools(file, wishes, heard, fakeShell());
    expect(text).toContain('shop.draw is paid, kind image, 5 credits per call.');
    const written = readFileSync(file, 'utf8');
    expect(written).toMatch(/^\/\/ mine/);
    expect(JSON.parse(written.replace('// mine', ''))).toMatchObject({
      servers: {
        shop: {
          tools: { draw: { arguments: { prompt: 'prompt', count: 'n' }, price: { credits: 5, asOf: '2026-11-22' } } },
        },
        gone: { tools: { anything: 'free' } },
      },
    });
  });

  it('writes nothing when one of them is a slip of the pen', () => {
    const before = readFileSync(file, 'utf8');
    const wishes = ['draw', 'drwa'].map((tool) => ({ server: 'shop', tool, paid: false }));
    expect(() => setTools(file, wishes, heard, fakeShell())).toThrow('no-such-tool');
    expect(readFileSync(file, 'utf8')).toBe(before);
  });
});
