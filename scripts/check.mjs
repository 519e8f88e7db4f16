// Everything that can be said about the code without running it, two checks at a time; ends with `N passed, N failed`.
import { spawn } from 'node:child_process';

const AT_ONCE = 2;
const CHECKS = [
  { name: 'lint', command: 'eslint --max-warnings 0 .' },
  { name: 'types', command: 'tsc -p tsconfig.json' },
  { name: 'types of the page', command: 'tsc -p src/dashboard/page' },
  { name: 'format', command: 'prettier --check --log-level warn .' },
  { name: 'architecture', command: 'depcruise --config .dependency-cruiser.mjs --output-type err-long src' },
  { name: 'dead code', command: 'node scripts/dead-code.mjs' },
  { name: 'generated files', command: 'node scripts/generate.mjs --check' },
];

/** Runs one check to its end and prints it in one piece, so that parallel checks never mix their lines. */
function run({ name, command }) {
  return new Promise((resolve) => {
    const started = Date.now();
    const output = [];
    const [tool, ...flags] = command.split(' ');
    const line = tool === 'node' ? [tool, flags] : ['npx', ['--no-install', tool, ...flags]];
    const child = spawn(...line, { stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.on('data', (chunk) => output.push(chunk));
    child.stderr.on('data', (chunk) => output.push(chunk));
    child.on('close', (code) => {
      const seconds = ((Date.now() - started) / 1000).toFixed(1);
      console.log(`\n== ${name}: ${code === 0 ? 'ok' : 'FAILED'} (${seconds} s)`);
      if (code !== 0) console.log(Buffer.concat(output).toString().trim());
      resolve(code === 0);
    });
  });
}

async function worker(queue, results) {
  for (let check = queue.shift(); check; check = queue.shift()) results.push(await run(check));
}

const queue = [...CHECKS];
const results = [];
await Promise.all(Array.from({ length: AT_ONCE }, () => worker(queue, results)));
const failed = results.filter((ok) => !ok).length;
console.log(`\n${results.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
