export { adapterContract } from './adapter-contract.js';
export type { AdapterCall, AdapterOutcome, MakeAdapter } from './adapter-contract.js';
export { presetContract } from './preset-contract.js';
export type { ToolList } from './preset-contract.js';
export { scriptedUpstream } from './scripted-upstream.js';
export type { ScriptedCall, ScriptedServers, ScriptedUpstream } from './scripted-upstream.js';
export { storeContract } from './store-contract.js';
export type { Checks, StoreHarness, TestFunctions } from './store-contract-kit.js';
