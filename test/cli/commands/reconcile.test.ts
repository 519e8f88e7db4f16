import { describe, expect, it } from 'vitest';
import { addReconcile, reconcile } from '../../../src/cli/commands/reconcile.js';
import { Command } from 'commander';
import type { JobAnswer } from '../../../src/gate/job-port.js';
import { openBench, pictureTool } from '../../fixtures/gate-bench.js';
import { parseConfig } from '../../../src/config.js';
import { countedBar, fakeShell } from '../fake-desk.js';

const tool = pictureTool({
  outcome: { job: { id: 'job', status: { tool: 'status', argument: 'id', state: 'state', succeeded: ['done'] } } },
});

/** An engine with a take that waits for job `j-1`, of which the provider says what is given. */
async function openEngine(answer: JobAnswer) {
  const jobs = { profileOf: () => tool.profile, ask: async () => answer };
  const bench = await openBench({ tools: [tool], ports: { jobs } });
  bench.respondWith({ kind: 'answer', result: { job: 'j-1' } });
  await bench.run('a fox in snow', {}, { shot: 'fox' });
  const { store, ports, gate } = bench;
  const config = parseConfig({ project: 'poster' });
  return { ...bench, engine: { config, store, ports, gate, close: async () => undefined } };
}

describe('reconciling', () => {
  it('settles what has ended, and leaves nothing to ask for', async () => {
    const { engine } = await openEngine({ kind: 'answer', result: { state: 'done' } });
    const { progress, drawn } = countedBar();
    const first = await reconcile(engine, fakeShell({ progress }));
    expect(drawn).toEqual(['Jobs', 1, 'one more', 'end']);
    expect(first.unasked).toBe(0);
    expect(first.answer.text).toMatch(/t_\d+ +studio\.generate_image +j-1 +<green:posted *> +5/);
    expect(first.answer.data).toMatchObject({ asked: [{ state: 'posted', paid: 5, job: 'j-1', trouble: null }] });
    const second = await reconcile(engine, fakeShell());
    expect(second.answer.text).toBe('No take in poster waits for a job at a provider.');
  });

  it('shows what still runs', async () => {
    const { engine } = await openEngine({ kind: 'answer', result: { state: 'queued' } });
    const { answer, unasked } = await reconcile(engine, fakeShell());
    expect(unasked).toBe(0);
    expect(answer.text).toMatch(/j-1 +running +5/);
  });

  it('counts what could not be asked for, and says why', async () => {
    const { engine } = await openEngine({ kind: 'unreachable', why: 'the server does not answer' });
    const { answer, unasked } = await reconcile(engine, fakeShell());
    expect(unasked).toBe(1);
    expect(answer.text).toContain('the server does not answer');
    expect(answer.text).toContain('1 could not be asked for');
  });

  it('lists takes without a job with what the person can do, in a form that cannot move the cursor', async () => {
    const { engine, run, respondWith, store } = await openEngine({ kind: 'answer', result: { state: 'done' } });
    respondWith({ kind: 'lost', why: 'closed' });
    await run('a grey hare', {}, { shot: 'hare' });
    const [take] = await store.takes({ project: 'poster', state: 'in_doubt' });
    const { answer } = await reconcile(engine, fakeShell());
    expect(answer.text).toContain(`greenlight takes release ${take?.id ?? ''}`);
    expect(answer.text).not.toContain('\u001b');
    expect(answer.data).toMatchObject({ withoutJob: [{ take: take?.id }] });
  });

  it('is a command that says how it ends', () => {
    const program = new Command();
    const shell = fakeShell();
    program.configureOutput({ writeOut: (text) => shell.print(text) });
    addReconcile(program, shell);
    program.commands[0]?.outputHelp();
    expect(shell.printed.join('')).toContain('with 1 when one could not');
  });
});
