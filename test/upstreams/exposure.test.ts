import { describe, expect, it } from 'vitest';
import { reservedNames } from '../../src/gate/exposed-name.js';
import { expose } from '../../src/upstreams/exposure.js';

const tool = (name: unknown) => ({ name, inputSchema: { type: 'object' } });

describe('the exposure of tools', () => {
  it('names each tool by its prefix and keeps the definition as it is', () => {
    const definition = { ...tool('draw'), xVendor: 1 };
    const { tools } = expose([{ server: 'a', prefix: 'a_', items: [definition] }], 'tool');
    expect(tools).toEqual([{ server: 'a', name: 'draw', exposed: 'a_draw', definition }]);
    expect(tools[0]?.definition).toBe(definition);
  });

  it.each(reservedNames)('leaves out a tool that would be called %s', (name) => {
    const { tools, problems } = expose([{ server: 'a', prefix: '', items: [tool(name), tool('draw')] }], 'tool');
    expect(tools.map(({ exposed }) => exposed)).toEqual(['draw']);
    expect(problems.get('a')?.[0]).toContain(`"${name}" is a name of the gateway's own`);
  });

  it('lets a prompt have the name of an own tool', () => {
    expect(expose([{ server: 'a', prefix: '', items: [tool('plan')] }], 'prompt').tools).toHaveLength(1);
  });

  it('keeps the first of two tools with one name, also when the second comes from the same server', () => {
    const parts = [
      { server: 'a', prefix: 'x_', items: [tool('draw'), tool('draw')] },
      { server: 'b', prefix: 'x_', items: [tool('draw'), tool('sing')] },
    ];
    const { tools, problems, byName } = expose(parts, 'tool');
    expect(tools.map(({ server, exposed }) => [server, exposed])).toEqual([
      ['a', 'x_draw'],
      ['b', 'x_sing'],
    ]);
    expect(byName.get('x_draw')?.server).toBe('a');
    expect([...problems.keys()]).toEqual(['a', 'b']);
  });

  it('leaves out what has no name', () => {
    const { tools, problems } = expose([{ server: 'a', prefix: '', items: [tool(undefined), tool('')] }], 'tool');
    expect(tools).toEqual([]);
    expect(problems.get('a')).toHaveLength(2);
  });
});
