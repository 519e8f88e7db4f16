import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { takePlannedFault } from '../../src/studio/faults.js';

describe('takePlannedFault', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'studio-faults-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('takes one entry a call and leaves the rest on file', () => {
    const file = join(folder, 'plan.json');
    writeFileSync(file, '["hang", null, "twice"]');
    expect(takePlannedFault(file)).toBe('hang');
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual([null, 'twice']);
    expect(takePlannedFault(file)).toBeUndefined();
    expect(takePlannedFault(file)).toBe('twice');
    expect(takePlannedFault(file)).toBeUndefined();
  });
});
