import type { Migration } from './migration.js';

const script = `
ALTER TABLE takes ADD COLUMN cluster TEXT;
ALTER TABLE takes ADD COLUMN parent TEXT;
ALTER TABLE takes ADD COLUMN reader INTEGER;
ALTER TABLE takes ADD COLUMN features TEXT;
CREATE INDEX takes_cluster ON takes (project, cluster);
CREATE INDEX takes_reader ON takes (project, reader);

CREATE TABLE prompt_marks (
  mark INTEGER NOT NULL,
  shelf INTEGER NOT NULL,
  take INTEGER NOT NULL,
  PRIMARY KEY (mark, shelf, take)
) STRICT, WITHOUT ROWID;
`;

/** Prompts are filed under marks, and takes belong to clusters. Takes from before are filed when the engine is opened. */
export const promptMarks: Migration = { version: 2, sqlite: [script] };
