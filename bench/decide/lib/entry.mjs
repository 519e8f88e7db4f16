/** What the bench takes out of the sources. */
export const ENTRY = `
export { parseConfig, policyOf } from './src/config.ts';
export { createGate } from './src/gate/gate.ts';
export { decide } from './src/gate/decide.ts';
export { gather, viewOf } from './src/gate/gather.ts';
export { applyFix } from './src/gate/apply-fix.ts';
export { readRequest } from './src/gate/lens.ts';
export { profileSchema } from './src/model/profile.ts';
export { rules } from './src/rules/index.ts';
export { openMemoryStore } from './src/stores/memory.ts';
export { studioPreset } from './src/upstreams/presets/studio.ts';
export { materialWords } from './src/prompt/words/material.ts';`;
