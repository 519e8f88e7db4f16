/** What the bench takes out of the sources. */
export const ENTRY = `
export { parseConfig } from './src/config.ts';
export { openEngine } from './src/engine.ts';
export { decide } from './src/gate/decide.ts';
export { gather, viewOf } from './src/gate/gather.ts';
export { applyFix } from './src/gate/apply-fix.ts';
export { readRequest } from './src/gate/lens.ts';
export { profileSchema } from './src/model/profile.ts';
export { studioPreset } from './src/upstreams/presets/studio.ts';
export { materialWords } from './src/prompt/words/material.ts';`;
