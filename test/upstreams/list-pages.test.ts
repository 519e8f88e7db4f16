import { describe, expect, it } from 'vitest';
import type { UpstreamOutcome } from '../../src/gate/upstream-port.js';
import { changedKinds, fetchList } from '../../src/upstreams/list-pages.js';
import type { ListSource } from '../../src/upstreams/list-pages.js';

function source(pages: Record<string, unknown>[], capabilities: object = { tools: {}, resources: {} }) {
  const asked: unknown[] = [];
  const made: ListSource = {
    capabilities: { ...capabilities },
    request: async (method, params): Promise<UpstreamOutcome> => {
      asked.push([method, params]);
      return { kind: 'result', result: pages[asked.length - 1] ?? {} };
    },
  };
  return { made, asked };
}

const failing = (code: number): ListSource => ({
  capabilities: { tools: {} },
  request: async () => ({ kind: 'failure', failure: { kind: 'protocol-error', server: 'a', code, message: 'no' } }),
});

describe('reading a list', () => {
  it('follows the pages to the end', async () => {
    const { made, asked } = source([{ tools: [{ name: 'a' }], nextCursor: 'x' }, { tools: [{ name: 'b' }] }]);
    expect(await fetchList(made, 'tools', 5)).toEqual([{ name: 'a' }, { name: 'b' }]);
    expect(asked).toEqual([
      ['tools/list', {}],
      ['tools/list', { cursor: 'x' }],
    ]);
  });

  it('stops when a page leads back to one that was read', async () => {
    const page = { tools: [{ name: 'a' }], nextCursor: 'x' };
    const { made, asked } = source([page, page, page, page]);
    expect(await fetchList(made, 'tools', 5)).toHaveLength(2);
    expect(asked).toHaveLength(2);
  });

  it('asks nothing of a server that does not offer the kind', async () => {
    const { made, asked } = source([]);
    expect(await fetchList(made, 'prompts', 5)).toEqual([]);
    expect(asked).toEqual([]);
  });

  it('keeps only objects, whatever else a server puts in', async () => {
    const { made } = source([{ resourceTemplates: [1, null, { uriTemplate: 'x' }, 'y'] }]);
    expect(await fetchList(made, 'resourceTemplates', 5)).toEqual([{ uriTemplate: 'x' }]);
    expect(await fetchList(source([{ resources: 'none' }]).made, 'resources', 5)).toEqual([]);
  });

  it('takes an unknown method for an empty list, and throws for any other error', async () => {
    expect(await fetchList(failing(-32601), 'tools', 5)).toEqual([]);
    await expect(fetchList(failing(-32603), 'tools', 5)).rejects.toThrow('no');
  });

  it('knows that changed resources may be changed templates', () => {
    expect(changedKinds['notifications/resources/list_changed']).toEqual(['resources', 'resourceTemplates']);
    expect(changedKinds['notifications/message']).toBeUndefined();
  });

  it('throws for a list that no model could be shown, and leaves out entries nested without end', async () => {
    const many = Array.from({ length: 5001 }, (_, index) => ({ name: String(index) }));
    await expect(fetchList(source([{ tools: many }]).made, 'tools', 5)).rejects.toThrow('larger than 5000 entries');
    const large = { name: 'a', description: 'x'.repeat(20 * 1024 * 1024) };
    const pages = [
      { tools: [large], nextCursor: 'b' },
      { tools: [large], nextCursor: 'c' },
    ];
    await expect(fetchList(source(pages).made, 'tools', 5)).rejects.toThrow('32 MB');
    const deep = JSON.parse(`${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`) as Record<string, unknown>;
    expect(await fetchList(source([{ tools: [deep, { name: 'b' }] }]).made, 'tools', 5)).toEqual([{ name: 'b' }]);
  });
});
