// The demo: a scripted agent, a real MCP client over stdio, works a small poster job through the gateway and the studio.
// Nothing is faked: any MCP client that makes the same calls gets the same answers.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import pc from 'picocolors';
import { fileOf, openClient, takeOf } from './client.mjs';
import { aside, chapter, person, table } from './narrate.mjs';
import { brief, configFor, decoratedPrompt, draftPrompt, image, refinedPrompt, steps, video } from './story.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const out = resolve(process.argv[2] ?? join(root, 'demo-output'));
const paths = {
  bin: join(root, 'dist/greenlight.cjs'),
  studio: join(root, 'dist/studio.js'),
  data: join(out, 'data'),
  journal: join(out, 'studio-charges.jsonl'),
  config: join(out, 'greenlight.json'),
  report: join(out, 'report.md'),
};
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
writeFileSync(paths.config, `${JSON.stringify(configFor(paths), null, 2)}\n`);

const started = performance.now();
console.log(pc.bold('Greenlight demo'), pc.dim('· an agent, a gateway, a demo renderer, a budget of 500 credits'));
const agent = await openClient(paths.bin, paths.config);

chapter(1, 'A blind premium call is refused, with every reason at once');
await agent.call(image, { prompt: draftPrompt, model: 'nano-banana-pro', count: 4 });

chapter(2, 'Brainstorm: free of charge');
await agent.call('brainstorm', brief);

chapter(3, 'Plan: every shot priced before anything is spent');
await agent.call('plan', { steps });

chapter(4, 'One draft on the cheapest model; "give me 4" becomes 1');
const draft = await agent.call(image, {
  prompt: draftPrompt,
  model: 'qwen-image',
  count: 4,
  greenlight: { shot: 'poster', phase: 'explore' },
});

chapter(5, 'The same prompt in other clothes is caught');
person('“Nice, but the storm scares children. Dawn light, calm sea.”');
await agent.quietly('feedback', {
  take: takeOf(draft),
  verdict: 'refine',
  keep: ['pier'],
  change: ['dawn light, calm sea'],
});
await agent.call(image, {
  prompt: decoratedPrompt,
  model: 'qwen-image',
  greenlight: { shot: 'poster', phase: 'explore' },
});

chapter(6, 'A real refinement passes');
const refined = await agent.call(
  image,
  { prompt: refinedPrompt, model: 'qwen-image', greenlight: { shot: 'poster', phase: 'explore' } },
  2,
);
person('“That is it.”');
await agent.call('feedback', { take: takeOf(refined), verdict: 'approve' });

chapter(7, 'A planned batch of four, and feedback that locks the winner');
aside('four calls at once, one seed each: the plan has room for exactly four');
const batch = await Promise.all(
  [11, 12, 13, 14].map((seed) =>
    agent.quietly(image, {
      prompt: refinedPrompt,
      model: 'sdxl',
      seed,
      greenlight: { shot: 'poster', phase: 'select' },
    }),
  ),
);
table(
  ['take', 'credits', 'file'],
  batch.map((result) => [takeOf(result), result._meta.greenlight.paid, fileOf(result)?.split('/').at(-1)]),
);
person('“Number three.”');
await agent.call('feedback', { take: takeOf(batch[2]), verdict: 'approve', note: 'number three' });

chapter(8, 'The hero, once, on the premium model');
const hero = await agent.call(
  image,
  { prompt: refinedPrompt, model: 'flux-2-pro', greenlight: { shot: 'poster', phase: 'hero' } },
  1,
);
await agent.quietly('feedback', { take: takeOf(hero), verdict: 'approve' });

chapter(9, 'A long job past the soft line: the person is asked first');
const clip = await agent.watch(
  video,
  {
    prompt: steps[3].prompt,
    model: 'wan-2.5-fast',
    image: fileOf(hero),
    greenlight: { shot: 'clip', phase: 'explore' },
  },
  'rendering the clip',
);
await agent.quietly('feedback', { take: takeOf(clip), verdict: 'approve' });
await agent.call('studio_upscale_image', { image: fileOf(hero) }, 4);

chapter(10, 'Save how we worked, and see where the credits went');
await agent.call('workflow', { action: 'save', name: 'festival-poster', document: { title: 'Festival poster' } });
const report = await agent.quietly('report');
writeFileSync(paths.report, `${report.content[0].text}\n`);
const facts = report.structuredContent;
table(
  ['phase', 'takes', 'kept', 'credits'],
  facts.byPhase.map(({ name, takes, kept, credits }) => [name, takes, kept, credits]),
);
console.log(
  `\n       paid ${pc.bold(facts.paid)} credits for ${facts.kept} kept assets: ${pc.bold(facts.perKept)} each · ` +
    `avoided ${pc.bold(facts.avoided.credits)} credits (estimate)`,
);
await agent.close();

chapter(11, 'A second session starts from the saved workflow');
const next = await openClient(paths.bin, paths.config, { GREENLIGHT_SESSION: 'the-next-day' });
aside(`its instructions say: …${/saved workflows \(.*?\)/.exec(next.instructions)?.[0] ?? ''}…`);
const loaded = await next.call('workflow', { action: 'load', name: 'festival-poster' }, 2);
const { models, prompts } = loaded.structuredContent;
table(['phase', 'proven model'], Object.entries(models));
aside(`and ${String(prompts.length)} prompts that the person approved, ready to reuse`);
await next.close();

const charged = readFileSync(paths.journal, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line).credits);
const total = charged.reduce((sum, credits) => sum + credits, 0);
console.log(`\n${pc.bold('Where things lie')}`);
table(
  ['what', 'where'],
  [
    ['pictures', join(paths.data, 'outputs')],
    ['database', join(paths.data, 'greenlight.db')],
    ['report', paths.report],
    ['charges', paths.journal],
  ],
);
console.log(
  `\n       the studio charged ${total} credits, the ledger paid ${facts.paid}: ${total === facts.paid ? pc.green('equal') : pc.red('NOT EQUAL')}`,
);
console.log(pc.dim(`       ${((performance.now() - started) / 1000).toFixed(1)} s`));
process.exit(total === facts.paid ? 0 : 1);
