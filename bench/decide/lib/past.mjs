import { createHash } from 'node:crypto';

const project = 'past';
const caller = { principal: 'bench', client: 'bench', project };
const startAt = Date.parse('2026-01-05T10:00:00Z');

/**
 * A project with past takes on a store in memory, made through the gate itself: four in five are pictures, most of them
 * judged.
 * @param perShot how many takes each shot has
 */
export async function openPast(source, { takes, perShot, prompts }) {
  const time = { now: startAt, ids: 0 };
  const store = source.openMemoryStore({ clock: () => (time.now += 1000) });
  const config = source.parseConfig({ project, store: 'memory', budgets: [{ scope: 'session', limit: 1_000_000 }] });
  const policy = source.policyOf(config);
  const ports = portsOf(source, store, { ...policy, mode: 'shadow' }, time);
  const gate = source.createGate(ports);
  const past = [];
  for (let number = 0; number < takes; number += 1) {
    const shot = `shot-${Math.floor(number / perShot) + 1}`;
    const tool = number % 5 === 4 ? 'image_to_video' : 'text_to_image';
    const model = tool === 'image_to_video' ? 'wan-2.5-fast' : 'qwen-image';
    const args = { prompt: prompts(number), model };
    const view = toolOf(source, tool);
    const checked = await gate.check({ tool: view, arguments: args, hints: { shot, phase: 'explore' }, caller });
    if (checked.kind !== 'allow') throw new Error(`take ${number} was not made: ${checked.kind}`);
    await gate.dispatched(checked.ticket);
    const asset = `asset-${String(number).padStart(6, '0')}`;
    await gate.settle(checked.ticket, view.profile, { content: [{ type: 'text', text: `${asset}: made` }] });
    if (number % 10 !== 9) await judge(store, checked.ticket.take.id, number);
    past.push({ take: checked.ticket.take.id, asset, shot, ...args });
  }
  return { store, past, ports: { ...ports, policy }, session: sessionOf(await store.take(past[0].take)) };
}

const sessionOf = ({ session }) => ({ id: session, ...caller, openedAt: startAt, seenAt: startAt });

function judge(store, take, number) {
  const verdict = number % 4 === 0 ? 'approve' : 'refine';
  const body = { keep: [], change: [], remove: [], note: '', strength: 'client', at: startAt };
  return store.saveFeedback(take, { ...body, verdict, id: `f_${number}` });
}

/** One of the studio's tools as the gate sees it. */
export function toolOf(source, name) {
  const profile = source.profileSchema.parse(source.studioPreset.paid[name]);
  return { server: 'studio', name, exposed: name, profile, schema: {} };
}

function portsOf(source, store, policy, time) {
  return {
    ...{ store, policy, rules: source.rules, lease: 'l_bench', clock: () => (time.now += 1000) },
    newId: (prefix) => `${prefix}_${String((time.ids += 1)).padStart(8, '0')}`,
    digest: (text) => createHash('sha256').update(text).digest('hex'),
    wait: () => Promise.resolve(),
    ask: () => Promise.resolve({ kind: 'unavailable', why: 'nobody' }),
    keep: (_take, result) => Promise.resolve({ assets: [], result }),
    ...{ holdTtlMs: 60_000, approvalTtlMs: 60_000, sessionIdleMs: 1e12, answerWithinMs: 1000 },
    ...{ reached: () => undefined, warn: () => undefined },
  };
}
