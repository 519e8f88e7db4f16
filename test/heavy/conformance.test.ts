import { describe, expect, it } from 'vitest';
import { direct, throughGateway } from './parts/conformance-paths.js';
import type { Path } from './parts/conformance-paths.js';
import { requiredScenarios, runSuite } from './parts/suite.js';
import type { Revision, ScenarioResult } from './parts/suite.js';

const paths: Readonly<Record<string, () => Promise<Path>>> = {
  direct,
  'gateway, server on a pipe': () => throughGateway('stdio'),
  'gateway, server over HTTP': () => throughGateway('http'),
};

/** What fails on every path, none of it required; each with its reason. */
const knownFailures: readonly { readonly scenarios: RegExp; readonly reason: string }[] = [
  { scenarios: /^tasks-/, reason: 'the tasks extension: the reference server does not have it' },
  {
    scenarios: /^http-custom-header-server-validation$/,
    reason: 'headers that mirror arguments are judged by the HTTP end, which here is a bridge of the tests',
  },
];

type Results = ReadonlyMap<string, ScenarioResult>;

async function measure(revision: Revision): Promise<ReadonlyMap<string, Results>> {
  const measured = new Map<string, Results>();
  for (const [name, open] of Object.entries(paths)) {
    const path = await open();
    measured.set(name, await runSuite(path.url, revision));
    await path.close();
  }
  return measured;
}

const passedOf = (results: Results, names: readonly string[]): number =>
  names.filter((name) => results.get(name)?.passed === true).length;

const failuresOf = (results: Results): readonly string[] =>
  [...results].filter(([, { passed }]) => !passed).map(([name]) => name);

function print(revision: Revision, measured: ReadonlyMap<string, Results>): void {
  const required = requiredScenarios(revision);
  const rows = [...measured].map(([path, results]) => {
    const all = [...results.keys()];
    const of = (names: readonly string[]): string => `${passedOf(results, names)} of ${names.length}`;
    return { path, required: of(required), all: of(all) };
  });
  console.log(`Conformance, ${revision}`);
  console.table(rows);
  const failing = new Set([...measured.values()].flatMap(failuresOf));
  for (const name of failing) {
    const known = knownFailures.find(({ scenarios }) => scenarios.test(name));
    console.log(`  ${name}: ${known?.reason ?? 'NOT KNOWN'}`);
  }
}

describe.each(['2025-11-25', '2026-07-28'] as const)('the conformance suite of %s', (revision) => {
  it('passes through the gateway wherever it passes without, and all that is required passes', async () => {
    const measured = await measure(revision);
    print(revision, measured);
    const required = requiredScenarios(revision);
    const alone = measured.get('direct');
    for (const [path, results] of measured) {
      const missing = required.filter((name) => results.get(name)?.passed !== true);
      const told = missing.map((name) => `${name}: ${results.get(name)?.failures.join('; ') ?? 'did not run'}`);
      expect(told, path).toEqual([]);
      expect(failuresOf(results), path).toEqual(failuresOf(alone ?? new Map()));
      const unknown = failuresOf(results).filter(
        (name) => !knownFailures.some(({ scenarios }) => scenarios.test(name)),
      );
      expect(unknown, path).toEqual([]);
    }
  }, 600_000);
});
