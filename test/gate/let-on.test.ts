import { expect, it, vi } from 'vitest';
import type { Ticket } from '../../src/gate/answer.js';
import { letOn } from '../../src/gate/let-on.js';

const ticket = { take: { id: 't_1' }, session: { id: 's_1' } } as Ticket;
const done = { kind: 'running', take: ticket.take, session: ticket.session } as const;

function storeOf() {
  const settle = vi.fn((ending: { take: string }) => Promise.resolve({ id: ending.take, state: 'released' }));
  return { settle, ports: { store: { settle } } as never };
}

it('waits for nothing where nobody has to be asked', async () => {
  const { ports, settle } = storeOf();
  expect(await letOn(ports, ticket, undefined, () => Promise.resolve(done))).toBe(done);
  expect(settle).not.toHaveBeenCalled();
});

it('gives the place back when the call has ended, also when it throws', async () => {
  const { ports } = storeOf();
  const leave = vi.fn();
  const admit = () => Promise.resolve({ kind: 'go', leave } as const);
  expect(await letOn(ports, ticket, admit, () => Promise.resolve(done))).toBe(done);
  await expect(letOn(ports, ticket, admit, () => Promise.reject(new Error('broke')))).rejects.toThrow('broke');
  expect(leave).toHaveBeenCalledTimes(2);
});

it.each([
  ['is refused', () => Promise.resolve({ kind: 'not-sent', why: 'it rests' } as const), 'it rests'],
  ['cannot be decided', () => Promise.reject(new Error('no store')), 'no store'],
])('gives the money back when going out %s', async (_, admit, why) => {
  const { ports, settle } = storeOf();
  const work = vi.fn();
  expect(await letOn(ports, ticket, admit, work)).toMatchObject({ kind: 'failed', why, take: { state: 'released' } });
  expect(work).not.toHaveBeenCalled();
  expect(settle).toHaveBeenCalledWith(expect.objectContaining({ take: 't_1', outcome: 'unbilled', amount: 0 }));
});
