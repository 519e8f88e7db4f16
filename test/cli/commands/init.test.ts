import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { starterConfig, writeStarter } from '../../../src/cli/commands/init.js';
import { configPresets } from '../../../src/config-presets.js';
import { loadConfig, parseConfig } from '../../../src/config.js';
import { fakeShell } from '../fake-desk.js';

const launcher = { command: '/usr/bin/node', args: ['/opt/green light/greenlight.js'] };
const { texts } = fakeShell();
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'greenlight-init-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('starterConfig', () => {
  it.each([true, false])('is a config that loads (with studio: %s)', (studio) => {
    const file = join(folder, 'greenlight.json');
    const text = starterConfig(texts, '/home/me/Winter Posters (2)', launcher, { studio });
    writeFileSync(file, text);
    const config = loadConfig(file);
    expect(config.project).toBe('Winter-Posters-2');
    expect(Object.keys(config.servers)).toEqual(studio ? ['studio'] : []);
    expect(text).toMatch(/^ {2}\/\/ /m);
    if (studio) {
      expect(config.servers['studio']).toMatchObject({
        command: '/usr/bin/node',
        args: ['/opt/green light/greenlight.js', 'studio'],
        preset: 'studio',
      });
    }
  });

  it.each(Object.keys(configPresets))('takes preset %s as it is', (preset) => {
    const file = join(folder, 'greenlight.json');
    writeFileSync(file, starterConfig(texts, '/default', launcher, { studio: false, preset }));
    expect(loadConfig(file)).toEqual(parseConfig({ preset, mode: 'enforce' }));
  });

  it('has a name for a folder that has none', () => {
    expect(starterConfig(texts, '/', launcher, { studio: false })).toContain('"project": "default"');
  });

  it('says the same as the defaults', () => {
    const file = join(folder, 'greenlight.json');
    writeFileSync(file, starterConfig(texts, '/default', launcher, { studio: false }));
    const empty = join(folder, 'empty.json');
    writeFileSync(empty, '{}');
    expect(loadConfig(file)).toEqual(loadConfig(empty));
  });
});

describe('writeStarter', () => {
  it('says how clients come to use it', () => {
    const file = join(folder, 'new', 'greenlight.json');
    const { text, data } = writeStarter({ texts }, file, launcher, { studio: false });
    expect(text).toContain(
      `claude mcp add greenlight -- /usr/bin/node '/opt/green light/greenlight.js' serve --config ${file}`,
    );
    expect(text).toContain('greenlight password set');
    expect(data).toMatchObject({ mcpServers: { greenlight: { command: '/usr/bin/node' } } });
  });

  it('never overwrites', () => {
    const file = join(folder, 'greenlight.json');
    writeFileSync(file, 'mine');
    expect(() => writeStarter({ texts }, file, launcher, { studio: true })).toThrow('file-exists');
    expect(readFileSync(file, 'utf8')).toBe('mine');
  });
});
