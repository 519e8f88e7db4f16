const project = 'past';
const caller = { principal: 'bench', client: 'bench', project };
const nothing = () => undefined;
const log = { debug: nothing, info: nothing, warn: console.error, error: console.error };

/**
 * A project with past takes on a store in memory, made through the engine itself: four in five are pictures, most of them
 * judged.
 * @param perShot how many takes each shot has
 */
export async function openPast(source, { takes, perShot, prompts }) {
  const budgets = [{ scope: 'session', limit: 1_000_000 }];
  const config = source.parseConfig({ project, store: 'memory', mode: 'shadow', budgets });
  const ask = () => Promise.resolve({ kind: 'unavailable', why: 'nobody is there' });
  const views = Object.keys(source.studioPreset.paid).map((name) => toolOf(source, name));
  const engine = await source.openEngine(config, { log, ask, tools: () => views });
  const past = [];
  for (let number = 0; number < takes; number += 1) {
    const shot = `shot-${Math.floor(number / perShot) + 1}`;
    const tool = number % 5 === 4 ? 'image_to_video' : 'text_to_image';
    const model = tool === 'image_to_video' ? 'wan-2.5-fast' : 'qwen-image';
    const made = { shot, prompt: prompts(number), model, tool, asset: `asset-${String(number).padStart(6, '0')}` };
    past.push({ ...made, take: await make(source, engine, made, number) });
  }
  const { ports, store } = engine;
  const { session: id } = await store.take(past[0].take);
  const session = { id, ...caller, openedAt: Date.now(), seenAt: Date.now() };
  const policy = { ...ports.policy, mode: 'enforce' };
  return { past, session, ports: { ...ports, policy }, close: () => engine.close() };
}

async function make(source, { gate, store }, { shot, prompt, model, tool, asset }, number) {
  const view = toolOf(source, tool);
  const hints = { shot, phase: 'explore' };
  const checked = await gate.check({ tool: view, arguments: { prompt, model }, hints, caller });
  if (checked.kind !== 'allow') throw new Error(`take ${number} was not made: ${checked.kind}`);
  await gate.dispatched(checked.ticket);
  await gate.settle(checked.ticket, view.profile, { content: [{ type: 'text', text: `${asset}: made` }] });
  const { id } = checked.ticket.take;
  if (number % 10 === 9) return id;
  const verdict = number % 4 === 0 ? 'approve' : 'refine';
  const body = { keep: [], change: [], remove: [], note: '', strength: 'client', at: Date.now() };
  await store.saveFeedback(id, { ...body, verdict, id: `f_${number}` });
  return id;
}

/** One of the studio's tools as the gate sees it. */
export function toolOf(source, name) {
  const profile = source.profileSchema.parse(source.studioPreset.paid[name]);
  return { server: 'studio', name, exposed: name, profile, schema: {} };
}
