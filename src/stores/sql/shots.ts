import type { Statements } from './sql.js';

/** Moves a shot's version on, so that decisions made on the old picture are noticed. */
export async function bumpShot(sql: Statements, project: string, shot: string): Promise<void> {
  await sql.run(
    `INSERT INTO shots (project, shot, version) VALUES ($1, $2, 1)
     ON CONFLICT (project, shot) DO UPDATE SET version = shots.version + 1`,
    [project, shot],
  );
}
