import type { Migration } from './migration.js';

const script = `
ALTER TABLE takes ADD COLUMN draws TEXT;
`;

/** What a take drew from which grants. */
export const draws: Migration = { version: 3, sqlite: [script] };
