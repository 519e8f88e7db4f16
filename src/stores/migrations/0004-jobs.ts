import type { Migration } from './migration.js';

const script = `
ALTER TABLE takes ADD COLUMN job TEXT;
`;

/** The provider's job that a take waits for. */
export const jobs: Migration = { version: 4, sqlite: [script] };
