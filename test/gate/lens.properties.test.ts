import fc from '../setup/properties.js';
import { describe, expect, it } from 'vitest';
import { applyFix } from '../../src/gate/apply-fix.js';
import { readRequest, type ToolView } from '../../src/gate/lens.js';
import { quoteOf } from '../../src/ledger/quote-of.js';
import { canonicalJson } from '../../src/model/canonical-json.js';
import { isJsonObject, type JsonObject } from '../../src/model/json.js';
import { profileSchema } from '../../src/model/profile.js';
import { pictureTool } from '../fixtures/gate-bench.js';

/** A tool that reads every part of a request, some from nested objects, and whose schema fills in defaults. */
const tool: ToolView = {
  ...pictureTool(),
  profile: profileSchema.parse({
    paid: true,
    kindBy: { argument: 'model', kinds: { best: 'video', 'draft*': 'image', '*': 'upscale' } },
    arguments: {
      ...{ prompt: 'prompt', negativePrompt: 'options.not', count: 'options.count', model: 'model', width: 'width' },
      ...{ height: 'height', size: 'size', aspect: 'aspect', seconds: 'seconds', audio: 'audio', seed: 'seed' },
      inputs: ['image', 'options.refs'],
    },
    price: { unit: 'output', credits: 5, models: { best: { credits: 50, tier: 'premium' } } },
  }),
  schema: {
    properties: {
      model: { default: 'draft' },
      width: { default: 512 },
      options: { type: 'object', properties: { count: { default: 1 }, not: { default: 'fog' } } },
    },
  },
};

/** Keys that the tool knows, and keys that reach into prototypes where objects are handled carelessly. */
const key = fc.constantFrom(
  ...['prompt', 'options', 'count', 'not', 'refs', 'model', 'width', 'height', 'size', 'aspect', 'seconds', 'audio'],
  ...['seed', 'image', '__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', ''],
);
const leaf = fc.oneof(
  fc.constantFrom<unknown>(null, true, false, 0, -0, 1, 4, 1.5, -1, 1e308, '4', ' 5s ', 'best', '640x480', ''),
  fc.string(),
  fc.double({ noNaN: true }),
);
const { value } = fc.letrec<{ value: unknown; object: JsonObject }>((tie) => ({
  value: fc.oneof({ maxDepth: 4 }, leaf, fc.array(tie('value'), { maxLength: 3 }), tie('object')),
  object: fc
    .array(fc.tuple(key, tie('value')), { maxLength: 6 })
    // Entries become own keys, as JSON text makes them, `__proto__` included.
    .map(fromEntries),
}));
const call = fc.array(fc.tuple(key, value), { maxLength: 8 }).map(fromEntries);

function fromEntries(entries: readonly (readonly [string, unknown])[]): JsonObject {
  const text = entries.map(([name, content]) => `${JSON.stringify(name)}:${JSON.stringify(content)}`).join(',');
  return JSON.parse(`{${text}}`) as JsonObject;
}

describe('any call at all, seen through the lens of its tool', () => {
  it('is read or refused by name, and never breaks the reading', () => {
    fc.assert(
      fc.property(fc.oneof(call, value), (given) => {
        const read = readRequest(tool, given);
        if ('server' in read) {
          expect(Number.isInteger(read.count) && read.count >= 1 && read.count <= 1000).toBe(true);
          for (const size of [read.width, read.height, read.seconds]) {
            if (size !== undefined) expect(size > 0 && Number.isFinite(size)).toBe(true);
          }
        } else {
          expect(read.length).toBeGreaterThan(0);
          for (const problem of read) expect(problem.found.length).toBeLessThanOrEqual(80);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is sent as it came when nothing has to be fixed, and judged with the defaults filled in', () => {
    fc.assert(
      fc.property(call, (given) => {
        const read = readRequest(tool, given);
        if (!('server' in read)) return;
        const kept = applyFix(tool, read, { count: read.count });
        expect(kept).toBe(read);
        expect(canonicalJson(read.sent)).toBe(canonicalJson(given));
        for (const name of Object.keys(given)) {
          const [before, after] = [given[name], read.arguments[name]];
          const isFilled = name === 'options' && isJsonObject(before);
          if (!isFilled) expect(canonicalJson(after)).toBe(canonicalJson(before));
        }
        expect(Object.getPrototypeOf(read.arguments)).toBe(Object.prototype);
      }),
      { numRuns: 500 },
    );
  });

  it('differs after a fix in nothing but the count', () => {
    fc.assert(
      fc.property(call, fc.integer({ min: 2, max: 900 }), (given, count) => {
        const options = isJsonObject(given['options']) ? given['options'] : {};
        const read = readRequest(tool, { ...given, options: { ...options, count } });
        if (!('server' in read)) return;
        const fixed = applyFix(tool, read, { count: 1 });
        expect(fixed).toMatchObject({ count: 1 });
        const expected = readRequest(tool, { ...given, options: { ...options, count: 1 } });
        expect(canonicalJson(fixed)).toBe(canonicalJson(expected));
      }),
    );
  });

  it('has a price that is a whole number of micro-credits, or none', () => {
    fc.assert(
      fc.property(call, (given) => {
        const read = readRequest(tool, given);
        if (!('server' in read)) return;
        const quote = quoteOf(tool.profile, read);
        if (quote.status !== 'unknown') expect(Number.isSafeInteger(quote.upper) && quote.upper > 0).toBe(true);
      }),
    );
  });

  it('leaves the prototypes of all objects alone', () => {
    fc.assert(
      fc.property(call, (given) => {
        const read = readRequest(tool, given);
        if ('server' in read) applyFix(tool, read, { count: 1 });
        expect(Object.keys(Object.prototype)).toEqual([]);
        expect(({} as JsonObject)['count']).toBeUndefined();
      }),
    );
  });

  it('is refused when it is nested far deeper than any call that is meant', () => {
    const nested = JSON.parse(`${'['.repeat(5000)}${']'.repeat(5000)}`) as unknown;
    for (const name of ['image', 'prompt', 'seed', 'style']) {
      expect(readRequest(tool, { prompt: 'a fox', [name]: nested })).toMatchObject([{ path: 'arguments' }]);
    }
  });
});
