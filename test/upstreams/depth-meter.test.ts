import fc from '../setup/properties.js';
import { expect, it } from 'vitest';
import { isDeeper } from '../../src/model/json-depth.js';
import { DepthMeter } from '../../src/upstreams/depth-meter.js';

function measured(text: string): number {
  const meter = new DepthMeter();
  for (const byte of Buffer.from(text)) meter.take(byte);
  return meter.deepest;
}

it('agrees with the depth of the value, whatever stands in its texts', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
      const depth = measured(JSON.stringify(value));
      expect(isDeeper(value, depth)).toBe(false);
      if (depth > 0) expect(isDeeper(value, depth - 1)).toBe(true);
    }),
  );
});

it('is not led astray by a quote before the text begins', () => {
  expect(measured('id: "\ndata: [[[[]]]]')).toBe(4);
});

it('begins anew', () => {
  const meter = new DepthMeter();
  for (const byte of Buffer.from('[[["open')) meter.take(byte);
  meter.reset();
  expect(meter.deepest).toBe(0);
  for (const byte of Buffer.from('{}')) meter.take(byte);
  expect(meter.deepest).toBe(1);
});
