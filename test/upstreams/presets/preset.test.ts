import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { presetContract, type ToolList } from '../../../src/testing/preset-contract.js';
import { presets } from '../../../src/upstreams/presets/index.js';

const folder = new URL('../../fixtures/tools/', import.meta.url);
const lists = readdirSync(folder).filter((file) => file.endsWith('.json'));
const listOf = (file: string): ToolList => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as ToolList;

describe('the presets', () => {
  it('stand each beside the tool list of its server, and the other way round', () => {
    expect(presets.map(({ name }) => `${name}.json`).sort()).toEqual([...lists].sort());
  });

  it.each(lists)('have a licence for %s that lets its facts be recorded', (file) => {
    const { license, origin, tools } = listOf(file);
    if (origin === 'recorded') expect(['MIT', 'Apache-2.0', 'ISC']).toContain(license);
    expect(tools.length).toBeGreaterThan(0);
  });
});

describe.each(presets)('the preset $name', (preset) => {
  presetContract(preset, listOf(`${preset.name}.json`), { describe, it, expect });
});
