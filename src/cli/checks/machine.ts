import { isSafeForWal, sqliteVersion } from '../../stores/sqlite-version.js';
import type { Check } from './check.js';

/** The oldest Node that Greenlight runs on, as package.json says it. */
const oldestNode = [20, 19] as const;

/** Whether the programs below Greenlight are new enough. */
export async function machineChecks(
  node: string = process.versions.node,
  sqlite: () => Promise<string> = sqliteVersion,
): Promise<Check[]> {
  const [major = 0, minor = 0] = node.split('.').map(Number);
  const [leastMajor, leastMinor] = oldestNode;
  const isNew = major > leastMajor || (major === leastMajor && minor >= leastMinor);
  const facts = { version: node, least: oldestNode.join('.') };
  const ofNode: Check = { check: 'node', state: isNew ? 'good' : 'fault', code: isNew ? 'node' : 'node-old', facts };
  return [ofNode, await sqliteCheck(sqlite)];
}

async function sqliteCheck(read: () => Promise<string>): Promise<Check> {
  try {
    const version = await read();
    const isSafe = isSafeForWal(version);
    const code = isSafe ? 'sqlite' : 'sqlite-old';
    return { check: 'sqlite', state: 'good', code, facts: { version } };
  } catch (error) {
    return { check: 'sqlite', state: 'fault', code: 'failed', facts: { why: messageOf(error) } };
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
