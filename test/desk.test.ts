import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bindOwnTools, instructionsOf, type DeskParts } from '../src/desk.js';
import { openTexts } from '../src/feedback/texts.js';
import { reservedNames } from '../src/gate/exposed-name.js';
import { listOwnTool } from '../src/mcp/own-tools.js';
import { workflowFrontSchema } from '../src/model/workflow.js';
import { briefBody } from './fixtures/brief.js';
import { openBench, pictureTool, startAt } from './fixtures/gate-bench.js';
import { quietContext } from './fixtures/own-tools.js';

async function open(): Promise<DeskParts> {
  const { gate, ports, caller } = await openBench();
  return {
    ...{ gate, ports, project: 'poster', texts: openTexts() },
    terms: { zone: 'UTC', mode: 'enforce' },
    paidTools: async () => [pictureTool()],
    callerOf: () => caller,
    receipts: 'normal',
  };
}

describe('the own tools', () => {
  it('take little of an agent’s attention: under 4,000 tokens for all of them', async () => {
    const listed = bindOwnTools(await open()).map(listOwnTool);
    // A token is some four characters of JSON; three and a half are on the safe side.
    expect(JSON.stringify(listed).length / 3.5).toBeLessThan(4000);
  });

  it('are described in a few lines each, below what clients cut off', async () => {
    for (const { name, description } of bindOwnTools(await open())) {
      expect([name, description.length > 60 && description.length < 1024]).toEqual([name, true]);
      expect(description).not.toContain('{{');
    }
  });

  it('have names that no upstream can take', async () => {
    for (const { name } of bindOwnTools(await open())) expect(reservedNames).toContain(name);
  });

  it('work with the paid tools and the caller of each call', async () => {
    const tool = bindOwnTools(await open()).find(({ name }) => name === 'estimate');
    const result = await tool?.run({ tool: 'studio_generate_image', arguments: { prompt: 'a fox' } }, quietContext);
    expect(result?.structured).toMatchObject({ outcome: 'allow', quote: { credits: 5 } });
  });
});

describe('the prompts that are offered', () => {
  it('are the person’s own before the starters, and what of the file cannot be read is reported', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'greenlight-desk-'));
    const promptFile = join(folder, 'mine.jsonl');
    writeFileSync(promptFile, '{"title":"My mug","kind":"image","prompt":"A red enamel mug on slate"}\nnonsense\n');
    const { gate, ports, caller, warnings, store } = await openBench();
    await store.saveBrief('poster', 'b_1', briefBody, startAt);
    const parts = { ...(await open()), gate, ports, callerOf: () => caller, promptFile };
    const plan = bindOwnTools(parts).find(({ name }) => name === 'plan');
    const step = { shot: 'mug', phase: 'explore', tool: 'studio_generate_image', prompt: 'a red mug, product' };
    const result = await plan?.run(plan.input.parse({ steps: [step] }), quietContext);
    rmSync(folder, { recursive: true });
    expect(result?.text).toContain('- for mug/explore: My mug: “A red enamel mug on slate”');
    expect(result?.structured['offers']).toMatchObject([{ title: 'My mug' }, { title: 'Product in use' }, {}]);
    expect(warnings).toEqual(['some of the person’s own prompts cannot be read']);
  });
});

describe('the instructions', () => {
  it('are below what clients cut off, and name the steps in order', async () => {
    const text = await instructionsOf(await open());
    expect(text.length).toBeLessThan(4096);
    const places = ['`workflow`', '`brainstorm`', '`plan`', '`feedback`'].map((word) => text.indexOf(word));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
    expect(text).not.toMatch(/\{\{|undefined/);
  });

  it('name the workflows that were saved, and stay short however many there are', async () => {
    const parts = await open();
    for (let number = 0; number < 30; number += 1) {
      const front = workflowFrontSchema.parse({ name: `${'winter-'.repeat(8)}${String(number)}` });
      await parts.ports.store.saveWorkflow('poster', { front, body: '', state: 'draft', at: startAt });
    }
    const text = await instructionsOf(parts);
    expect(text).toContain('winter-');
    expect(text.length).toBeLessThan(4096);
    expect(text).toContain('**Save**');
  });
});
