// The conformance suite imports `globSync` from "fs", for a command that is not used here; Node 20 has none, and an import
// of a missing name ends the program. Loaded before the suite, this gives it the name.
import { register } from 'node:module';

const files = "export * from 'node:fs'; export { default } from 'node:fs'; export const globSync = undefined;";
const hook = `
  const url = 'data:text/javascript,' + encodeURIComponent(${JSON.stringify(files)});
  export const resolve = (name, context, next) =>
    name === 'fs' && context.parentURL?.includes('/conformance/dist/')
      ? { url, shortCircuit: true }
      : next(name, context);`;
register(`data:text/javascript,${encodeURIComponent(hook)}`);
