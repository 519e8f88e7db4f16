import { describe, expect, it } from 'vitest';
import { headersOfCall, mirroredHeaders } from '../../src/upstreams/mirrored-headers.js';

const schema = {
  type: 'object',
  properties: {
    region: { type: 'string', 'x-mcp-header': 'Region' },
    level: { type: 'integer', 'x-mcp-header': 'Level' },
    dry: { type: 'boolean', 'x-mcp-header': 'Dry' },
    prompt: { type: 'string' },
    place: { type: 'object', properties: { city: { type: 'string', 'x-mcp-header': 'City' } } },
    bad: { type: 'string', 'x-mcp-header': 'not a token' },
  },
};

describe('arguments that a server wants as headers too', () => {
  it('are those whose schema names one, at any depth', () => {
    const args = { region: 'eu west', level: 3, dry: false, prompt: 'p', place: { city: 'Ulm' }, bad: 'x' };
    expect(mirroredHeaders(schema, args)).toEqual({
      'Mcp-Param-Region': 'eu west',
      'Mcp-Param-Level': '3',
      'Mcp-Param-Dry': 'false',
      'Mcp-Param-City': 'Ulm',
    });
  });

  it.each(['Zürich', ' eu', 'eu ', '', 'a\nb', '=?base64?eA==?='])(
    'are encoded where a header cannot carry %j',
    (region) => {
      const header = mirroredHeaders(schema, { region })['Mcp-Param-Region'] ?? '';
      const [, encoded = ''] = /^=\?base64\?(.*)\?=$/.exec(header) ?? [];
      expect(Buffer.from(encoded, 'base64').toString()).toBe(region);
    },
  );

  it('are left out where there is nothing to carry', () => {
    expect(mirroredHeaders(schema, { region: null, level: 1.5, dry: ['x'], place: 'Ulm' })).toEqual({});
    expect(mirroredHeaders(undefined, {})).toEqual({});
    expect(mirroredHeaders(schema, undefined)).toEqual({});
  });

  it('are found by the tool that is called', () => {
    const tools = [{ name: 'other' }, { name: 'draw', inputSchema: schema }];
    expect(headersOfCall(tools, { name: 'draw', arguments: { region: 'eu' } })).toEqual({ 'Mcp-Param-Region': 'eu' });
    expect(headersOfCall(tools, { name: 'nobody', arguments: { region: 'eu' } })).toEqual({});
    expect(headersOfCall(undefined, undefined)).toEqual({});
  });
});
