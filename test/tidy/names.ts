import type { Check } from './tree.js';
import { pathsIn } from './tree.js';

const KEBAB = /^(\d{4}-)?[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** Folders and files of code and prompts are written in lower case with hyphens, a number of four digits in front where order counts; `.test`, `.config` and the like may follow. */
export const namesAreKebabCase: Check = (tree) =>
  pathsIn(tree, /^((src|test|scripts|examples|bench)\/.*\.(tsx?|mjs)|prompts\/.*\.md)$/)
    .filter((path) => !path.split('/').every((part) => KEBAB.test(part.split('.')[0] ?? '')))
    .map((path) => `${path} is not kebab-case`);
