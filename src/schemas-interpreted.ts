import { config } from 'zod';

/**
 * Schemas are gone through as they are instead of being compiled into functions of their own at first use: a process of ours checks
 * most of them once or a few times. Imported before any schema is made.
 */
config({ jitless: true });
