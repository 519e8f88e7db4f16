import { runStudio } from './main.js';

const words = process.argv.slice(2);
// Started through the command, its own name comes first: `greenlight studio --out …`.
await runStudio(words[0] === 'studio' ? words.slice(1) : words);
