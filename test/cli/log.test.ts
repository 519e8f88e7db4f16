import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { openLog } from '../../src/cli/log.js';

const script = `
  import { openLog } from './src/cli/log.ts';
  const log = openLog('info');
  log.debug({}, 'too quiet');
  log.warn({ server: 'shop', env: { KEY: 'hush-1' }, nested: { token: 'hush-2' }, arguments: 'hush-3' }, 'heard');
`;

describe('openLog', () => {
  it('writes to standard error only, without secrets, from its level on', async () => {
    const { build } = await import('esbuild');
    const stdin = { contents: script, resolveDir: process.cwd(), loader: 'ts' } as const;
    const { outputFiles } = await build({ stdin, bundle: true, platform: 'node', format: 'cjs', write: false });
    const { stdout, stderr } = spawnSync(process.execPath, ['-'], {
      input: outputFiles[0]?.text ?? '',
      encoding: 'utf8',
    });
    expect(stdout).toBe('');
    expect(stderr).toContain('"msg":"heard"');
    expect(stderr).toContain('"server":"shop"');
    expect(stderr).not.toContain('hush');
    expect(stderr).not.toContain('too quiet');
  });

  it('says nothing where silence was asked for', () => {
    expect(() => openLog('silent').error({}, 'nothing')).not.toThrow();
  });
});
