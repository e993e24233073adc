-- Versions, publications and the audit log. Triggers refuse to change or remove a row of history.

CREATE TABLE audit (
  seq INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  via TEXT NOT NULL,
  action TEXT NOT NULL,
  pack TEXT,
  detail TEXT NOT NULL CHECK (json_valid(detail)),
  previous TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;

-- Texts of pack files by SHA-256: drafts and versions share those that they have in common.
CREATE TABLE files (
  sha256 TEXT PRIMARY KEY,
  text TEXT NOT NULL,
  -- On Cloudflare, a row of D1 holds at most 2 MB; the local database does not enforce it.
  bytes INTEGER NOT NULL CHECK (bytes = length(CAST(text AS BLOB)) AND bytes <= 1048576)
) STRICT;

CREATE TABLE versions (
  pack TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  sha256 TEXT NOT NULL,
  declared_version TEXT NOT NULL,
  summary TEXT NOT NULL,
  authors TEXT NOT NULL CHECK (json_valid(authors)),
  approver TEXT,
  created_at TEXT NOT NULL,
  audit_seq INTEGER NOT NULL REFERENCES audit (seq),
  PRIMARY KEY (pack, version)
) STRICT;

CREATE TABLE version_files (
  pack TEXT NOT NULL,
  version INTEGER NOT NULL,
  path TEXT NOT NULL,
  sha256 TEXT NOT NULL REFERENCES files (sha256),
  PRIMARY KEY (pack, version, path),
  FOREIGN KEY (pack, version) REFERENCES versions (pack, version)
) STRICT;
CREATE INDEX version_files_by_text ON version_files (sha256);

-- A version is bound to versions of the packs it uses, so that its results never change.
CREATE TABLE version_uses (
  pack TEXT NOT NULL,
  version INTEGER NOT NULL,
  used_pack TEXT NOT NULL,
  used_version INTEGER NOT NULL,
  PRIMARY KEY (pack, version, used_pack),
  FOREIGN KEY (pack, version) REFERENCES versions (pack, version),
  FOREIGN KEY (used_pack, used_version) REFERENCES versions (pack, version)
) STRICT;

-- The latest publication of a pack is evaluated. Publishing an older version rolls back.
CREATE TABLE publications (
  pack TEXT NOT NULL,
  seq INTEGER NOT NULL,
  version INTEGER NOT NULL,
  actor TEXT NOT NULL,
  reason TEXT NOT NULL,
  at TEXT NOT NULL,
  audit_seq INTEGER NOT NULL REFERENCES audit (seq),
  PRIMARY KEY (pack, seq),
  FOREIGN KEY (pack, version) REFERENCES versions (pack, version)
) STRICT;

-- An entry must continue the chain; otherwise another writer was faster, and the write is decided again.
CREATE TRIGGER audit_continues BEFORE INSERT ON audit
WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM audit)
  OR NEW.previous <> coalesce((SELECT hash FROM audit ORDER BY seq DESC LIMIT 1), '')
BEGIN
  SELECT RAISE(ABORT, 'stale: the head of the audit log has moved');
END;
CREATE TRIGGER publications_continue BEFORE INSERT ON publications
WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM publications WHERE pack = NEW.pack)
BEGIN
  SELECT RAISE(ABORT, 'stale: the pack was published meanwhile');
END;

CREATE TRIGGER audit_keeps BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'immutable: audit'); END;
CREATE TRIGGER audit_stays BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'immutable: audit'); END;
CREATE TRIGGER files_keep BEFORE UPDATE ON files BEGIN SELECT RAISE(ABORT, 'immutable: files'); END;
CREATE TRIGGER versions_keep BEFORE UPDATE ON versions BEGIN SELECT RAISE(ABORT, 'immutable: versions'); END;
CREATE TRIGGER versions_stay BEFORE DELETE ON versions BEGIN SELECT RAISE(ABORT, 'immutable: versions'); END;
CREATE TRIGGER version_files_keep BEFORE UPDATE ON version_files BEGIN SELECT RAISE(ABORT, 'immutable: versions'); END;
CREATE TRIGGER version_files_stay BEFORE DELETE ON version_files BEGIN SELECT RAISE(ABORT, 'immutable: versions'); END;
CREATE TRIGGER version_uses_keep BEFORE UPDATE ON version_uses BEGIN SELECT RAISE(ABORT, 'immutable: versions'); END;
CREATE TRIGGER version_uses_stay BEFORE DELETE ON version_uses BEGIN SELECT RAISE(ABORT, 'immutable: versions'); END;
CREATE TRIGGER publications_keep BEFORE UPDATE ON publications BEGIN SELECT RAISE(ABORT, 'immutable: publications'); END;
CREATE TRIGGER publications_stay BEFORE DELETE ON publications BEGIN SELECT RAISE(ABORT, 'immutable: publications'); END;
