import { expect, it } from 'vitest';
import { launcherOf } from '../../src/cli/launcher.js';

it('starts an installed program by its own path', () => {
  expect(launcherOf('/opt/greenlight/dist/greenlight.cjs', '/usr/bin/node')).toEqual({
    command: '/usr/bin/node',
    args: ['/opt/greenlight/dist/greenlight.cjs'],
  });
});

it('does not write down a folder that npx will throw away', () => {
  expect(
    launcherOf('/home/me/.npm/_npx/1a2b/node_modules/greenlight-mcp/dist/greenlight.cjs', '/usr/bin/node'),
  ).toEqual({
    command: 'npx',
    args: ['-y', 'greenlight-mcp'],
  });
});
