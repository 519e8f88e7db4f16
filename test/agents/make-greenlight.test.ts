import { describe, expect, it } from 'vitest';
import { createGreenlight, PaidCallError, RefusedError, UnbilledError } from '../../src/index.js';
import type { Checked, Greenlight, LibraryConfig } from '../../src/index.js';
import { adapterContract } from '../../src/testing/adapter-contract.js';

const fox = { prompt: 'A red fox sitting in fresh snow at dawn' };
const setup: LibraryConfig = {
  budgets: [{ scope: 'session', limit: 100 }],
  tools: { draw: { paid: true, kind: 'image', arguments: { prompt: 'prompt', count: 'n' }, price: { credits: 20 } } },
};

async function using(body: (greenlight: Greenlight) => Promise<void>, more: LibraryConfig = {}): Promise<void> {
  const greenlight = await createGreenlight({ ...setup, ...more });
  try {
    await body(greenlight);
  } finally {
    await greenlight.close(0);
  }
}

function allowed(checked: Checked): Extract<Checked, { kind: 'allow' }> {
  if (checked.kind !== 'allow') throw new Error(`expected a green light, got: ${checked.text}`);
  return checked;
}

/** The balance of a session (default: the project's open one), in credits. */
async function balance(greenlight: Greenlight, session?: string): Promise<unknown> {
  const budget = greenlight.tools().find(({ name }) => name === 'budget');
  const accounts = (await budget?.run({}, { session }))?.data['budgets'];
  return Array.isArray(accounts) ? accounts[0] : undefined;
}

describe('a guarded function', () => {
  adapterContract(
    (greenlight, tool, execute) => {
      const guarded = greenlight.guard(tool, execute);
      return async (args, callId) => {
        try {
          const result = await guarded(args, { callId });
          const refused = typeof result === 'object' && result !== null && 'refused' in result && 'text' in result;
          return refused ? { kind: 'refused', text: String(result.text) } : { kind: 'made', result };
        } catch (error) {
          return {
            kind: 'failed',
            text: error instanceof PaidCallError ? error.message : `not ours: ${String(error)}`,
          };
        }
      };
    },
    { describe, it, expect },
  );

  it('throws a refusal when it is asked to', async () => {
    await using(async (greenlight) => {
      const guarded = greenlight.guard('draw', () => 'a picture', { throwOnRefusal: true });
      expect(await guarded(fox)).toBe('a picture');
      await expect(guarded(fox)).rejects.toThrow(RefusedError);
    });
  });

  it('gives its own caller the very object, and an equal call what was stored of it', async () => {
    const made = { picture: new Uint8Array([1, 2, 3]), at: new Date(5), note: undefined };
    await using(async (greenlight) => {
      const guarded = greenlight.guard('draw', () => made);
      expect(await guarded(fox, { callId: 'a' })).toBe(made);
      expect(await guarded(fox, { callId: 'a' })).toEqual({ picture: new Uint8Array([1, 2, 3]), at: new Date(5) });
    });
  });

  it('hands a result that says it failed to its caller, and leaves its money in doubt', async () => {
    await using(async (greenlight) => {
      const guarded = greenlight.guard('draw', () => ({ isError: true, why: 'no picture' }));
      expect(await guarded(fox)).toEqual({ isError: true, why: 'no picture' });
      expect(await balance(greenlight)).toMatchObject({ held: 20, spent: 0 });
    });
  });

  it('waits for an equal call that is made elsewhere', async () => {
    await using(async (greenlight) => {
      const call = { tool: 'draw', arguments: fox };
      const { ticket } = allowed(await greenlight.check(call));
      const waiting = greenlight.run(call, () => Promise.reject(new Error('made twice')));
      // Asked after the call above, so it has been judged when this one is.
      expect((await greenlight.check(call)).kind).toBe('running');
      await greenlight.settle(ticket, { picture: 1 });
      expect(await waiting).toMatchObject({ kind: 'done', take: ticket.take, result: { picture: 1 }, replayed: true });
    });
  });

  it('keeps the cause of a failure', async () => {
    await using(async (greenlight) => {
      const cause = new UnbilledError('the queue is full');
      const guarded = greenlight.guard('draw', () => Promise.reject(cause));
      await expect(guarded(fox)).rejects.toMatchObject({ cause, data: { status: 'not-sent' } });
    });
  });

  it('belongs to the conversation that is named', async () => {
    await using(async (greenlight) => {
      const guarded = greenlight.guard('draw', () => 'a picture', { session: 'one' });
      await guarded(fox);
      expect(await balance(greenlight, 'one')).toMatchObject({ spent: 20 });
      expect(await balance(greenlight, 'two')).toMatchObject({ spent: 0 });
    });
  });
});

describe('a checked call', () => {
  it('holds the money, changes the arguments, and settles by the result', async () => {
    await using(async (greenlight) => {
      const checked = allowed(await greenlight.check({ tool: 'draw', arguments: { ...fox, n: 4 } }));
      expect(checked.arguments).toEqual({ ...fox, n: 1 });
      expect(checked.text).toContain('one-version/more-than-one');
      expect(checked.data).toMatchObject({ status: 'allowed', price: 20 });
      expect(await balance(greenlight)).toMatchObject({ held: 20, spent: 0 });
      expect(await greenlight.dispatched(checked.ticket)).toBe(true);
      const ended = await greenlight.settle(checked.ticket, { picture: 1 });
      expect(ended).toMatchObject({ kind: 'done', take: checked.ticket.take, result: { picture: 1 } });
      expect(ended.text).toContain(checked.ticket.take);
      expect(await balance(greenlight)).toMatchObject({ held: 0, spent: 20 });
    });
  });

  it('is dispatched at the latest when it is settled', async () => {
    await using(async (greenlight) => {
      const { ticket } = allowed(await greenlight.check({ tool: 'draw', arguments: fox }));
      expect(await greenlight.settle(ticket, 'a picture')).toMatchObject({ kind: 'done', result: 'a picture' });
    });
  });

  it('can be released, left in doubt, and looked up', async () => {
    await using(async (greenlight) => {
      const first = allowed(await greenlight.check({ tool: 'draw', arguments: fox }));
      expect(await greenlight.check({ tool: 'draw', arguments: fox })).toMatchObject({ kind: 'running' });
      expect(await greenlight.outcome(first.ticket.take)).toMatchObject({ kind: 'running' });
      expect(await greenlight.release(first.ticket, 'changed my mind')).toMatchObject({ kind: 'failed' });
      const second = allowed(await greenlight.check({ tool: 'draw', arguments: fox }));
      expect((await greenlight.doubt(second.ticket, 'the line broke')).text).toContain('the line broke');
      expect(await greenlight.outcome(second.ticket.take)).toMatchObject({
        kind: 'failed',
        data: { status: 'in-doubt' },
      });
      expect(await greenlight.outcome('t_none')).toBeUndefined();
      expect(await balance(greenlight)).toMatchObject({ held: 20, spent: 0 });
    });
  });

  it('is answered from store when it was made before', async () => {
    await using(async (greenlight) => {
      const call = { tool: 'draw', arguments: fox, callId: 'a' };
      await greenlight.settle(allowed(await greenlight.check(call)).ticket, ['a picture']);
      expect(await greenlight.check(call)).toMatchObject({ kind: 'reuse', result: ['a picture'] });
    });
  });

  it('is refused when its hints cannot be read, and when its tool has no price', async () => {
    await using(async (greenlight) => {
      const unreadable = { ...fox, greenlight: { phase: 'someday' } };
      expect(await greenlight.check({ tool: 'draw', arguments: unreadable })).toMatchObject({
        kind: 'refused',
        data: { status: 'bad-arguments' },
      });
      const unknown = await greenlight.check({ tool: 'sculpt', arguments: fox });
      expect(unknown.kind).toBe('refused');
      expect(unknown.text).toContain('unknown-price');
    });
  });

  it('takes no ticket of another Greenlight', async () => {
    await using(async (greenlight) => {
      const { ticket } = allowed(await greenlight.check({ tool: 'draw', arguments: fox }));
      await expect(greenlight.settle({ ...ticket }, 'a picture')).rejects.toThrow('not given out');
    });
  });
});

describe('a person', () => {
  const dear: LibraryConfig = { ask: { above: 10 }, rules: { 'plan-first': 'off' } };

  it('answers in the developer’s own interface', async () => {
    const asked: unknown[] = [];
    const askPerson = (question: { readonly amount: number }) => {
      asked.push(question.amount);
      return asked.length > 1 ? ('yes' as const) : ('no' as const);
    };
    await using(
      async (greenlight) => {
        expect((await greenlight.check({ tool: 'draw', arguments: fox })).kind).toBe('refused');
        const other = { prompt: 'A glass of water on a table' };
        expect((await greenlight.check({ tool: 'draw', arguments: other })).kind).toBe('allow');
        expect(asked).toEqual([20, 20]);
      },
      { ...dear, askPerson },
    );
  });

  it('answers later, and speaks on takes with a weight of their own', async () => {
    await using(async (greenlight) => {
      const call = { tool: 'draw', arguments: fox };
      expect((await greenlight.check(call)).kind).toBe('refused');
      const [question] = await greenlight.questions();
      expect(question).toMatchObject({ amount: 20 });
      expect(await greenlight.decide(question?.id ?? '', 'yes')).toBe(true);
      expect(await greenlight.decide(question?.id ?? '', 'no')).toBe(false);
      const { ticket } = allowed(await greenlight.check(call));
      await greenlight.settle(ticket, 'a picture');
      expect(await greenlight.feedback(ticket.take, { verdict: 'approve', note: 'yes!' })).toBe(true);
      expect(await greenlight.feedback('t_none', { verdict: 'approve' })).toBe(false);
      const take = greenlight.tools().find(({ name }) => name === 'take');
      const shown = await take?.run({ take: ticket.take });
      expect(shown?.data['feedback']).toEqual({ verdict: 'approve', by: 'client' });
    }, dear);
  });
});
