// Processor time and memory of a process and its children, from /proc (Linux).
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

const TERMINATE_MS = 1500;
const KILL_MS = 2000;

function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return ''; // gone in the meantime
  }
}

function childrenByParent() {
  const children = new Map();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const stat = read(`/proc/${name}/stat`);
    // The program's name stands in brackets and may hold anything; what follows it does not.
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  return children;
}

function treeOf(pid) {
  if (!existsSync(`/proc/${pid}`)) return [];
  const children = childrenByParent();
  const below = (parent) => [parent, ...(children.get(parent) ?? []).flatMap(below)];
  return below(pid);
}

function isUpstream(pid) {
  return /servers\/upstream\.mjs$/.test(read(`/proc/${pid}/cmdline`).split('\0')[1] ?? '');
}

/** Milliseconds of processor time over every thread, counted in nanoseconds by the scheduler. */
function cpuMs(pid) {
  const folder = `/proc/${pid}/task`;
  const threads = existsSync(folder) ? readdirSync(folder) : [];
  const times = threads.map((thread) => Number(read(`${folder}/${thread}/schedstat`).split(' ')[0] || 0));
  return times.reduce((sum, time) => sum + time, 0) / 1e6;
}

function residentMegabytes(pid) {
  return Number(/VmRSS:\s+(\d+)/.exec(read(`/proc/${pid}/status`))?.[1] ?? 0) / 1024;
}

/** The processes of a target that are its own: all but the upstream. */
export function ownProcesses(pid) {
  return treeOf(pid).filter((each) => !isUpstream(each));
}

/** Milliseconds of processor time that these processes have used so far. */
export function cpuOf(pids) {
  return pids.reduce((sum, pid) => sum + cpuMs(pid), 0);
}

/** Megabytes that these processes hold in memory now. */
export function memoryOf(pids) {
  return pids.reduce((sum, pid) => sum + residentMegabytes(pid), 0);
}

function isRunning(pid) {
  return existsSync(`/proc/${pid}`) && !/\) Z /.test(read(`/proc/${pid}/stat`));
}

/** Ends a process and its children, politely first. */
export async function endTree(pid) {
  const pids = pid === undefined ? [] : treeOf(pid);
  for (const [signal, patienceMs] of [
    ['SIGTERM', TERMINATE_MS],
    ['SIGKILL', KILL_MS],
  ]) {
    signalAll(pids.filter(isRunning), signal);
    const until = performance.now() + patienceMs;
    while (performance.now() < until && pids.some(isRunning)) await delay(5);
  }
}

function signalAll(pids, signal) {
  for (const pid of pids) {
    try {
      process.kill(pid, signal);
    } catch {
      // it ended by itself
    }
  }
}
