-- Tokens and their roles. Of the token itself only the SHA-256 is stored.
CREATE TABLE tokens (
  id TEXT PRIMARY KEY,
  sha256 TEXT NOT NULL,
  holder TEXT NOT NULL,
  label TEXT NOT NULL,
  roles TEXT NOT NULL CHECK (json_valid(roles)),
  created_by TEXT NOT NULL,
  created_at TEXT NOT NULL,
  expires_at TEXT,
  revoked_at TEXT
) STRICT;

-- Responses to writes, stored in the same transaction, for callers who repeat the request with the same key.
CREATE TABLE idempotency (
  actor TEXT NOT NULL,
  key TEXT NOT NULL,
  request TEXT NOT NULL,
  status INTEGER NOT NULL,
  etag TEXT,
  body TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (actor, key)
) STRICT;
CREATE INDEX idempotency_by_age ON idempotency (at);
