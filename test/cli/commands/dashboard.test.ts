import { describe, expect, it } from 'vitest';
import { openDashboard } from '../../../src/cli/commands/dashboard.js';
import { dashboardAddress } from '../../../src/cli/dashboard/address.js';
import { openRoom } from '../dashboard/kit.js';
import { fakeShell } from '../fake-desk.js';

describe('openDashboard', () => {
  it('answers until it is closed, and is found meanwhile', async () => {
    const { file, settings } = openRoom();
    const { config } = settings();
    const running = await openDashboard({ config: file, port: 0 }, fakeShell());
    expect(dashboardAddress(config)).toBe(running.url);
    expect(await (await fetch(`${running.url}api/door`)).json()).toMatchObject({ state: 'first', project: 'poster' });
    const port = Number(new URL(running.url).port);
    await expect(openDashboard({ config: file, port }, fakeShell())).rejects.toMatchObject({ code: 'port-taken' });
    await running.close();
    expect(dashboardAddress(config)).toBeUndefined();
  });

  it('needs a store that others can open', async () => {
    const { file } = openRoom({ store: 'memory' });
    await expect(openDashboard({ config: file }, fakeShell())).rejects.toMatchObject({ code: 'store-memory' });
  });
});
