import { EventEmitter } from 'node:events';
import type { spawn } from 'node:child_process';
import { describe, expect, it, vi } from 'vitest';
import { startOnDemand } from '../../../src/cli/dashboard/start-on-demand.js';

function starter(address: () => string | undefined) {
  const children: EventEmitter[] = [];
  const launch = vi.fn(() => {
    const child = Object.assign(new EventEmitter(), { unref: () => undefined });
    children.push(child);
    return child;
  });
  const demanded = { program: '/dist/greenlight.cjs', options: ['--config', 'file'], address };
  return { start: startOnDemand(demanded, launch as unknown as typeof spawn), launch, children };
}

describe('startOnDemand', () => {
  it('starts one process of its own, however many requests wait, and another once that has ended', () => {
    const { start, launch, children } = starter(() => undefined);
    start();
    start();
    expect(launch).toHaveBeenCalledTimes(1);
    const line = ['/dist/greenlight.cjs', 'dashboard', '--config', 'file'];
    expect(launch).toHaveBeenCalledWith(process.execPath, line, { detached: true, stdio: 'ignore' });
    children[0]?.emit('exit', 1);
    start();
    expect(launch).toHaveBeenCalledTimes(2);
  });

  it('starts none beside one that runs', () => {
    const { start, launch } = starter(() => 'http://127.0.0.1:4000/');
    start();
    expect(launch).not.toHaveBeenCalled();
  });
});
