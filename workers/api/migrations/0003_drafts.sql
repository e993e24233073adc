-- Changes on their way to becoming a version.
CREATE TABLE drafts (
  id TEXT PRIMARY KEY,
  pack TEXT NOT NULL,
  from_version INTEGER,
  summary TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('open', 'submitted', 'approved', 'discarded')),
  revision INTEGER NOT NULL,
  -- Everyone who changed it: none of them may approve it.
  authors TEXT NOT NULL CHECK (json_valid(authors)),
  created_at TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  -- What the submission found, with the pinned versions of used packs and the digest that would be published.
  submission TEXT CHECK (submission IS NULL OR json_valid(submission)),
  -- Why and by whom it was sent back.
  rejection TEXT CHECK (rejection IS NULL OR json_valid(rejection)),
  version INTEGER,
  FOREIGN KEY (pack, from_version) REFERENCES versions (pack, version),
  FOREIGN KEY (pack, version) REFERENCES versions (pack, version)
) STRICT;
CREATE INDEX drafts_by_pack ON drafts (pack, created_at);

CREATE TABLE draft_files (
  draft TEXT NOT NULL REFERENCES drafts (id),
  path TEXT NOT NULL,
  sha256 TEXT NOT NULL REFERENCES files (sha256),
  PRIMARY KEY (draft, path)
) STRICT;
CREATE INDEX draft_files_by_text ON draft_files (sha256);
