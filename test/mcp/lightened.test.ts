import { describe, expect, it, vi } from 'vitest';
import { lightened } from '../../src/mcp/lightened.js';
import { fakeTool } from '../fixtures/fake-upstreams.js';

const log = { debug: vi.fn(), info: vi.fn(), warn: vi.fn(), error: vi.fn() };
const tool = fakeTool('up', 'look');
const heavy = { content: ['much'] };

describe('a free result', () => {
  it('is what is left of it without media', async () => {
    const result = vi.fn(async () => ({ content: ['a link'] }));
    expect(await lightened({ lighten: { aboveBytes: 1, result }, log }, tool, heavy)).toEqual({ content: ['a link'] });
    expect(result).toHaveBeenCalledWith(tool, heavy);
  });

  it('stays as it came where nobody takes media out', async () => {
    expect(await lightened({ log }, tool, heavy)).toBeUndefined();
  });

  it('stays as it came when that breaks, and the log says so', async () => {
    const result = () => Promise.reject(new Error('broken'));
    expect(await lightened({ lighten: { aboveBytes: 1, result }, log }, tool, heavy)).toBeUndefined();
    expect(log.warn).toHaveBeenCalledWith({ tool: 'up_look', error: 'Error: broken' }, expect.any(String));
  });
});
