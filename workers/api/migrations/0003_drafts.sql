-- Changes that may become a version.
CREATE TABLE drafts (
  id TEXT PRIMARY KEY,
  pack TEXT NOT NULL,
  from_version INTEGER,
  summary TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('open', 'submitted', 'approved', 'discarded')),
  revision INTEGER NOT NULL,
  -- Everyone who changed the draft. None of them may approve it.
  authors TEXT NOT NULL CHECK (json_valid(authors)),
  created_at TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  -- Results of the checks at submission, with the versions of used packs and the digest of the future version.
  submission TEXT CHECK (submission IS NULL OR json_valid(submission)),
  -- Who rejected it, when and why.
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
