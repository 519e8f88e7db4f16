import { describe, expect, it } from 'vitest';
import { acceptTools, showTrust } from '../../../src/cli/commands/trust.js';
import type { Heard } from '../../../src/cli/listen.js';
import { passwordSetting } from '../../../src/approvals/person.js';
import { hashPassword } from '../../../src/approvals/password.js';
import { newPin, pinFirst, pinsOf } from '../../../src/gate/tool-pins.js';
import type { UpstreamStatus } from '../../../src/gate/upstream-port.js';
import { pinnedServer, sha256 } from '../../../src/upstreams/tool-trust.js';
import { fakeDesk, noon } from '../fake-desk.js';

const shop = { command: 'shop', tools: { draw: { paid: true }, list: 'free' as const } };
const at = pinnedServer('shop', shop);
const ready: UpstreamStatus = { server: 'shop', state: 'ready', target: 'shop', tools: 2, cached: false, problems: [] };

function heardOf(draw: string, status: Partial<UpstreamStatus> = {}): Heard {
  const tool = (name: string, description: string) => ({
    server: 'shop',
    name,
    exposed: `shop_${name}`,
    definition: { name, description },
  });
  return { tools: [tool('draw', draw), tool('list', 'Lists.')], servers: [{ ...ready, ...status }] };
}

/** A desk at which both tools are pinned. */
async function desk(secrets: readonly string[] = []) {
  const made = fakeDesk({ config: { servers: { shop } }, secrets });
  const pins = [
    ['draw', 'Draws.'],
    ['list', 'Lists.'],
  ].map(([tool = '', description]) =>
    newPin({ ...at, tool, definition: { name: tool, description } }, { at: 1, who: 'first-use' }, sha256),
  );
  await pinFirst(made.store, pins);
  return made;
}

describe('the list', () => {
  it('shows each tool, what differs, and how to accept it', async () => {
    const { text, data } = await showTrust(await desk(), heardOf('Draws \u001b[2Jmore.'));
    expect(text).toMatch(/shop +draw +other words +<red:held back> +1970-01-01 00:00 +first-use/);
    expect(text).toMatch(/shop +list +as pinned +<green:pass/);
    expect(text).toContain('<red:-  "description": "Draws.",>');
    expect(text).toContain('<green:+  "description": "Draws ⟨U+001B⟩[2Jmore.",>');
    expect(text).toContain('`greenlight trust accept shop`');
    expect(text).toContain('holds characters that cannot be seen');
    expect(data).toMatchObject({
      tools: [
        { tool: 'draw', calls: 'held-back' },
        { tool: 'list', calls: 'pass' },
      ],
    });
  });

  it('says when there is nothing, and which server is in trouble', async () => {
    const { text } = await showTrust(fakeDesk({ config: {} }), {
      tools: [],
      servers: [{ ...ready, problems: ['It broke.'] }],
    });
    expect(text).toContain('No tools');
    expect(text).toContain('<red:shop: It broke.>');
  });
});

describe('accepting', () => {
  it('pins what the server says now, with when and by whose word', async () => {
    const made = await desk();
    const { text, data } = await acceptTools(made, heardOf('Draws more.'), 'shop', []);
    expect(text).toContain('Accepted for shop: draw.');
    expect(text).toContain('No password is set');
    expect(data).toMatchObject({ tools: ['draw'], accepted: true, proof: 'no-password' });
    expect(made.shell.said.join()).toContain('Draws more.');
    expect((await pinsOf(made.store, at)).get('draw')).toMatchObject({
      ...{ at: noon, who: 'client', definition: { description: 'Draws more.' } },
      before: [{ at: 1, who: 'first-use' }],
    });
  });

  it('needs the password where one is set, and changes nothing without it', async () => {
    const made = await desk(['wrong', 'right enough']);
    await made.store.saveSetting(passwordSetting, await hashPassword('right enough'));
    await expect(acceptTools(made, heardOf('Draws more.'), 'shop', [])).rejects.toMatchObject({
      code: 'password-wrong',
    });
    expect((await pinsOf(made.store, at)).get('draw')?.before).toEqual([]);
    await acceptTools(made, heardOf('Draws more.'), 'shop', ['draw']);
    expect((await pinsOf(made.store, at)).get('draw')?.who).toBe('person');
  });

  it('says when nothing changed', async () => {
    const { data } = await acceptTools(await desk(), heardOf('Draws.'), 'shop', []);
    expect(data).toMatchObject({ accepted: false, tools: [] });
  });

  it.each<[string, Partial<UpstreamStatus>, string[], object]>([
    ['a tool that is not there', {}, ['paint'], { code: 'no-such-tool', end: 'missing' }],
    ['a server that only stands in the cache', { cached: true }, [], { code: 'server-unheard', end: 'failed' }],
    ['a server that did not start', { state: 'failed' }, [], { code: 'server-unheard', end: 'failed' }],
  ])('refuses %s', async (_, status, named, error) => {
    await expect(acceptTools(await desk(), heardOf('Draws more.', status), 'shop', named)).rejects.toMatchObject(error);
  });
});
