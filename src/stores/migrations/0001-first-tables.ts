import type { Migration } from './migration.js';

const ledger = `
CREATE TABLE accounts (
  id TEXT PRIMARY KEY,
  scope TEXT NOT NULL,
  subject TEXT NOT NULL,
  limit_micro INTEGER,
  soft_micro INTEGER,
  resets_at INTEGER,
  held INTEGER NOT NULL DEFAULT 0 CHECK (held >= 0),
  spent INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX accounts_subject ON accounts (subject, scope);

CREATE TABLE takes (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  project TEXT NOT NULL,
  session TEXT NOT NULL,
  shot TEXT NOT NULL,
  item TEXT,
  digest TEXT NOT NULL,
  prompt_key TEXT NOT NULL,
  call_id TEXT,
  state TEXT NOT NULL CHECK (state IN ('held', 'dispatched', 'in_doubt', 'posted', 'released')),
  outcome TEXT NOT NULL,
  held INTEGER NOT NULL CHECK (held >= 0),
  paid INTEGER NOT NULL DEFAULT 0,
  cost_source TEXT,
  at INTEGER NOT NULL,
  ended_at INTEGER,
  lease TEXT NOT NULL,
  expires_at INTEGER NOT NULL,
  accounts TEXT NOT NULL,
  doubt TEXT,
  word INTEGER,
  body TEXT NOT NULL,
  assets TEXT,
  result TEXT
) STRICT;
CREATE UNIQUE INDEX takes_call ON takes (session, call_id);
CREATE INDEX takes_shot ON takes (project, shot);
CREATE INDEX takes_digest ON takes (project, digest);
CREATE INDEX takes_prompt ON takes (project, prompt_key);
CREATE INDEX takes_project ON takes (project);
CREATE INDEX takes_open ON takes (project) WHERE ended_at IS NULL;
CREATE INDEX takes_quick ON takes (project, at) WHERE item IS NULL;

CREATE TABLE entries (
  seq INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('hold', 'post', 'release', 'overrun', 'limit')),
  account TEXT NOT NULL REFERENCES accounts (id),
  take TEXT REFERENCES takes (id),
  held_delta INTEGER NOT NULL,
  spent_delta INTEGER NOT NULL,
  note TEXT NOT NULL
) STRICT;
CREATE TRIGGER entries_are_never_changed BEFORE UPDATE ON entries
BEGIN SELECT RAISE(ABORT, 'entries are append-only'); END;
CREATE TRIGGER entries_are_never_deleted BEFORE DELETE ON entries
BEGIN SELECT RAISE(ABORT, 'entries are append-only'); END;

CREATE TABLE leases (id TEXT PRIMARY KEY, beat_at INTEGER NOT NULL) STRICT;
`;

const work = `
CREATE TABLE sessions (
  id TEXT PRIMARY KEY,
  project TEXT NOT NULL,
  principal TEXT NOT NULL,
  client TEXT NOT NULL,
  client_key TEXT,
  opened_at INTEGER NOT NULL,
  seen_at INTEGER NOT NULL,
  closed_at INTEGER
) STRICT;
CREATE INDEX sessions_project ON sessions (project, seen_at);

CREATE TABLE shots (
  project TEXT NOT NULL,
  shot TEXT NOT NULL,
  version INTEGER NOT NULL,
  PRIMARY KEY (project, shot)
) STRICT, WITHOUT ROWID;

CREATE TABLE feedback (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  take TEXT NOT NULL REFERENCES takes (id),
  strength TEXT NOT NULL,
  at INTEGER NOT NULL,
  body TEXT NOT NULL
) STRICT;
CREATE INDEX feedback_take ON feedback (take);

CREATE TABLE briefs (
  project TEXT NOT NULL,
  version INTEGER NOT NULL,
  id TEXT NOT NULL,
  at INTEGER NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (project, version)
) STRICT;

CREATE TABLE plans (
  project TEXT NOT NULL,
  version INTEGER NOT NULL,
  id TEXT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (project, version)
) STRICT;

CREATE TABLE workflows (
  name TEXT NOT NULL,
  version INTEGER NOT NULL,
  project TEXT NOT NULL,
  state TEXT NOT NULL,
  at INTEGER NOT NULL,
  front TEXT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (name, version)
) STRICT;
`;

const decisions = `
CREATE TABLE approvals (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  project TEXT NOT NULL,
  session TEXT NOT NULL,
  subject TEXT NOT NULL,
  digest TEXT NOT NULL,
  title TEXT NOT NULL,
  detail TEXT NOT NULL,
  amount INTEGER NOT NULL,
  reasons TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('pending', 'approved', 'denied', 'consumed')),
  strength TEXT,
  note TEXT,
  at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX approvals_digest ON approvals (project, digest);

CREATE TABLE remarks (
  seq INTEGER PRIMARY KEY,
  project TEXT NOT NULL,
  shot TEXT NOT NULL,
  phase TEXT NOT NULL,
  outcome TEXT NOT NULL,
  answers INTEGER NOT NULL,
  body TEXT NOT NULL
) STRICT;
CREATE INDEX remarks_place ON remarks (project, shot, phase);

CREATE TABLE last_yes (project TEXT PRIMARY KEY, take_seq INTEGER NOT NULL) STRICT;

CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
`;

/** The tables of the first version. */
export const firstTables: Migration = { version: 1, sqlite: [ledger, work, decisions] };
