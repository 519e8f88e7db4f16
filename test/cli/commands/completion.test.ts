import { expect, it } from 'vitest';
import { runCommand } from '../../../src/cli/program.js';
import { fakeShell } from '../fake-desk.js';

it('prints a script for each shell, also as data, and knows no other', async () => {
  for (const name of ['bash', 'zsh', 'fish']) {
    const [text, json, wrong] = [fakeShell(), fakeShell(), fakeShell()];
    await runCommand(['completion', name], text);
    await runCommand(['completion', name, '--json'], json);
    const script = text.printed.join('\n');
    expect(script).toContain(`${name} completion of greenlight`);
    expect(JSON.parse(json.printed.join('\n'))).toEqual({ shell: name, script: `${script}\n` });
    await runCommand(['completion', 'tcsh'], wrong);
    expect(wrong.exits).toEqual([2]);
  }
});
