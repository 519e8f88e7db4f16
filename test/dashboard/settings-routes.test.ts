import { describe, expect, it, vi } from 'vitest';
import { settingsRoutes } from '../../src/dashboard/settings-routes.js';
import { ask, openDashboard } from './bench.js';

describe('rules and servers', () => {
  it('are looked at', async () => {
    const routes = settingsRoutes((await openDashboard()).desk);
    expect((await ask(routes, '/rules')).data).toMatchObject({ levels: [] });
    expect((await ask(routes, '/servers')).data).toMatchObject({ servers: [] });
  });

  it('are set in the person’s name, with exactly what was sent', async () => {
    const [setLevel, settleTool, trustTool] = [vi.fn(), vi.fn(), vi.fn()];
    const routes = settingsRoutes((await openDashboard({ setLevel, settleTool, trustTool })).desk);
    await ask(routes, '/rules', { code: 'rerun/certain', level: 'ask' });
    expect(setLevel).toHaveBeenCalledWith({ code: 'rerun/certain', level: 'ask' }, 'person');
    await ask(routes, '/servers/studio/tools/draw%2Fone', { cost: 'paid', credits: 4 });
    expect(settleTool).toHaveBeenCalledWith('studio', 'draw/one', { cost: 'paid', credits: 4 }, 'person');
    expect((await ask(routes, '/servers/studio/tools/draw/trust', {})).status).toBe(200);
    expect(trustTool).toHaveBeenCalledWith('studio', 'draw', 'person');
  });

  it.each([
    ['/rules', { code: 'x' }],
    ['/rules', { code: 'x', level: 'ask', who: 'person' }],
    ['/servers/s/tools/t', { cost: 'cheap' }],
    ['/servers/s/tools/t', { cost: 'paid', credits: -1 }],
    ['/servers/s/tools/t/trust', { all: true }],
  ])('are not set by %s with %j', async (path, body) => {
    const set = vi.fn();
    const routes = settingsRoutes((await openDashboard({ setLevel: set, settleTool: set, trustTool: set })).desk);
    expect((await ask(routes, path, body)).status).toBe(400);
    expect(set).not.toHaveBeenCalled();
  });

  it('say why something could not be set', async () => {
    const trustTool = async () => ({ problem: 'no-such-tool', facts: { server: 's', tool: 't', known: [] } });
    const routes = settingsRoutes((await openDashboard({ trustTool })).desk);
    expect(await ask(routes, '/servers/s/tools/t/trust', {})).toMatchObject({
      status: 404,
      data: { code: 'no-such-tool' },
    });
  });
});
