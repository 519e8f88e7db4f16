import { describe, expect, it } from 'vitest';
import { classifyTool } from '../../../src/upstreams/classify/classify-tool.js';
import type { Part } from '../../../src/upstreams/classify/words/arguments.js';
import { knownTools } from './fixtures/tools.js';

describe('a tool is read rightly where', () => {
  it.each(knownTools.map((known) => ({ ...known, name: known.tool.name })))(
    '$trap: $name',
    ({ tool, kind, paid, reads = {} }) => {
      const classification = classifyTool(tool, { server: 'acme' });
      expect(classification.paid, JSON.stringify(classification.why)).toBe(paid);
      expect([kind].flat(), JSON.stringify(classification.why)).toContain(classification.kind);
      for (const [part, path] of Object.entries(reads)) {
        const wanted = path === undefined ? undefined : [path].flat();
        expect(classification.arguments[part as Part], part).toEqual(wanted);
      }
    },
  );
});
