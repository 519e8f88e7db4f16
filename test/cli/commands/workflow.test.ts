import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  acceptWorkflow,
  exportWorkflow,
  importWorkflow,
  listWorkflows,
  showWorkflow,
} from '../../../src/cli/commands/workflow.js';
import { fakeDesk } from '../fake-desk.js';

let folder = '';
let file = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'greenlight-workflow-'));
  file = join(folder, 'in.md');
  writeFileSync(file, '---\nname: posters\ntitle: Posters\npreferences: [one at a time]\n---\n\n# Notes\u001b[2J\n');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('workflow documents', () => {
  it('come in as drafts and are listed', async () => {
    const desk = fakeDesk();
    expect((await listWorkflows(desk)).data).toEqual({ workflows: [] });
    expect((await importWorkflow(desk, file)).data).toMatchObject({ name: 'posters', version: 1, state: 'draft' });
    expect((await listWorkflows(desk)).text).toMatch(/posters +1 +<yellow:draft *> +poster +2026-11-22 +Posters/);
  });

  it('say what a run needs, and bring no proof from elsewhere', async () => {
    const desk = fakeDesk();
    const proven = 'proven: { project: other, takes: 9, at: "2026-11-22T12:00:00Z" }';
    writeFileSync(file, `---\nname: posters\ninputs: [{ name: product }]\nstyle: "{{product}}"\n${proven}\n---\n`);
    await importWorkflow(desk, file);
    const { text, data } = await listWorkflows(desk);
    expect(text).toContain('product');
    expect(data).toMatchObject({ workflows: [{ app: false, inputs: [{ name: 'product' }] }] });
    expect((await desk.store.workflow('posters'))?.front.proven).toBeUndefined();
  });

  it('are not stored with fields that would be lost, however deep they lie', async () => {
    const desk = fakeDesk();
    const lines = ['name: posters', 'titel: Posters', 'inputs: [{ name: product, hint: a thing }]'];
    writeFileSync(file, `---\n${lines.join('\n')}\nbrief: { goal: sell, gaol: more }\n---\n`);
    await expect(importWorkflow(desk, file)).rejects.toMatchObject({
      ...{ end: 'usage', code: 'unread-fields' },
      facts: { file, fields: ['brief.gaol', 'inputs.0.hint', 'titel'] },
    });
    expect(await desk.store.workflows()).toEqual([]);
  });

  it('are shown without terminal commands', async () => {
    const desk = fakeDesk();
    await importWorkflow(desk, file);
    const { text } = await showWorkflow(desk, 'posters');
    expect(text).toContain('- one at a time');
    expect(text).toContain('# Notes·[2J');
  });

  it('are accepted as a new version, once', async () => {
    const desk = fakeDesk();
    await importWorkflow(desk, file);
    const { text, data } = await acceptWorkflow(desk, 'posters', false);
    expect(data).toMatchObject({ version: 2, state: 'accepted', proof: 'no-password' });
    expect(text).toContain('<yellow:No password is set');
    expect(desk.shell.said.join('\n')).toContain('one at a time');
    await expect(acceptWorkflow(desk, 'posters', true)).rejects.toMatchObject({ code: 'workflow-accepted' });
    expect((await showWorkflow(desk, 'posters', 1)).data).toMatchObject({ state: 'draft' });
  });

  it('go out to a file that is not there yet, or by force', async () => {
    const desk = fakeDesk();
    await importWorkflow(desk, file);
    const out = join(folder, 'out.md');
    await exportWorkflow(desk, 'posters', out, {});
    expect(readFileSync(out, 'utf8')).toContain('name: posters');
    await expect(exportWorkflow(desk, 'posters', out, {})).rejects.toMatchObject({ code: 'file-exists' });
    await exportWorkflow(desk, 'posters', out, { force: true, version: '1' });
    await expect(exportWorkflow(desk, 'posters', join(folder, 'x'), { version: 'one' })).rejects.toMatchObject({
      code: 'bad-version',
    });
    expect(existsSync(join(folder, 'x'))).toBe(false);
  });

  it('are known by name, and the others are named', async () => {
    const desk = fakeDesk();
    await importWorkflow(desk, file);
    await expect(showWorkflow(desk, 'poster')).rejects.toMatchObject({ end: 'missing', facts: { known: ['posters'] } });
  });

  it.each(['no front matter', '---\nname: "../etc"\n---\n', '---\n: [\n---\n'])(
    'do not come in as %j',
    async (text) => {
      const desk = fakeDesk();
      writeFileSync(file, text);
      await expect(importWorkflow(desk, file)).rejects.toMatchObject({ code: 'bad-workflow', end: 'usage' });
      expect(await desk.store.workflows()).toEqual([]);
    },
  );
});
