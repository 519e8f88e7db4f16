import { firstTables } from './0001-first-tables.js';
import { promptMarks } from './0002-prompt-marks.js';
import { draws } from './0003-draws.js';
import { jobs } from './0004-jobs.js';
import type { Migration } from './migration.js';

/** Every step of the schema, oldest first. */
export const allMigrations: readonly Migration[] = [firstTables, promptMarks, draws, jobs];
