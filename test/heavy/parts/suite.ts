import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);
const program = require.resolve('@modelcontextprotocol/conformance/dist/index.js');
const globs = './test/heavy/parts/node20-globs.mjs';

/** A protocol revision whose requirements the suite holds frozen. */
export type Revision = '2025-11-25' | '2026-07-28';

interface Check {
  readonly id: string;
  readonly status: string;
  readonly errorMessage?: string;
}

/** What became of one scenario. */
export interface ScenarioResult {
  readonly passed: boolean;
  /** The checks that failed, each with its reason. */
  readonly failures: readonly string[];
}

function read(folder: string): ScenarioResult {
  const checks = JSON.parse(readFileSync(join(folder, 'checks.json'), 'utf8')) as Check[];
  const failed = checks.filter(({ status }) => status === 'FAILURE');
  const failures = failed.map(({ id, errorMessage = 'no reason given' }) => `${id}: ${errorMessage}`);
  return { passed: checks.length > 0 && failed.length === 0, failures };
}

/** Runs all scenarios of a revision against a server, required ones and others; by name of the scenario. */
export async function runSuite(url: string, revision: Revision): Promise<ReadonlyMap<string, ScenarioResult>> {
  const folder = mkdtempSync(join(tmpdir(), 'greenlight-conformance-'));
  try {
    const args = ['--import', globs, program, 'server', '--url', url, '--requirements', revision, '-o', folder];
    const suite = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] });
    let words = '';
    suite.stderr.on('data', (chunk: Buffer) => (words += chunk.toString()));
    await new Promise((resolve) => suite.on('close', resolve));
    const results = readdirSync(folder).map((name) => {
      const scenario = name.replace(/^server-/, '').replace(/-\d{4}-\d\d-\d\dT.*$/, '');
      return [scenario, read(join(folder, name))] as const;
    });
    if (results.length === 0) throw new Error(`the suite did not run: ${words}`);
    return new Map(results.sort(([one], [other]) => one.localeCompare(other)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The scenarios that conforming to a revision takes, as the suite lists them. */
export function requiredScenarios(revision: Revision): readonly string[] {
  const text = readFileSync(join(dirname(program), '../requirements', `${revision}.yaml`), 'utf8');
  const server = text.slice(text.indexOf('\nserver:'), text.indexOf('\nclient:'));
  return [...server.matchAll(/^ {2}- (\S+)$/gm)].map(([, name]) => name ?? '');
}
