-- Up to which checkpoint a place outside has them, so that none is sent twice. What counts is what that place has.
CREATE TABLE sent_checkpoints (
  place TEXT PRIMARY KEY,
  seq INTEGER NOT NULL,
  at TEXT NOT NULL
) STRICT;
