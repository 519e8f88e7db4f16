import { budgetContract } from './store-contract-budgets.js';
import { decisionContract } from './store-contract-decisions.js';
import { grantContract } from './store-contract-grants.js';
import { historyContract } from './store-contract-history.js';
import { holdContract } from './store-contract-holds.js';
import { jobsContract } from './store-contract-jobs.js';
import { scenarios, type StoreHarness, type TestFunctions } from './store-contract-kit.js';
import { promptsContract } from './store-contract-prompts.js';
import { randomContract } from './store-contract-random.js';
import { recoveryContract } from './store-contract-recovery.js';
import { settlingContract } from './store-contract-settling.js';
import { workContract } from './store-contract-work.js';

/**
 * Declares the tests that every store must pass.
 * @param open opens a fresh, empty store with a clock of its own; called once a test
 * @param functions the test runner's own functions, e.g. those of vitest
 */
export function storeContract(open: () => Promise<StoreHarness>, functions: TestFunctions): void {
  const scenario = scenarios(open, functions);
  const topics = {
    holds: holdContract,
    budgets: budgetContract,
    grants: grantContract,
    settling: settlingContract,
    recovery: recoveryContract,
    jobs: jobsContract,
    decisions: decisionContract,
    work: workContract,
    prompts: promptsContract,
    history: historyContract,
    'random operations': randomContract,
  };
  for (const [name, declare] of Object.entries(topics)) functions.describe(name, () => declare(scenario));
}
