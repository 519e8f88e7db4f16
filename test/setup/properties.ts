import fc from 'fast-check';
import { seed } from './seed.js';

fc.configureGlobal({ seed });

/** fast-check, drawing from the seed of the run. */
export default fc;
