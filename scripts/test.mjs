// Runs vitest with the arguments given and ends with one plain line: `N passed, N failed`.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Counts from vitest's own report; a file that could not be loaded and an error outside any test count as failures too. */
function countsFrom(path, exitCode) {
  try {
    const { numPassedTests: passed, numFailedTests, testResults } = JSON.parse(readFileSync(path, 'utf8'));
    const isBroken = ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed');
    const failed = numFailedTests + testResults.filter(isBroken).length;
    return { passed, failed: failed === 0 && exitCode !== 0 ? 1 : failed };
  } catch {
    return { passed: 0, failed: exitCode === 0 ? 0 : 1 };
  }
}

const folder = mkdtempSync(join(tmpdir(), 'greenlight-test-'));
const report = join(folder, 'report.json');
const flags = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...process.argv.slice(2)];
const vitest = spawn('npx', ['--no-install', 'vitest', ...flags], { stdio: ['ignore', 'inherit', 'inherit'] });

vitest.on('close', (code) => {
  const exitCode = code ?? 1;
  const { passed, failed } = countsFrom(report, exitCode);
  rmSync(folder, { recursive: true, force: true });
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = exitCode;
});
