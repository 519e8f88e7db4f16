#!/usr/bin/env node
// The least a process in the middle can cost: bytes in, bytes out, nothing looked at.
//   node raw-pipe.mjs COMMAND ARGUMENTS…
import { spawn } from 'node:child_process';

const [command, ...args] = process.argv.slice(2);
const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'ignore'] });
process.stdin.pipe(child.stdin);
child.stdout.pipe(process.stdout);
child.on('exit', (code) => process.exit(code ?? 0));
